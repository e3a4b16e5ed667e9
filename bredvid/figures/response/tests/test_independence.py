"""The exact test of several groups at once."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.detectable import fisher_p
from bredvid.figures.response.independence import TooManyTablesError, count_tables, independence_p


@st.composite
def small_tables(draw):
    sizes = draw(st.lists(st.integers(0, 4), min_size=2, max_size=4))
    return [draw(st.integers(0, size)) for size in sizes], sizes


def p_by_dealing_every_hand(counts, sizes) -> Fraction:
    """Deals the positives to every possible set of units, one by one, and counts: no formula at all."""
    groups = [group for group, size in enumerate(sizes) for _unit in range(size)]
    hands = [
        tuple([groups[unit] for unit in hand].count(group) for group in range(len(sizes)))
        for hand in combinations(range(len(groups)), sum(counts))
    ]
    return Fraction(sum(hands.count(hand) <= hands.count(tuple(counts)) for hand in hands), len(hands))


@settings(max_examples=50, deadline=None)
@given(small_tables())
def test_dealing_every_hand_gives_the_same_p(table):
    if sum(table[1]) <= 9:
        assert independence_p(*table) == p_by_dealing_every_hand(*table)


@pytest.mark.parametrize(
    ("counts", "sizes", "p"),
    [
        ((3, 1, 0, 4), (23, 16, 12, 22), 0.464892664317),
        ((1, 2, 5), (10, 10, 8), 0.0629370629371),
        ((4, 1, 2, 8), (13, 15, 22, 23), 0.0668914531686),
    ],
)
def test_r_gives_the_same_p(counts, sizes, p):
    """R 4.2.2: fisher.test(rbind(counts, sizes - counts))$p.value."""
    assert float(independence_p(counts, sizes)) == pytest.approx(p, abs=1e-12)


@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_two_groups_are_fishers_test(first, second, data):
    counts = (data.draw(st.integers(0, first)), data.draw(st.integers(0, second)))
    assert independence_p(counts, (first, second)) == fisher_p(counts[0], sum(counts), first, first + second)


@given(small_tables(), st.randoms())
def test_the_order_of_the_groups_does_not_matter(table, random):
    pairs = list(zip(*table, strict=True))
    counts, sizes = zip(*random.sample(pairs, len(pairs)), strict=True)
    assert independence_p(counts, sizes) == independence_p(*table)


def test_tables_are_counted_before_they_are_made():
    assert count_tables(2, (1, 2, 2)) == 5  # 011, 101, 110, 020, 002
    with pytest.raises(TooManyTablesError, match="at most 100"):
        independence_p((10, 10, 10), (20, 20, 20), most_tables=100)


@pytest.mark.parametrize(("counts", "sizes"), [((3,), (4,)), ((3, 1), (2, 4)), ((1, 1), (2, 2, 2)), ((-1, 1), (2, 2))])
def test_groups_that_cannot_be_are_refused(counts, sizes):
    with pytest.raises(ValueError, match=r"two groups|cannot be"):
        independence_p(counts, sizes)
