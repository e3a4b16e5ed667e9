"""A chain is no better than its worst link, and only answers that correspond are one and the same."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bredvid.review.rules.comparing import BEST_FIRST, compose, may_be_joined, tracks, worst

GRADES = st.lists(st.sampled_from(BEST_FIRST), max_size=6)


@pytest.mark.parametrize(
    ("grades", "whole"), [("", "A"), ("A", "A"), ("AB", "B"), ("BA", "B"), ("ABC", "C"), ("C-B", "-"), ("AAA", "A")]
)
def test_a_chain_has_its_worst_grade(grades, whole):
    assert worst(grades) == whole


def test_what_is_no_grade_is_refused():
    with pytest.raises(ValueError, match="'D' is no grade; grades are A, B, C, -"):
        worst(["D"])


@given(GRADES, GRADES)
def test_a_longer_chain_is_never_better(first, second):
    whole = worst([*first, *second])
    assert whole == worst([worst(first), worst(second)])
    assert may_be_joined(whole) == (may_be_joined(worst(first)) and may_be_joined(worst(second)))


def test_an_answer_goes_through_two_forms():
    first = {"ja": ["ja"], "nej": ["nej"], "kan-inte": ["vet-ej", "ingen-statistik"]}
    second = {"ja": ["ja"], "vet-ej": ["okant"], "ingen-statistik": ["okant"]}
    assert compose(first, second) == {"ja": ("ja",), "kan-inte": ("okant",)}


def test_an_answer_of_which_a_part_is_lost_has_no_counterpart():
    assert compose({"kan-inte": ["vet-ej", "ingen-statistik"]}, {"vet-ej": ["vet-ej"]}) == {}


def test_answers_that_become_one_belong_together_and_the_newest_form_gives_the_order():
    found = tracks([["a", "b", "c"], ["c", "ab", "d"]], [{"a": ["ab"], "b": ["ab"], "c": ["c"]}])
    assert found == [(("c",), ("c",)), (("a", "b"), ("ab",)), ((), ("d",))]


def test_an_answer_that_is_gone_stands_last_and_alone():
    assert tracks([["a", "b"], ["a"]], [{"a": ["a"]}]) == [(("a",), ("a",)), (("b",), ())]


def test_there_must_be_a_step_between_each_two_rounds():
    with pytest.raises(ValueError, match="2 rounds have 1 steps between them, not 0"):
        tracks([["a"], ["a"]], [])


@st.composite
def forms(draw):
    """The answers of some rounds, and what leads from each to the next."""
    options = [[f"{at}{n}" for n in range(draw(st.integers(0, 4)))] for at in range(draw(st.integers(1, 4)))]
    steps = []
    for old, new in pairwise(options):
        targets = st.lists(st.sampled_from(new), max_size=2, unique=True) if new else st.just([])
        steps.append({code: draw(targets) for code in old})
    return options, steps


@given(forms())
def test_every_answer_of_every_round_is_in_one_track(values):
    options, steps = values
    found = tracks(options, steps)
    for at, codes in enumerate(options):
        assert sorted(code for track in found for code in track[at]) == sorted(codes)


@given(forms())
def test_answers_are_in_one_track_exactly_when_a_way_of_correspondences_leads_between_them(values):
    options, steps = values
    pairs = [{(at, old), (at + 1, new)} for at, step in enumerate(steps) for old, to in step.items() for new in to]
    islands = [{(at, code)} for at, codes in enumerate(options) for code in codes]
    for pair in pairs:
        touched = [island for island in islands if island & pair]
        islands = [island for island in islands if not island & pair] + [set().union(*touched)]
    found = [{(at, code) for at, codes in enumerate(track) for code in codes} for track in tracks(options, steps)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, islands))
