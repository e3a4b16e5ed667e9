"""A mapping is written, read and changed as a TOML file; what is wrong in it is named."""

import contextlib

import pytest
from hypothesis import given, strategies as st

from bredvid.review.importing.guessing import Confidence
from bredvid.review.importing.mapping import Column, Mapping, Part, from_document, to_document
from bredvid.review.importing.mapping_file import read_mapping, write_mapping
from bredvid.review.importing.preparing import propose
from bredvid.review.importing.tests.makers import fieldwork
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tests.makers import csv_of, xlsx_of

WORDS = st.text(min_size=1, max_size=20)
MAPPINGS = st.builds(
    Mapping,
    code=st.text(max_size=20),
    name=st.text(max_size=20),
    columns=st.lists(
        st.builds(
            Column,
            header=WORDS,
            question=WORDS,
            part=st.sampled_from(Part),
            option=st.text(max_size=8),
            values=st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3),
        ),
        max_size=4,
        unique_by=(lambda column: column.header, lambda column: (column.question, column.part, column.option)),
    ).map(tuple),
    missing=st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3),
    separator=st.text(max_size=2),
    header=st.lists(st.integers(1, 30), max_size=2).map(tuple),
    sheet=st.text(max_size=8),
    final=st.booleans(),
)


@given(MAPPINGS)
def test_a_mapping_written_is_read_back_alike(mapping):
    assert read_mapping(write_mapping(mapping, ["en rad\nmed två"]).encode()) == mapping
    assert from_document(to_document(mapping)) == mapping


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("colum = 1", "colum"),
        ("format = 2", "format"),
        ("header = 0", "header"),
        ("final = 'ja'", "final"),
        ("ignore = 'x'", "ignore"),
        ("municipality = 'kod'", "municipality"),
        ("[municipality]\nkod = 'kod'", "kod"),
        ("[[column]]\nheader = 'x'", "column 1"),
        ("[[column]]\nheader = 'x'\nquestion = 'q'\npart = 'half'", "part"),
        ("[[column]]\nheader = 'x'\nquestion = 'q'\nvalues = {a = 1}", "values"),
        ("ignore = ['x']\n[[column]]\nheader = 'x'\nquestion = 'q'", "column"),
        ("[[column]]\nheader = 'x'\nquestion = 'q'\n[[column]]\nheader = 'y'\nquestion = 'q'", "column"),
    ],
)
def test_what_is_wrong_is_named(text, key):
    with pytest.raises(ImportRefused, match=key):
        read_mapping(text.encode())


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a = ", b"[" * 5000, b"x" * 3_000_000])
def test_what_is_no_toml_is_refused_in_a_line(data):
    with pytest.raises(ImportRefused):
        read_mapping(data)


@given(st.text(max_size=200))
def test_no_text_whatever_gives_anything_but_a_mapping_or_a_refusal(text):
    with contextlib.suppress(ImportRefused):
        assert isinstance(read_mapping(text.encode("utf-8", "replace")), Mapping)


def proposed(data: bytes, name: str = "svar.csv"):
    return propose(fieldwork(), read_sheet(name=name, data=data))


@pytest.mark.django_db
class TestGuessing:
    def test_codes_and_the_very_words_are_sure(self):
        guess = proposed(csv_of([["Kommun", "q4", "Finns stödprogram?"], ["Stockholm", "god", "ja"]])).guess
        assert (guess.mapping.name, guess.mapping.code) == ("Kommun", "")
        assert guess.confidence == {"q4": Confidence.CODE, "Finns stödprogram?": Confidence.WORDS}
        assert len(guess.sure().columns) == 2

    def test_words_that_are_only_alike_are_proposed_and_not_taken(self):
        guess = proposed(csv_of([["Kommun", "q4", "Antalet som har fått stöd"], ["Stockholm", "god", "3"]])).guess
        assert guess.confidence["Antalet som har fått stöd"] is Confidence.ALIKE
        assert [column.question for column in guess.mapping.columns] == ["q4", "q8"]
        assert [column.question for column in guess.sure().columns] == ["q4"]

    def test_two_columns_that_could_both_be_it_are_neither(self):
        guess = proposed(csv_of([["kod", "Finns stödprogram", "Finns stödprogram?"], ["0180", "ja", "nej"]])).guess
        assert guess.mapping.columns == ()

    def test_a_title_above_the_header_is_passed_over(self):
        table = proposed(xlsx_of(["Vår enkät 2031"], [], ["Kod", "q2"], ["0180", "ja"]), "svar.xlsx").table
        assert (table.header, table.columns) == ((3,), ("Kod", "q2"))

    def test_a_header_of_two_storeys_is_found(self):
        data = xlsx_of(["Kod", "q3b", None], [None, "polis", "jour"], ["0180", "x", None])
        proposal = proposed(data, "svar.xlsx")
        assert proposal.table.header == (1, 2)
        assert [(column.question, column.option) for column in proposal.guess.mapping.columns] == [
            ("q3b", "polis"),
            ("q3b", "jour"),
        ]

    def test_commas_between_several_answers_are_seen(self):
        guess = proposed(csv_of([["kod", "q3b"], ["0180", "polis, skola"], ["0114", "jour"]])).guess
        assert guess.mapping.separator == ","
