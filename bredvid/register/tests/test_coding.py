"""Codes go into numbers and come back as they were; what cannot hold at once is refused."""

import pytest
from hypothesis import given, strategies as st

from bredvid.register.codebook import NONE, current
from bredvid.register.codebook.shape import ALONE
from bredvid.register.forms.coded import CodedForm, as_initial
from bredvid.register.forms.questions import question
from bredvid.register.rules import coding

VARIABLES = current().on("contact")


@st.composite
def answers(draw):
    """What somebody might choose on a card: column → codes that can hold at once."""
    chosen = {}
    for variable in VARIABLES:
        several = [[code.code for code in variable.codes if code.number not in ALONE]] if variable.is_multiple else []
        together = [st.lists(st.sampled_from(codes), unique=True) for codes in several]
        one = st.sampled_from([code.code for code in variable.codes]).map(lambda code: [code])
        chosen[variable.column] = draw(st.one_of(st.just([]), one, *together))
    return chosen


def sent(chosen):
    """What a browser sends of it."""
    return {
        column: codes if current().by_column[column].is_multiple else "".join(codes) for column, codes in chosen.items()
    }


def form(chosen, **options):
    return CodedForm(sent(chosen), variables=VARIABLES, **options)


@given(answers())
def test_what_is_chosen_is_stored_and_shown_again(chosen):
    filled = form(chosen)
    assert filled.is_valid(), filled.errors
    # What is stored fits the columns, and passes the check that every writer passes
    assert all(0 <= stored < 1 << 63 for stored in filled.values.values())
    coding.checked(filled.values, on="contact")
    # Shown again, the same answers are marked
    again = CodedForm(initial=as_initial(filled.values), variables=VARIABLES)
    for column, codes in chosen.items():
        marked = {choice.value for choice in again.question(column).chosen if choice.value}
        assert marked == set(codes), column


@given(answers())
def test_a_reason_is_kept_only_beside_a_need_and_nothing_else_is_touched(chosen):
    stored = {column: current().by_column[column].stored(codes) for column, codes in chosen.items()}
    kept = coding.checked(stored, on="contact")
    needs = [current().by_column["unmet"].by_code[code].number for code in chosen["unmet"]]
    assert coding.has_need(stored) is any(number not in ALONE for number in needs)
    assert kept["unmet_why"] == (stored["unmet_why"] if coding.has_need(stored) else 0)
    assert {**kept, "unmet_why": 0} == {**stored, "unmet_why": 0}


@given(answers())
def test_what_the_quick_card_lacks_is_what_was_left_empty(chosen):
    stored = {column: current().by_column[column].stored(codes) for column, codes in chosen.items()}
    lacking = {
        column for column in ("channel", "who", "situation", "forms", "age", "support", "unmet") if not chosen[column]
    }
    if coding.has_need(stored) and not chosen["unmet_why"]:
        lacking.add("unmet_why")
    assert set(coding.not_filled_in(stored)) == lacking


@given(st.sampled_from([each for each in VARIABLES if each.is_multiple]), st.data())
def test_an_answer_that_stands_alone_is_not_stored_beside_another_and_the_page_says_which(variable, data):
    alone = data.draw(st.sampled_from([code for code in variable.codes if code.number in ALONE]))
    other = data.draw(st.sampled_from([code for code in variable.codes if code != alone]))
    filled = form({variable.column: [alone.code, other.code]})
    assert not filled.is_valid()
    assert alone.sv in filled.errors[variable.column][0] or other.sv in filled.errors[variable.column][0]
    with pytest.raises(ValueError, match="at once"):
        coding.checked({variable.column: alone.bit | other.bit}, on="contact")


def test_the_quick_card_asks_what_the_codebook_says_and_nothing_else():
    assert set(coding.QUICK) == {variable.code for variable in current().card("quick")}
    assert len(coding.QUICK) <= 8


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.code)
def test_every_answer_has_a_key_of_its_own_in_its_question(variable):
    asked = question(variable, [], needed=False)
    keys = [choice.key for cluster in asked.clusters for choice in cluster.choices]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 for key in keys)
    # Every code of the codebook is there, those that stand alone among them
    values = {choice.value for cluster in asked.clusters for choice in cluster.choices} - {""}
    assert values == set(variable.by_code)
    assert {"OK", "VS"} <= values
    quiet = {choice.value for cluster in asked.clusters for choice in cluster.choices if choice.quiet} - {""}
    assert quiet == {"OK", "VS"}
    assert NONE not in {variable.by_code[value].number for value in quiet}
