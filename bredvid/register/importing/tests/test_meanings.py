"""What people write in cells becomes months, numbers and codes of the codebook, or is told."""

import contextlib

import pytest
from hypothesis import given, strategies as st

from bredvid.register.codebook import current
from bredvid.register.importing.bands import bands
from bredvid.register.importing.dates import month_in_year, month_of, year_in
from bredvid.register.importing.meanings import Meaning, Yes
from bredvid.register.importing.quantities import count_of
from bredvid.register.importing.synonyms import _document, columns, headings, words_of
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Odd, Oddity
from bredvid.sheets.words import folded


def meaning(code: str, **values: str) -> Meaning:
    return Meaning(current().variable(code), values)


@pytest.mark.parametrize(
    "text",
    ["2024-03-05", "2024-03", "202403", "20240305", "5/3 2024", "05.03.2024", "2024/3", "mars 2024", "5 mars 2024",
     "Mars 2024", "2024 mars", "mar 2024", "2024-03-05 14:30", "3/2024", "den 5:e mars 2024", "March 2024"],
)  # fmt: skip
def test_a_date_however_it_is_written_becomes_its_month(text):
    assert month_of(text) == 202403


def test_a_cell_typed_as_a_date_becomes_its_month():
    assert month_of(Odd(Oddity.DATE, "2024-03-05 14:30")) == 202403


@pytest.mark.parametrize(
    "text",
    ["", "3", "2024", "2024-13", "2024-02-30", "30/2 2024", "3/13 2024", "1924-03", "våren 2024", "summa", "45356"],
)
def test_what_is_no_month_with_its_year_is_told(text):
    with pytest.raises(NotUnderstood) as told:
        month_of(text)
    assert told.value.mend


@pytest.mark.parametrize(
    ("text", "month"), [("3", (3, 0)), ("mars", (3, 0)), ("Dec.", (12, 0)), ("2024-03", (3, 2024))]
)
def test_a_month_of_the_year_is_read_with_its_year_where_it_has_one(text, month):
    assert month_in_year(text) == month


@pytest.mark.parametrize("text", ["0", "13", "99", "vår"])
def test_there_are_twelve_months(text):
    with pytest.raises(NotUnderstood):
        month_in_year(text)


@pytest.mark.parametrize("text", ["24", "1900", "20240", "tjugofyra"])
def test_a_year_has_four_digits_and_lies_within_reach(text):
    with pytest.raises(NotUnderstood):
        year_in(text)


@pytest.mark.parametrize(("text", "number"), [("", 1), ("0", 0), ("12", 12), ("'3", 3), ("1 000", 1000)])
def test_a_count_is_one_where_nothing_stands(text, number):
    assert count_of(text) == number


@pytest.mark.parametrize("text", ["-1", "2,5", "många", "1e3", "99999", "²"])
def test_a_count_that_cannot_be_is_told(text):
    with pytest.raises(NotUnderstood):
        count_of(text)


@pytest.mark.parametrize(
    ("variable", "text", "codes"),
    [
        ("V04", "TELEFON", ("TEL",)),
        ("V04", "mejl", ("EPOST",)),
        ("V05", "Hon själv", ("HON",)),
        ("V06", "23", ("18-24",)),
        ("V06", "17 år", ("U18",)),
        ("V06", "40+", ("40+",)),
        ("V06", "26-31", ("25-39",)),
        ("V08", "Sugardejting, OnlyFans", ("P3", "M2")),
        ("V08", "Sugardejting\nOnlyFans + P1", ("P3", "M2", "P1")),
        ("V08", "Oklart, tecken finns; P1", ("U1", "P1")),
        ("V16", "Direkt hjälp: mat, resa, telefon, Stödsamtal", ("K3", "E1")),
        ("V16", "inget", ("INGET",)),
        ("V17", "Vet ej", ("OK",)),
        ("V25", "45 min", ("15-60",)),
        ("V04", "-", ()),
        ("V04", "", ()),
        ("V08", "P1; P1", ("P1",)),
    ],
)
def test_words_of_every_day_become_codes(variable, text, codes):
    assert meaning(variable).of(text) == codes


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("V04", "brevduva"),
        ("V06", "16-30"),
        ("V06", "200"),
        ("V08", "Sugardejting, brevduva"),
        ("V04", "Telefon, Chatt"),
    ],
)
def test_a_word_that_is_no_code_is_told_with_those_that_are(variable, text):
    with pytest.raises(NotUnderstood, match="inget som räknas") as told:
        meaning(variable).of(text)
    assert "·" in told.value.mend


def test_the_mapping_s_own_words_go_first():
    told = {"Gatan": "P1;B1", "mejl": "-", "Anna": "-"}
    assert meaning("V08", **told).of("gatan") == ("P1", "B1")
    assert meaning("V04", **told).of("mejl") == ()


@pytest.mark.parametrize(
    "cell", [Odd(Oddity.FORMULA, "=A1"), Odd(Oddity.ERROR, "#N/A"), Odd(Oddity.DATE, "2024-06-14")]
)
def test_a_formula_an_error_and_a_date_are_no_codes(cell):
    with pytest.raises(NotUnderstood):
        meaning("V04").of(cell)
    with pytest.raises(NotUnderstood):
        Yes(current().variable("V08"), "P1").of(cell)


@pytest.mark.parametrize(("text", "codes"), [("x", ("P3",)), ("Ja", ("P3",)), ("1", ("P3",)), ("sugardejting", ("P3",)),
                                             ("", ()), ("nej", ()), ("0", ())])  # fmt: skip
def test_a_column_of_crosses_says_one_code_or_nothing(text, codes):
    assert Yes(current().variable("V08"), "P3").of(text) == codes


def test_a_cross_that_is_none_is_told():
    with pytest.raises(NotUnderstood, match="kanske"):
        Yes(current().variable("V08"), "P3").of("kanske")


@given(st.text(max_size=60))
def test_any_words_whatever_become_codes_of_the_list_or_are_told(text):
    variable = current().variable("V08")
    with contextlib.suppress(NotUnderstood):
        assert set(meaning("V08").of(text)) <= set(variable.by_code)


def test_every_code_is_known_by_its_own_name_and_label():
    for variable in columns():
        for code in variable.codes:
            for word in (code.code, code.sv, code.en):
                assert words_of(variable)[folded(word)] is code, (variable.code, word)


def test_no_word_that_people_use_stands_for_two_codes():
    for code, words in _document()["words"].items():
        told = [folded(word) for each in words.values() for word in each]
        assert len(told) == len(set(told)), code
        assert set(words) <= set(current().variable(code).by_code), code


def test_every_heading_of_the_file_means_one_thing():
    words = [word for each in _document()["headings"].values() for word in each]
    assert [word for word in words if folded(word) not in headings()] == []


def test_numbers_become_codes_that_the_codebook_has():
    for variable, codes in bands().items():
        assert set(codes) <= set(current().variable(variable).by_code)


def test_a_cell_of_nothing_but_commas_is_read_as_fast_as_any():
    # Ten thousand pieces, each a code: read piece by piece, not run by run.
    assert meaning("V08").of(",".join(["P1", "P3"] * 5_000)) == ("P1", "P3")
