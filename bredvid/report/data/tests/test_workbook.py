"""The workbook says the same as the CSV files."""

import io
import zipfile

import openpyxl  # type: ignore[import-untyped]
import pytest

from bredvid.report.data.delimited import as_field
from bredvid.report.data.read_me import read_me
from bredvid.report.data.tests.example import make_release
from bredvid.report.data.workbook import xlsx_bytes

RELEASE = make_release()


@pytest.fixture(scope="module")
def content() -> bytes:
    return xlsx_bytes(RELEASE, read_me=read_me(RELEASE))


@pytest.mark.parametrize("table", RELEASE.tables, ids=lambda table: table.name)
def test_each_sheet_holds_its_table_cell_by_cell(content, table):
    sheet = openpyxl.load_workbook(io.BytesIO(content))[table.name]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0] == tuple(column.name for column in table.columns)
    assert [[as_field(cell) for cell in row] for row in rows[1:]] == [[as_field(c) for c in row] for row in table.rows]


def test_numbers_are_numbers_and_codes_are_texts(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["figures"]
    types = dict(zip([cell.value for cell in sheet[1]], [cell.data_type for cell in sheet[2]], strict=True))
    assert (types["count"], types["share"], types["lines"], types["demonstration"]) == ("n", "n", "s", "b")


def test_the_first_sheet_tells_of_the_demonstration_the_bases_and_the_licence(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    for word in ("DEMONSTRATION", "asked", "valid", "frame", "Creative Commons"):
        assert word in text


def test_the_first_sheet_of_a_real_round_does_not_speak_of_a_demonstration():
    real = make_release(demonstration=False)
    assert not any("DEMONSTRATION" in line for pair in read_me(real) for line in pair)


def test_the_header_stays_while_scrolling(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert {sheet.freeze_panes for sheet in book.worksheets[1:]} == {"A2"}


def test_the_workbook_does_not_tell_when_it_was_made(content):
    core = zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml").decode()
    assert "2026-01-02T00:00:00Z" in core
    assert xlsx_bytes(RELEASE, read_me=read_me(RELEASE)) == content
