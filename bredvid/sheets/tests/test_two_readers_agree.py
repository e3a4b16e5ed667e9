"""Our walker of cells and openpyxl's own reader see the same in the same book, whoever wrote it."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings, strategies as st

from bredvid.sheets.read_xlsx import read_xlsx
from bredvid.sheets.tables import Odd
from bredvid.sheets.tests.makers import xlsx_of

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and text[0] not in "=#" and "_x" not in text
)
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8).filter(
    lambda rows: any(cell is not None for row in rows for cell in row)
)


def by_openpyxl(data: bytes) -> dict[int, list[str]]:
    """By the row's number its cells in words, without what is empty at the end."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = ((row[0].row, [_words(cell.value) for cell in row]) for row in book.active.iter_rows())
    return {number: cells for number, each in rows if (cells := _trimmed(each))}


def by_us(data: bytes) -> dict[int, list[str]]:
    rows = ((row.number, [cell.text if isinstance(cell, Odd) else cell for cell in row.cells]) for row in _read(data))
    return {number: cells for number, each in rows if (cells := _trimmed(each))}


def by_another_program(rows: list[list[Any]]) -> bytes:
    """The same rows as a program writes them that is not openpyxl."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd", "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                write = sheet.write_string if isinstance(cell, str) else sheet.write
                write(at, place, cell)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_both_see_the_same_whoever_wrote_the_book(rows):
    for data in (xlsx_of(*rows), by_another_program(rows)):
        assert by_us(data) == by_openpyxl(data)


def _read(data: bytes):
    return read_xlsx("svar.xlsx", data).rows


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else str(value)


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
