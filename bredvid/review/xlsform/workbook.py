"""Opens a spreadsheet that somebody else made: its sheets as lines of text, or in clear words why not.

A file may be anything. So its sizes are looked at before it is unpacked, no more rows are read than a form has, and
no formula is believed: its value is whatever some program last wrote.
"""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.utils.translation import gettext as _

from bredvid.review.xlsform.columns import key_of
from bredvid.review.xlsform.problems import Findings, Problem, XlsformError

MEGABYTE = 1024 * 1024
FILE_BYTES = 5 * MEGABYTE
UNPACKED_BYTES = 60 * MEGABYTE
PARTS = 500
ROWS = 5_000
COLUMNS = 200
CELL_SIGNS = 20_000

READ = ("survey", "choices", "settings")
# Excel writes a carriage return so; our texts have line feeds alone.
CARRIAGE_RETURN = "_x000D_"


@dataclass(frozen=True)
class Line:
    """A row with something in it: its number in the spreadsheet, and its texts by column."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell without spaces around it; empty where there is none."""
        return self.cells.get(column, "").strip()

    def whole(self, column: str) -> str:
        """The cell as it stands, spaces and line breaks too; empty where there is nothing but those."""
        text = self.cells.get(column, "")
        return text if text.strip() else ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its columns as they are headed, by key, and its lines."""

    name: str
    headers: dict[str, str]
    lines: list[Line]

    def header(self, key: str) -> str:
        """How the author headed a column."""
        return self.headers.get(key, key)


def open_workbook(content: bytes, findings: Findings) -> tuple[dict[str, Sheet], list[str]]:
    """The sheets that an XLSForm has, and the names of the other sheets. Raises XlsformError."""
    _refuse_swollen(content)
    import openpyxl  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            sheets = {each.title.strip().lower(): list(_rows(each)) for each in book.worksheets}
        except Exception as error:  # a broken file fails in as many ways as there are bytes
            raise _broken(type(error).__name__) from None
    found = {name: _sheet(name, sheets[name], findings) for name in READ if name in sheets}
    return found, [name for name, rows in sheets.items() if name not in READ and any(map(any, rows))]


def _broken(why: str) -> XlsformError:
    message = _("the file is broken, or no .xlsx ({why}). Open it, save it again as .xlsx and try once more")
    return XlsformError([Problem("", 0, "", message.format(why=why))])


def _refuse_swollen(content: bytes) -> None:
    if len(content) > FILE_BYTES:
        message = _("the file is larger than {most} MB, which no form is").format(most=FILE_BYTES // MEGABYTE)
        raise XlsformError([Problem("", 0, "", message)])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            swollen = len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES
            declares = not swollen and any(_declares_a_type(archive, part) for part in parts)
    except Exception as error:  # see above
        raise _broken(type(error).__name__) from None
    if swollen:
        message = _("the file unpacks to more than {most} MB, which no form does").format(
            most=UNPACKED_BYTES // MEGABYTE
        )
        raise XlsformError([Problem("", 0, "", message)])
    if declares:
        raise XlsformError([Problem("", 0, "", _("the file is no ordinary .xlsx: it declares a document type"))])


def _declares_a_type(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """A spreadsheet has no document type; one that has may hold entities that swell without end."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(part) as opened:
        return b"<!DOCTYPE" in opened.read(4096).replace(b"\0", b"")


def _rows(sheet: Any) -> Iterator[list[Any]]:
    # What a file says of its own size is not to be trusted.
    sheet.reset_dimensions()
    yield from (list(row) for row in sheet.iter_rows(max_row=ROWS + 2, max_col=COLUMNS))


def _sheet(name: str, rows: Sequence[Sequence[Any]], findings: Findings) -> Sheet:
    if len(rows) > ROWS + 1:
        findings.wrong(name, ROWS + 2, "", _("the sheet has more than {most} rows").format(most=ROWS))
        rows = rows[: ROWS + 1]
    headers = _headers(name, rows[0] if rows else [], findings)
    lines = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {}
        for cell, (key, header) in zip(row, headers, strict=False):
            text = _text(cell, name, number, header, findings)
            if key and text:
                cells[key] = text
        if any(text.strip() for text in cells.values()):
            lines.append(Line(number, cells))
    return Sheet(name, {key: header for key, header in headers if key}, lines)


def _headers(name: str, row: Sequence[Any], findings: Findings) -> list[tuple[str, str]]:
    headers = []
    seen: set[str] = set()
    for cell in row:
        header = _text(cell, name, 1, "", findings).strip()
        key = key_of(header)
        if key and key in seen:
            findings.wrong(name, 1, header, _("the column stands twice"))
        seen.add(key)
        headers.append((key, header))
    return headers


def _text(cell: Any, sheet: str, row: int, header: str, findings: Findings) -> str:
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    column = header or str(getattr(cell, "column_letter", ""))
    if cell.data_type == "f":
        findings.wrong(sheet, row, column, _("a formula; write the text itself"))
    elif cell.data_type == "e":
        findings.wrong(sheet, row, column, _("an error value, {value}").format(value=value))
    elif isinstance(value, date | time | timedelta):
        findings.wrong(sheet, row, column, _("a cell with a date or time; format it as text"))
    elif isinstance(value, bool):
        return "true" if value else "false"
    elif isinstance(value, float):
        return f"{value:.15g}"
    elif len(str(value)) > CELL_SIGNS:
        findings.wrong(sheet, row, column, _("a text of more than {most} characters").format(most=CELL_SIGNS))
    else:
        return str(value).replace(CARRIAGE_RETURN, "")
    return ""
