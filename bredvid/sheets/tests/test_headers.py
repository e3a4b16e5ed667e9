"""The header is the first row with words in several columns, before any row that holds data."""

from bredvid.sheets.headers import header_before
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Row, Sheet
from bredvid.sheets.tests.makers import xlsx_of


def numbers(row: Row) -> bool:
    return any(isinstance(cell, str) and cell.isdecimal() for cell in row.cells)


def header_of(*rows: list[object]) -> tuple[int, ...]:
    return header_before(read_sheet(name="a.xlsx", data=xlsx_of(*rows)), numbers)


def test_a_title_above_is_passed_over():
    assert header_of(["Vår statistik"], [], ["månad", "antal"], ["maj", "3"]) == (3,)


def test_a_header_of_two_storeys_is_both_of_its_rows():
    assert header_of(["månad", "stöd", None], [None, "samtal", "boende"], ["maj", "3", "1"]) == (1, 2)


def test_a_row_with_data_is_no_header_but_where_it_is_the_first():
    assert header_of(["a", "b"], ["1", "2"]) == (1,)
    assert header_of(["1", "2"], ["a", "b"]) == (1,)


def test_an_empty_sheet_has_none():
    assert header_before(Sheet(file="a.csv"), numbers) == ()
