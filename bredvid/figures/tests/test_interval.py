"""The exact interval: its published table, its edges and an independent second opinion."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.interval import Interval, exact_interval
from bredvid.figures.tests.oracle import adjusted_wald, interval_by_trying_every_count, wald

# The 2025 round: x of 73, the counts of 290 and the shares in per cent, as computed when the round was read.
REFERENCE = [
    (4, 73, 6, 35, 2.1, 12.1),
    (66, 73, 240, 276, 82.8, 95.2),
    (34, 73, 106, 165, 36.6, 56.9),
    (14, 73, 35, 83, 12.1, 28.6),
    (16, 73, 41, 91, 14.1, 31.4),
    (22, 73, 62, 117, 21.4, 40.3),
    (10, 73, 22, 65, 7.6, 22.4),
    (54, 73, 186, 238, 64.1, 82.1),
    (4, 70, 6, 37, 2.1, 12.8),
    (54, 67, 205, 256, 70.7, 88.3),
]


@st.composite
def samples(draw, most=120):
    N = draw(st.integers(0, most))
    n = draw(st.integers(0, N))
    return draw(st.integers(0, n)), n, N


@pytest.mark.parametrize(("x", "n", "low", "high", "low_share", "high_share"), REFERENCE)
def test_the_table_of_the_2025_round_is_reproduced(x, n, low, high, low_share, high_share):
    lowest, highest = exact_interval(x, n, 290)
    assert (lowest, highest) == (low, high)
    assert (lowest / 2.9, highest / 2.9) == pytest.approx((low_share, high_share), abs=0.1)


@settings(max_examples=150, deadline=None)
@given(samples())
def test_trying_every_count_gives_the_same_interval(sample):
    assert exact_interval(*sample) == interval_by_trying_every_count(*sample)


@settings(max_examples=100, deadline=None)
@given(samples(most=500))
def test_counting_those_without_the_property_mirrors_the_interval(sample):
    x, n, N = sample
    low, high = exact_interval(x, n, N)
    assert exact_interval(n - x, n, N) == (N - high, N - low)


@settings(max_examples=100, deadline=None)
@given(samples(most=500))
def test_the_interval_holds_only_counts_that_are_possible(sample):
    x, n, N = sample
    low, high = exact_interval(x, n, N)
    assert x <= low <= high <= N - (n - x)


def test_more_with_the_property_never_moves_the_interval_down():
    intervals = [exact_interval(x, 73, 290) for x in range(74)]
    assert all(a.low <= b.low and a.high <= b.high for a, b in pairwise(intervals))


@pytest.mark.parametrize(
    ("x", "n", "N", "expected"),
    [
        (0, 0, 0, (0, 0)),
        (0, 0, 290, (0, 290)),
        (4, 290, 290, (4, 4)),
        (0, 290, 290, (0, 0)),
        (290, 290, 290, (290, 290)),
        (0, 1, 2, (0, 1)),
    ],
)
def test_nobody_and_everybody_asked_are_no_special_cases(x, n, N, expected):
    assert exact_interval(x, n, N) == expected


def test_a_tail_of_exactly_the_threshold_is_too_rare():
    # One of 40 has it, and just that one answered: a chance of exactly 1/40.
    assert exact_interval(1, 1, 40).low == 2
    assert exact_interval(0, 1, 40).high == 38


def test_none_seen_does_not_mean_that_there_are_none():
    assert exact_interval(0, 73, 290) == interval_by_trying_every_count(0, 73, 290)
    assert exact_interval(0, 73, 290).high > 0


def test_all_seen_does_not_mean_that_all_are():
    assert exact_interval(73, 73, 290).low < 290


def test_less_confidence_gives_a_narrower_interval():
    wide, narrow = exact_interval(34, 73, 290), exact_interval(34, 73, 290, Fraction(1, 2))
    assert wide.low < narrow.low <= narrow.high < wide.high


@pytest.mark.parametrize("arguments", [(5, 4, 10), (1, 11, 10), (-1, 4, 10), (0, -1, 10)])
def test_counts_that_do_not_nest_are_refused(arguments):
    with pytest.raises(ValueError, match="expected 0 <= x <= n <= N"):
        exact_interval(*arguments)


@pytest.mark.parametrize("confidence", [Fraction(0), Fraction(-1, 2), Fraction(1), Fraction(3, 2)])
def test_a_confidence_outside_nothing_and_certainty_is_refused(confidence):
    with pytest.raises(ValueError, match="confidence"):
        exact_interval(4, 73, 290, confidence)


def test_an_interval_is_a_pair():
    assert tuple(Interval(6, 35)) == (6, 35)


# Golden values of published software: they anchor the comparison with the interval that we do not use.
def test_our_comparison_agrees_with_statpsych_ci_prop_fpc():
    share, error, low, high = adjusted_wald(12, 100, 400)
    assert (share, error, low, high) == pytest.approx((0.1346154, 0.0290208, 0.0777357, 0.1914951), abs=5e-7)


def test_our_comparison_agrees_with_samplingbook_sprop():
    assert wald(3, 10, 50) == pytest.approx((0.1366, 0.0322, 0.5678), abs=5e-5)
