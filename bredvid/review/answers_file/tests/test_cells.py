"""Any answer becomes a cell that no spreadsheet program takes for a formula, and becomes itself again."""

import re

import pytest
from hypothesis import given, strategies as st

from bredvid.review.answers_file.cells import CellAnswer, CellError, from_cell, number_text, to_cell
from bredvid.review.models import Missing

STATES = frozenset(Missing.values)
OPTIONS = ("ja", "6-14", "5", "nej-tack")
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n=+-@'[]0"), max_size=30)
TEXTS = WORDS.map(str.strip).filter(bool)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4).map(str).map(number_text)
SINGLE = st.sampled_from(OPTIONS).map(lambda code: {"options": [code]})
SEVERAL = st.sets(st.sampled_from(OPTIONS)).map(lambda codes: {"options": [o for o in OPTIONS if o in codes]})
VALUES = {
    "single": SINGLE,
    "ordinal": SINGLE,
    "multiple": SEVERAL,
    "count": SINGLE | NUMBERS.map(lambda number: {"number": number}),
    "integer": SINGLE | NUMBERS.map(lambda number: {"number": number}),
    "decimal": NUMBERS.map(lambda number: {"number": number}),
    "date": st.dates().map(lambda day: {"date": day.isoformat()}),
    "text": TEXTS.map(lambda text: {"text": text}),
}


@st.composite
def answers(draw):
    kind = draw(st.sampled_from(sorted(VALUES)))
    if draw(st.booleans()):
        return kind, CellAnswer(missing=draw(st.sampled_from(Missing.values)), why=draw(WORDS.map(str.strip)))
    return kind, CellAnswer(draw(VALUES[kind]))


def options_for(kind: str) -> tuple[str, ...]:
    return () if kind in ("text", "date", "decimal") else OPTIONS


@given(answers())
def test_an_answer_becomes_a_cell_and_itself_again(case):
    kind, answer = case
    cell = to_cell(kind, options_for(kind), answer)
    assert from_cell(kind, options_for(kind), cell, STATES) == answer


@given(answers())
def test_no_cell_begins_as_a_formula_does(case):
    kind, answer = case
    cell = to_cell(kind, options_for(kind), answer)
    assert not re.match(r"[=+@＝＋－＠\t\r]", cell)
    assert not cell.startswith("-") or re.fullmatch(r"-\d+(\.\d+)?", cell)


def test_an_empty_cell_is_no_answer_and_a_stated_blank_is_one():
    assert from_cell("single", OPTIONS, " ", STATES) is None
    assert from_cell("single", OPTIONS, "[blank]", STATES) == CellAnswer(missing="blank")


def test_a_band_is_told_from_a_number():
    assert from_cell("count", OPTIONS, "5", STATES) == CellAnswer({"number": "5"})
    assert from_cell("count", OPTIONS, "'5", STATES) == CellAnswer({"options": ["5"]})


@pytest.mark.parametrize(
    ("kind", "cell", "said"),
    [
        ("single", "kanske", "unknown option 'kanske'"),
        ("single", "ja;5", "only one"),
        ("count", "många", "'många' is no number"),
        ("integer", "NaN", "'NaN' is no number"),
        ("date", "i maj", "write it as 2026-11-23"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_refused_in_words(kind, cell, said):
    with pytest.raises(CellError, match=said):
        from_cell(kind, options_for(kind), cell, STATES)
