"""What few positives can tell: Fisher's exact test, and the claims that it lets through."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.detectable import can_tell, fisher_p, positives_needed, smallest_detectable

SMALL_AND_LARGE = (15, 58)


def p_by_dealing_every_hand(in_group: int, positives: int, size: int, total: int) -> Fraction:
    """Deals the positives to every possible set of units, one by one, and counts: no formula at all."""
    hands = [sum(unit < size for unit in hand) for hand in combinations(range(total), positives)]
    return Fraction(sum(hands.count(hand) <= hands.count(in_group) for hand in hands), len(hands))


@st.composite
def splits(draw):
    total = draw(st.integers(2, 10))
    size = draw(st.integers(1, total - 1))
    positives = draw(st.integers(0, total))
    lowest, highest = max(0, positives - (total - size)), min(positives, size)
    return draw(st.integers(lowest, highest)), positives, size, total


@settings(max_examples=80, deadline=None)
@given(splits())
def test_dealing_every_hand_gives_the_same_p(split):
    assert fisher_p(*split) == p_by_dealing_every_hand(*split)


@given(splits())
def test_looking_at_the_other_group_gives_the_same_p(split):
    in_group, positives, size, total = split
    assert fisher_p(in_group, positives, size, total) == fisher_p(positives - in_group, positives, total - size, total)


@pytest.mark.parametrize(
    ("split", "p"),
    # The two examples on the manual page of R's fisher.test: the lady tasting tea, and convictions of twins.
    [((3, 4, 4, 8), 0.4857), ((2, 12, 17, 30), 0.0005367)],
)
def test_r_gives_the_same_p(split, p):
    assert float(fisher_p(*split)) == pytest.approx(p, rel=2e-4)


@pytest.mark.parametrize(("in_small", "p"), [(2, 0.18), (3, 0.026), (4, 0.001)])
def test_of_four_programmes_only_three_or_four_in_the_small_group_would_show(in_small, p):
    assert float(fisher_p(in_small, 4, 15, 73)) == pytest.approx(p, abs=0.006)
    assert (fisher_p(in_small, 4, 15, 73) < Fraction(1, 20)) == (in_small >= 3)


def test_the_smallest_split_that_would_show_is_given_for_each_group():
    detectable = smallest_detectable(4, SMALL_AND_LARGE)
    small, large = detectable.groups
    assert (small.count, small.p) == (3, fisher_p(3, 4, 15, 73))
    assert small.expected == Fraction(4 * 15, 73)
    # All four in the large group is what chance gives more often than not.
    assert (large.count, large.p) == (None, None)


def test_four_positives_cannot_tell_whether_size_matters():
    assert not can_tell(4, SMALL_AND_LARGE)
    assert smallest_detectable(4, SMALL_AND_LARGE).can_tell is False


def test_what_is_needed_is_the_first_number_that_can_tell():
    needed = positives_needed(SMALL_AND_LARGE)
    assert needed is not None
    assert needed > 4
    assert can_tell(needed, SMALL_AND_LARGE)
    assert not any(can_tell(fewer, SMALL_AND_LARGE) for fewer in range(needed))


def test_enough_positives_can_tell():
    assert can_tell(34, SMALL_AND_LARGE)
    assert can_tell(34, (36, 37))


def test_so_few_units_can_never_tell():
    assert positives_needed((2, 2)) is None


def test_a_stricter_level_needs_more_positives():
    strict = positives_needed(SMALL_AND_LARGE, Fraction(1, 1000))
    usual = positives_needed(SMALL_AND_LARGE)
    assert strict is not None
    assert usual is not None
    assert strict > usual


@given(st.integers(0, 30), st.lists(st.integers(1, 20), min_size=2, max_size=5))
def test_a_smallest_split_shows_and_one_fewer_does_not(positives, sizes):
    total = sum(sizes)
    positives = min(positives, total)
    for group in smallest_detectable(positives, sizes).groups:
        if group.count is not None:
            assert fisher_p(group.count, positives, group.size, total) < Fraction(1, 20)
            fewer = group.count - 1
            assert fewer <= group.expected or fisher_p(fewer, positives, group.size, total) >= Fraction(1, 20)


@pytest.mark.parametrize(
    ("positives", "sizes", "message"),
    [(4, (73,), "two groups"), (4, (0, 73), "none empty"), (74, (15, 58), "positives"), (-1, (15, 58), "positives")],
)
def test_groups_that_cannot_be_are_refused(positives, sizes, message):
    with pytest.raises(ValueError, match=message):
        smallest_detectable(positives, sizes)


def test_a_split_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="cannot be among"):
        fisher_p(5, 4, 15, 73)
