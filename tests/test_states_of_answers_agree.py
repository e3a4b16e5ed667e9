"""The states of an answer are the same words in figures, which knows no database, and in the review that has one."""

from bredvid.figures.response.items import State
from bredvid.review.models import Missing


def test_figures_and_review_have_the_same_reasons_for_a_missing_value():
    assert {state.value for state in State} == {"value", *Missing.values}
