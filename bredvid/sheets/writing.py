"""Writes a workbook: a cell says what it says, and the same cells give the same bytes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

WIDEST = 60
Cell = str | int | float | bool | None
# Formulas and links are never made from our texts.
OPTIONS = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its heading (none where it is only lines of text), and its rows; None is an empty cell."""

    name: str
    heading: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    wide: bool = False


def workbook(title: str, created: datetime, sheets: Sequence[Sheet]) -> bytes:
    """The workbook as bytes."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": title, "created": created})
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, formats)
    return out.getvalue()


def write_cell(sheet: Any, row: int, place: int, cell: Cell, style: Any = None) -> None:
    """Writes a cell. A missing one is left out altogether: an empty text is not nothing to a spreadsheet."""
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell, style)
    elif isinstance(cell, str):
        sheet.write_string(row, place, cell.replace("\r\n", "\n"), style)
    else:
        sheet.write_number(row, place, cell, style)


def width(heading: str, cells: Sequence[Cell]) -> int:
    """Wide enough for the heading and the values, in characters, to a limit."""
    return min(WIDEST, 2 + max(len(str(cell)) for cell in [heading, *cells]))


def _write(written: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for place, heading in enumerate(sheet.heading):
        written.write_string(0, place, heading, formats["head"])
        written.set_column(place, place, width(heading, [row[place] for row in sheet.rows]))
    if sheet.wide:
        written.set_column(0, 0, WIDEST // 2)
        written.set_column(1, 1, WIDEST + 20)
    for number, row in enumerate(sheet.rows, start=1 if sheet.heading else 0):
        for place, cell in enumerate(row):
            write_cell(written, number, place, cell, formats["text"] if sheet.wide else None)
    if sheet.heading:
        written.freeze_panes(1, 0)
        written.autofilter(0, 0, len(sheet.rows), len(sheet.heading) - 1)
