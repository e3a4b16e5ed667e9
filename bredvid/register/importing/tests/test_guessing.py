"""What each column is, is proposed from its heading, or from its cells where these speak for one thing alone."""

import pytest

from bredvid.register.importing.guessing import Confidence
from bredvid.register.importing.preparing import propose
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tests.makers import csv_of, xlsx_of


def proposed(*rows: list[str]) -> dict[str, str]:
    """Heading → what it is taken for."""
    mapping = propose(read_sheet(name="a.csv", data=csv_of(rows))).guess.mapping
    return {column.header: column.what + (f":{column.option}" if column.option else "") for column in mapping.columns}


@pytest.mark.parametrize(
    ("heading", "cell", "what"),
    [
        ("Datum", "2024-03-05", "when"),
        ("Månad", "2024-03", "when"),
        ("Månad", "mars", "month"),
        ("År", "2024", "year"),
        ("Kommun", "Solna", "place"),
        ("Antal", "3", "count"),
        ("V04", "TEL", "V04"),
        ("channel", "TEL", "V04"),
        ("Kanal", "Telefon", "V04"),
        ("Kontaktväg", "telefon", "V04"),
        ("Behov som inte möttes", "Bostad", "V17"),
        ("Form: Sugardejting", "x", "V08:P3"),
        ("V08 P1", "1", "V08:P1"),
    ],
)
def test_a_heading_says_what_its_column_is(heading, cell, what):
    assert proposed([heading, "Anteckning"], [cell, "ringde"]) == {heading: what}


def test_what_only_the_cells_speak_for_is_marked_so():
    rows = [["Hur", "Datum"], ["Telefon", "2024-03-05"], ["Chatt", "2024-03-06"]]
    guess = propose(read_sheet(name="a.csv", data=csv_of(rows))).guess
    assert guess.confidence["Hur"] is Confidence.CELLS
    assert [column.header for column in guess.sure().columns] == ["Datum"]


def test_names_notes_and_days_of_birth_are_nothing_that_is_counted():
    rows = [["Namn", "Anteckning", "Född", "Personnummer"], ["Anna", "ringde", "1999-03-05", "19990305-1234"]]
    assert proposed(*rows) == {}


def test_a_heading_whose_cells_say_otherwise_is_not_believed():
    rows = [["Tid", "Datum"], ["14:30", "2024-03-05"]]
    guess = propose(read_sheet(name="a.csv", data=csv_of(rows))).guess
    assert [column.header for column in guess.sure().columns] == ["Datum"]


def test_of_two_columns_that_could_be_the_date_neither_is_taken():
    assert proposed(["Datum", "Kontaktdatum"], ["2024-03-05", "2024-03-06"]) == {}


def test_several_columns_may_feed_a_list_of_many_but_not_a_list_of_one():
    assert proposed(["Stöd", "Insats"], ["Stödsamtal", "Bostad"]) == {"Stöd": "V16", "Insats": "V16"}
    assert proposed(["Kanal", "Kontaktväg"], ["Telefon", "Chatt"]) == {}


def test_a_header_below_a_title_and_of_two_storeys_is_found():
    data = xlsx_of(["Statistik 2024"], [], ["Datum", "Form", None], [None, "Sugardejting", "Sexköp mot pengar"],
                   ["2024-03-05", "x", None])  # fmt: skip
    proposal = propose(read_sheet(name="a.xlsx", data=data))
    assert proposal.table.header == (3, 4)
    assert [(each.what, each.option) for each in proposal.guess.mapping.columns] == [
        ("when", ""), ("V08", "P3"), ("V08", "P1"),
    ]  # fmt: skip
