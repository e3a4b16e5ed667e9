"""The sheet travels with the page: whole, unchanged, of this unit alone, and without a time."""

import time

import pytest

from bredvid.register.importing import carrying
from bredvid.register.importing.carrying import packed, unpacked
from bredvid.register.importing.tests.makers import ROWS, sheet
from bredvid.register.tests.makers import unit
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Sheet
from bredvid.sheets.tests.makers import xlsx_of

pytestmark = pytest.mark.django_db


def a_sheet() -> Sheet:
    from datetime import date

    data = xlsx_of(["Datum", "Kanal"], [date(2024, 3, 5), "Telefon"], [None, "=A1"], [3, "å–ö"])
    return read_sheet(name="å.xlsx", data=data)


def test_what_comes_back_is_what_was_sent():
    ours, sent = unit(), a_sheet()
    back = unpacked(ours, packed(ours, sent))
    assert [(row.number, row.cells) for row in back.rows] == [(row.number, row.cells) for row in sent.rows]
    assert (back.file, back.title) == (sent.file, sent.title)


def test_what_has_been_changed_on_the_way_is_refused():
    ours = unit()
    line = packed(ours, a_sheet())
    for changed in (line[:-1], "x" + line, "", line.replace(line[10], "A" if line[10] != "A" else "B", 1)):
        with pytest.raises(ImportRefused):
            unpacked(ours, changed)


def test_one_unit_s_sheet_is_nothing_to_another():
    line = packed(unit(), a_sheet())
    with pytest.raises(ImportRefused):
        unpacked(unit(), line)


def test_nothing_tells_when_it_was_made(monkeypatch):
    ours, sent = unit(), a_sheet()
    first = packed(ours, sent)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert packed(ours, sent) == first


def test_fifty_thousand_rows_of_codes_fit_on_a_page():
    ours = unit()
    rows = [[f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", *ROWS[n % 4][1:]] for n in range(50_000)]
    assert len(packed(ours, read_sheet(name="a.csv", data=sheet(*rows)))) < carrying.MOST_SIGNS


def test_a_sheet_that_is_too_large_for_a_page_is_refused_with_a_way_on(monkeypatch):
    monkeypatch.setattr(carrying, "MOST_SIGNS", 100)
    with pytest.raises(ImportRefused, match="kommandoraden"):
        packed(unit(), a_sheet())
