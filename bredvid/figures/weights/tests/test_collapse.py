"""Merging cells: one rule, the same result whoever counts."""

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.weights.cells import TooFewRespondentsError, UnknownCellError
from bredvid.figures.weights.collapse import collapse
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.tests.makers import ANSWERED, GROUPS, HAVE_IT


def merged(answered: dict[str, int], room: int = 99) -> list[str]:
    """The cells that are left of a frame with room in every cell."""
    return list(collapse(answered, dict.fromkeys(answered, room)).respondents)


@st.composite
def responses(draw):
    codes = draw(st.lists(st.sampled_from(sorted(GROUPS)), min_size=1, unique=True))
    answered = {code: draw(st.integers(0, 12)) for code in codes}
    return answered, {code: count + draw(st.integers(0, 20)) for code, count in answered.items()}


def test_the_documented_example_merges_the_cities_the_low_commuters_and_the_tourist_places():
    done = collapse(ANSWERED, GROUPS)
    assert done.respondents == {"A1+A2": 17, "B3": 10, "B4+B5": 18, "C6": 6, "C7": 10, "C8+C9": 12}
    assert done.frame == {"A1+A2": 46, "B3": 23, "B4+B5": 87, "C6": 27, "C7": 51, "C8+C9": 56}
    assert done.gather(HAVE_IT)["C8+C9"] == 1


@pytest.mark.parametrize(
    ("answered", "cells"),
    [
        ({"A1": 5, "A2": 5}, ["A1", "A2"]),
        # The main group first, though the neighbour outside it has fewer.
        ({"B5": 5, "C6": 4, "C7": 30}, ["B5", "C6+C7"]),
        # Of two in the main group the one with fewer respondents, or the one before.
        ({"C6": 9, "C7": 2, "C8": 7}, ["C6", "C7+C8"]),
        ({"C6": 8, "C7": 2, "C8": 8}, ["C6+C7", "C8"]),
        # The fewest first: C9 goes to C8, which then has enough.
        ({"C7": 9, "C8": 4, "C9": 1}, ["C7", "C8+C9"]),
        # Alone in its main group: beside it, with fewer respondents.
        ({"A2": 9, "B3": 2, "C6": 8}, ["A2", "B3+C6"]),
        # A merged cell is of both main groups.
        ({"A1": 1, "A2": 1, "B3": 2, "B4": 9, "C6": 6}, ["A1+A2+B3+B4", "C6"]),
    ],
)
def test_the_rule_step_by_step(answered, cells):
    assert merged(answered) == cells


def test_a_part_of_the_frame_without_units_is_left_out():
    done = collapse({"A1": 6, "A2": 0, "B3": 6}, {"A1": 9, "A2": 0, "B3": 9})
    assert done.merged_into == {"A1": "A1", "B3": "B3"}


@given(responses(), st.randoms())
def test_nobody_is_lost_and_the_result_can_be_weighted(made, random):
    answered, frame = made
    try:
        done = collapse(dict(random.sample(sorted(answered.items()), len(answered))), frame)
    except (TooFewRespondentsError, UnknownCellError):
        assert sum(answered.values()) < 5
        return
    assert (sum(done.respondents.values()), sum(done.frame.values())) == (sum(answered.values()), sum(frame.values()))
    assert done == collapse(answered, frame)
    assert poststratify(done.respondents, done.frame).respondents == sum(answered.values())


def test_too_few_in_all_are_refused():
    with pytest.raises(TooFewRespondentsError, match=r"A1\+A2 has 4"):
        collapse({"A1": 2, "A2": 2}, {"A1": 9, "A2": 9})


def test_a_count_under_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        collapse({"A1": 6}, {"A1": 9}).gather({"X1": 1})


def test_other_codes_can_have_main_groups_of_their_own():
    done = collapse(
        {"north-1": 6, "south-1": 2, "south-2": 9},
        {"north-1": 9, "south-1": 9, "south-2": 9},
        main_group=lambda code: code.split("-")[0],
    )
    assert list(done.respondents) == ["north-1", "south-1+south-2"]
