"""What a sheet would add, and every row that cannot be counted with why and how to mend it."""

import io
from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.importing.problems import ErrorList, Problem
from bredvid.register.importing.tests.makers import HEAD, ROWS, examined, read, sheet
from bredvid.register.models import Contact, FrozenYear, Unit
from bredvid.register.tests.makers import contact, stored, unit
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tests.makers import csv_of, xlsx_of

pytestmark = pytest.mark.django_db


def only(data: bytes, name: str = "statistik.csv", in_unit: Unit | None = None, **changes: object) -> Problem:
    """The one thing that is not understood."""
    found = examined(in_unit or unit(), data, name, **changes)
    (problem,) = found.problems
    assert problem.mend
    return problem


def row(**cells: str) -> list[str]:
    """An understood row, but for these cells by their headings."""
    return [cells.get(head, cell) for head, cell in zip(HEAD, ROWS[0], strict=True)]


def test_contacts_are_told_by_year():
    found = examined(unit(), sheet())
    assert [(each.year, each.contacts, each.added) for each in found.years] == [(2023, 1, 1), (2024, 3, 3)]
    assert (found.rows, found.refused, found.total) == (4, 0, 4)


def test_examining_writes_nothing():
    examined(unit(), sheet())
    assert not Contact.objects.exists()


def test_a_row_becomes_what_the_codebook_stores():
    (coded,) = examined(unit(), sheet(ROWS[2])).contacts
    assert coded.month == 202411
    values = stored(channel="CHATT", who="NÄR", forms=["M2", "M3"], age="U18", support=["E1", "I1"])
    assert dict(coded.values) == values


def test_a_row_with_a_count_is_as_many_contacts():
    data = csv_of(
        [["Månad", "Kanal", "Antal"], ["2024-03", "Telefon", "12"], ["2024-04", "Chatt", ""], ["2024-05", "", "0"]]
    )
    assert examined(unit(), data).total == 13


def test_month_and_year_may_stand_in_two_columns_or_the_year_be_said_once():
    two = csv_of([["År", "Månad", "Kanal"], ["2024", "mars", "Telefon"]])
    one = csv_of([["Månad", "Kanal"], ["mars", "Telefon"]])
    assert [each.month for each in examined(unit(), two).contacts] == [202403]
    assert [each.month for each in examined(unit(), one, year=2024).contacts] == [202403]


def test_crosses_in_several_columns_are_one_list():
    data = csv_of([["Datum", "Form: Sugardejting", "Form: P1", "Form: T1"], ["2024-03-05", "x", "ja", "0"]])
    (coded,) = examined(unit(), data).contacts
    assert dict(coded.values) == stored(forms=["P3", "P1"])


@pytest.mark.parametrize(
    ("cells", "cell", "word"),
    [
        ({"Kanal": "brevduva"}, "B2", "brevduva"),
        ({"Datum": "2024-13-05"}, "A2", "tolv"),
        ({"Datum": ""}, "A2", "månad"),
        ({"Datum": "2027-01-05"}, "A2", "inte varit"),
        ({"Datum": "1924-01-05"}, "A2", "jourerna"),
        ({"Stöd": "inget; Stödsamtal"}, "F2", "samtidigt"),
        ({"Ålder": "200"}, "E2", "200"),
    ],
)
def test_a_row_that_cannot_be_counted_is_left_out_and_told_by_its_cell(cells, cell, word):
    problem = only(sheet(row(**cells)))
    assert problem.cell == cell
    assert word in problem.why


def test_a_count_below_nought_is_told():
    assert "noll" in only(csv_of([["Datum", "Antal"], ["2024-03-05", "-2"]])).why


def test_a_formula_is_told_and_not_its_last_result():
    assert "formel" in only(xlsx_of(["Datum", "Kanal"], ["2024-03-05", "=A1"]), "a.xlsx").why


def test_a_reason_without_a_need_is_told():
    data = csv_of([["Datum", "Behov som inte möttes", "Varför inte"], ["2024-03-05", "Nej, inget", "Fullt"]])
    assert only(data).cell == "C2"


