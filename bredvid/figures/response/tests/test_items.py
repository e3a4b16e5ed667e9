"""Item non-response: who was asked and passed the question by."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.response.items import State, item_response

STATES = {
    "value": 50,
    "dont_know": 6,
    "no_statistics": 4,
    "refused": 3,
    "blank": 2,
    "uncodable": 1,
    "not_reported": 4,
    "not_asked": 3,
    "silent": 217,
}


def test_only_those_who_were_asked_are_the_base():
    question = item_response("q2", STATES)
    assert (question.frame, question.asked) == (290, 70)
    assert {rate.denominator for rate in question.rates} == {70}


def test_that_nobody_counts_is_an_answer_and_a_blank_is_not():
    question = item_response("q2", STATES)
    assert question.values.share == Fraction(50, 70)
    assert question.cannot_say.share == Fraction(10, 70)
    assert question.non_response.share == Fraction(6, 70)


def test_what_the_source_does_not_report_widens_it_and_is_not_taken_for_a_blank():
    question = item_response("q2", STATES)
    assert question.non_response_at_most.numerator - question.non_response.numerator == 4


@given(st.dictionaries(st.sampled_from([state.value for state in State]), st.integers(0, 40)))
def test_every_unit_asked_is_counted_once(states):
    question = item_response("q", states)
    parts = (question.values, question.cannot_say, question.non_response_at_most)
    assert sum(rate.numerator for rate in parts) == question.asked
    assert question.asked <= question.frame == sum(states.values())


def test_a_state_for_each_unit_gives_the_same():
    each = [state for state, count in STATES.items() for _unit in range(count)]
    assert item_response("q2", each) == item_response("q2", STATES)


def test_a_question_that_nobody_was_asked_has_no_rate():
    assert item_response("q9", {"not_asked": 73, "silent": 217}).non_response.share is None


@pytest.mark.parametrize("states", [{"maybe": 3}, {"blank": -1}])
def test_what_cannot_be_is_refused(states):
    with pytest.raises(ValueError, match=r"maybe|negative"):
        item_response("q2", states)
