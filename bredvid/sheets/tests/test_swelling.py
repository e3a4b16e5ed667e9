"""A spreadsheet that would swell in memory is refused, wherever in it that is declared."""

import io
import zipfile

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet

# Further down than anybody looks for it at the beginning of a part.
FAR_DOWN = "<!--" + "x" * 10_000 + "-->"
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


def plain() -> bytes:
    """A workbook as most programs write it: a number in the sheet, words in the list of texts."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("svar")
        for row, (place, word) in enumerate([("kommun", "q1"), ("0114", "hej")]):
            sheet.write_string(row, 0, place)
            sheet.write_string(row, 1, word)
        sheet.write_number(2, 0, 4711)
    return out.getvalue()


def swelling(part: str) -> bytes:
    """A workbook, one part of which declares an entity far down and uses it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            text = old.read(each)
            if each.filename == part:
                start = text.index(b"?>") + 2
                body = text[start:].replace(b"0114", b"&a;").replace(b"4711", b"&a;")
                text = text[:start] + (FAR_DOWN + ENTITY).encode() + body
            new.writestr(each.filename, text)
    return out.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_part_that_declares_a_document_type_far_down_is_refused(part):
    with pytest.raises(ImportRefused):
        read_sheet(name="svar.xlsx", data=swelling(part))


def test_the_same_workbook_without_it_is_read():
    assert len(read_sheet(name="svar.xlsx", data=plain()).rows) == 3
