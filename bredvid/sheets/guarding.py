"""Lists for a spreadsheet to open: a text that it could run, or take for another thing, is written as a text."""

import csv
import re
from collections.abc import Sequence
from typing import Any

_DANGEROUS = tuple("=+-@＝＋－＠'[0123456789")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def guarded(text: str, *, always: bool = False) -> str:
    """The text with an apostrophe before it where it could be taken for another thing."""
    harmless = _NUMBER.fullmatch(text) or _DATE.fullmatch(text)
    return f"'{text}" if always or (text.startswith(_DANGEROUS) and not harmless) else text


class CsvList:
    """Writes rows as CSV as they come, to anything that has `write`, in the form that Excel in Swedish opens."""

    def __init__(self, out: Any, heading: Sequence[str]) -> None:
        out.write("\ufeff")
        self._writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        self._writer.writerow(heading)

    def add(self, row: Sequence[str]) -> None:
        """Writes one row, each cell guarded."""
        self._writer.writerow([guarded(cell) for cell in row])