def test_a_row_without_a_year_is_told():
    assert "inget år" in only(csv_of([["Månad", "Kanal"], ["mars", "Telefon"]])).why


def test_a_closed_year_is_told_row_by_row_and_the_others_are_counted():
    ours = unit()
    FrozenYear.objects.create(unit=ours, year=2023, frozen_on=date(2024, 1, 31), figures={})
    found = examined(ours, sheet())
    assert found.total == 3
    assert "2023" in found.problems[0].why


def test_the_running_month_can_be_counted_and_the_next_not(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))
    assert examined(unit(), sheet(row(Datum="2026-06-30"))).total == 1
    assert only(sheet(row(Datum="2026-07-01"))).cell == "A2"


def test_a_row_with_anything_not_understood_is_left_out_whole():
    found = examined(unit(), sheet(row(Kanal="brevduva", Vem="granne"), row()))
    assert (found.rows, found.refused, found.problem_count) == (1, 1, 2)


def test_a_municipality_is_read_by_name_or_code_and_an_unknown_one_told():
    from bredvid.places.actions import load

    load()
    names = ("Solna", "0184", "184", "Solna stad", "vet ej", "")
    found = examined(unit(), csv_of([["Datum", "Kommun"], *(["2024-03-05", name] for name in names)]))
    assert {each.place: count for each, count in found.contacts.items()} == {184: 4, 0: 2}
    assert "Solna" in only(csv_of([["Datum", "Kommun"], ["2024-03-05", "Sollna"]])).mend


def test_a_demonstration_knows_its_own_places_alone():
    from bredvid.places.actions import load

    load()
    made_up = unit()
    made_up.demonstration = True
    found = examined(made_up, csv_of([["Datum", "Kommun"], ["2024-03", "9003"]]))
    assert [each.place for each in found.contacts] == [9003]
    assert only(csv_of([["Datum", "Kommun"], ["2024-03", "Solna"]]), in_unit=made_up).cell == "B2"


def test_what_was_counted_by_hand_in_the_same_months_is_told():
    ours = unit()
    contact(ours, 202403)
    contact(ours, 202405)
    contact(unit(), 202403)
    assert examined(ours, sheet()).others == 1


def test_columns_left_out_and_empty_rows_are_told():
    data = csv_of([["Datum", "Kanal", "Namn"], ["2024-03-05", "Telefon", "Anna"], ["", "", "Berit"]])
    found = examined(unit(), data)
    assert found.left_out == ["Namn"]
    assert (found.rows, found.empty) == (1, 1)


def test_two_headings_alike_are_told_apart():
    found = examined(unit(), csv_of([["Datum", "Kanal", "Kanal"], ["2024-03-05", "Telefon", "Chatt"]]))
    assert "Kanal (2)" in found.notes[0]


def test_the_list_of_what_was_not_understood_can_be_opened_in_a_spreadsheet():
    found = examined(unit(), sheet(row(Kanal="=cmd|' /C calc'!A0")))
    out = io.StringIO()
    list_ = ErrorList(out)
    for problem in found.problems:
        list_.add(problem)
    assert "'=cmd" in out.getvalue()


@pytest.mark.parametrize(
    ("head", "changes"),
    [
        (["Kanal", "Vem"], {}),
        (["Datum", "År"], {"columns": "all"}),
        (["Datum", "Kanal", "Kontaktväg"], {"columns": "all"}),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_in_one_line(head, changes):
    from bredvid.register.importing.mapping import Column

    what = {"Datum": "when", "År": "year", "Kanal": "V04", "Kontaktväg": "V04", "Vem": "V05"}
    columns = tuple(Column(header=each, what=what[each]) for each in head)
    with pytest.raises(ImportRefused) as refused:
        examined(unit(), csv_of([head, ["2024"] * len(head)]), columns=columns)
    assert "\n" not in str(refused.value)


def test_a_sheet_of_too_many_contacts_is_refused(monkeypatch):
    monkeypatch.setattr("bredvid.register.importing.examining.MOST_CONTACTS", 3)
    table, mapping = read(sheet())
    with pytest.raises(ImportRefused):
        examined(unit(), sheet())
    assert len(table.rows) > 3
    assert mapping.columns
