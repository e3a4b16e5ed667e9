"""A file is read by what it is, or refused in one clear line."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, strategies as st

from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Odd, Oddity, headed
from bredvid.sheets.tests.makers import csv_of, xlsx_of

ROWS = [["kod", "namn"], ["0180", "Åre, ”Öland”"]]


def cells(data: bytes, name: str = "svar.csv", sheet: str = "") -> list[tuple[int, tuple[object, ...]]]:
    return [(row.number, row.cells) for row in read_sheet(name=name, data=data, sheet=sheet).rows]


@pytest.mark.parametrize("divider", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_and_divider_is_read_alike(divider, encoding):
    found = cells(csv_of(ROWS, divider, encoding))
    assert found == [(1, ("kod", "namn")), (2, ("0180", "Åre, ”Öland”"))]


def test_latin_1_is_read_and_told():
    sheet = read_sheet(name="svar.csv", data=csv_of([["kod", "namn"], ["0180", "Härnösand"]], encoding="latin-1"))
    assert sheet.rows[1].cells == ("0180", "Härnösand")
    assert "Windows-1252" in sheet.notes[0]
    assert "Härnösand" in sheet.notes[0]


def test_utf_8_needs_no_telling():
    assert read_sheet(name="svar.csv", data=csv_of(ROWS)).notes == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_machine_are_read(ending):
    assert cells(ending.join(["a,b", "1,2"]).encode()) == [(1, ("a", "b")), (2, ("1", "2"))]


def test_quotes_and_line_breaks_within_a_cell_are_kept_and_rows_are_numbered_by_line():
    assert cells(b'kod;text\n0180;"en ""rad""\noch en till"\n0114;x') == [
        (1, ("kod", "text")), (2, ("0180", 'en "rad"\noch en till')), (4, ("0114", "x")),
    ]  # fmt: skip


def test_ragged_rows_and_empty_ones_are_read_as_they_are():
    assert cells(b"a;b;c\n\n1;;\n;;\n1;2;3;4\n") == [(1, ("a", "b", "c")), (3, ("1",)), (5, ("1", "2", "3", "4"))]


def test_what_divides_can_be_stated_as_excel_does():
    assert cells(b"sep=|\na|b;c\n1|2") == [(2, ("a", "b;c")), (3, ("1", "2"))]


def test_cells_of_a_workbook_are_read_by_their_type():
    from datetime import date

    found = cells(xlsx_of(["kod", "n"], ["0180", 12.0], [180, 0.1], [True, date(2026, 6, 14)]), "svar.xlsx")
    assert found[1:3] == [(2, ("0180", "12")), (3, ("180", "0.1"))]
    assert found[3] == (4, ("TRUE", Odd(Oddity.DATE, "2026-06-14")))


def test_a_formula_is_told_from_an_answer_and_from_its_result():
    assert cells(xlsx_of(["kod"], ["=1+1"]), "svar.xlsx")[1][1] == (Odd(Oddity.FORMULA, "=1+1"),)


def test_the_only_sheet_with_anything_in_it_needs_no_choosing():
    book_of_two = xlsx_of(["kod", "namn"], title="Svar från kommuner")
    assert read_sheet(name="svar.xlsx", data=book_of_two).title == "Svar från kommuner"


def test_several_sheets_are_to_be_chosen_among():
    data = xlsx_of(["kod", "namn"], more=["Blad2"])
    with pytest.raises(ImportRefused, match="Blad1, Blad2"):
        read_sheet(name="svar.xlsx", data=data)
    assert read_sheet(name="svar.xlsx", data=data, sheet="blad2").rows[0].cells == ("ett ord",)
    with pytest.raises(ImportRefused, match="Blad3"):
        read_sheet(name="svar.xlsx", data=data, sheet="Blad3")


def test_a_header_of_two_storeys_names_each_column():
    data = xlsx_of(["Undersökning", None, None], ["kod", "Samverkan", None], [None, "polis", "jour"], ["0180", "x", ""])
    table = headed(read_sheet(name="svar.xlsx", data=data), (2, 3))
    assert table.columns == ("kod", "Samverkan / polis", "Samverkan / jour")


def test_no_two_columns_are_called_alike():
    table = headed(read_sheet(name="svar.csv", data=b"kod;antal;antal;\n0180;1;2;3"), (1,))
    assert table.columns == ("kod", "antal", "antal (2)", "Kolumn D")
    assert "antal (2)" in table.notes[0]


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "svar.csv"),
        (b"\xef\xbb\xbf\r\n ;; \r\n", "svar.csv"),
        (b"a;b\n\x00;1", "svar.csv"),
        (b'kod;x\n0180;"aldrig slut', "svar.csv"),
        (b"\x81\x8d;\x8f\n1;2", "svar.csv"),
        (b"%PDF-1.7 ...", "svar.csv"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "svar.xlsx"),
        (b"PK\x03\x04 och sedan inget", "svar.xlsx"),
        (b"avbruten", "svar.xlsx"),
        (_zip(hej=b"<a/>"), "svar.xlsx"),
        (_zip(xl__workbook=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "svar.xlsx"),
        (xlsx_of(["kod", "namn"])[:-400], "svar.xlsx"),
        (xlsx_of(), "svar.xlsx"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(data, name):
    with pytest.raises(ImportRefused) as refused:
        read_sheet(name=name, data=data)
    assert 10 < len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)


def test_a_file_that_swells_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 100_000)
    with pytest.raises(ImportRefused, match="MB"):
        read_sheet(name="svar.xlsx", data=_zip(xl__sharedStrings=b"<x>" + b" " * 200_000 + b"</x>"))


@pytest.mark.parametrize(
    ("limit", "value"), [("FILE_BYTES", 10), ("ROWS", 1), ("COLUMNS", 1), ("CELLS", 3), ("CELL_SIGNS", 3)]
)
def test_every_limit_is_kept_and_told(monkeypatch, limit, value):
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(ImportRefused):
        read_sheet(name="svar.csv", data=csv_of(ROWS))


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"kod;q2\n", b"\xef\xbb\xbf"]))
def test_no_bytes_whatever_give_anything_but_rows_or_a_refusal(data, start):
    with contextlib.suppress(ImportRefused):
        assert read_sheet(name="svar.xlsx" if data[:1] == b"P" else "svar.csv", data=start + data).rows


@given(st.integers(0, 6_000), st.integers(0, 255))
def test_a_workbook_with_any_byte_changed_is_read_or_refused(at, byte):
    data = bytearray(_WORKBOOK)
    data[at % len(data)] = byte
    with contextlib.suppress(ImportRefused):
        assert read_sheet(name="svar.xlsx", data=bytes(data)).title


_WORKBOOK = xlsx_of(["kod", "q2"], ["0180", "ja"], ["0114", 3.5])
