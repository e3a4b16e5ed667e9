"""Reads a CSV file: its encoding, what divides its columns, and its rows. Pure."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from bredvid.sheets.encodings import assumed, decoded
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.gathering import Gatherer
from bredvid.sheets.tables import Sheet

# Semicolon first: Excel in Swedish writes it, and commas stand within numbers and texts.
DIVIDERS = (";", "\t", ",", "|")
_TRIED_ROWS = 50
_STATED = "sep="


def read_csv(name: str, data: bytes) -> Sheet:
    """The rows of a CSV file. Raises ImportRefused."""
    text, encoding = decoded(data)
    text, divider = _stated(text)
    divider = divider or _divider(text)
    gathered = Gatherer()
    for number, cells in _records(text, divider):
        gathered.add(number, cells)
    notes = tuple(note for note in (assumed(text, encoding),) if note)
    return Sheet(file=name, rows=gathered.rows, notes=notes)


def _stated(text: str) -> tuple[str, str]:
    """A first line "sep=;" is Excel's way of saying what divides the columns."""
    first = text[:8].splitlines()[0] if text[:8].strip() else ""
    if first.lower().startswith(_STATED) and len(first) == len(_STATED) + 1:
        # The line's end stays, so that the rows keep their numbers.
        return text[len(first) :], first[-1]
    return text, ""


def _divider(text: str) -> str:
    best, most = "", 1.0
    for divider in DIVIDERS:
        try:
            rows = [cells for _number, cells in itertools.islice(_records(text, divider), _TRIED_ROWS)]
        except ImportRefused:
            continue
        widths = Counter(len(cells) for cells in rows if any(cells))
        if not widths:
            break
        width, times = widths.most_common(1)[0]
        if width > 1 and width * times / widths.total() > most:
            best, most = divider, width * times / widths.total()
    return best or DIVIDERS[0]


def _records(text: str, divider: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider, strict=True)
    began = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ImportRefused(
                _("Line %(line)d cannot be read: a quotation mark is left open or stands amid a cell (%(why)s).")
                % {"line": began, "why": error}
            ) from None
        yield began, cells
        began = reader.line_num + 1
