"""What is certain about the frame when nothing is assumed about those who were silent or not accounted for."""

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.interval import exact_interval


@pytest.mark.parametrize(
    ("x", "low_share", "high_share"),
    [
        (4, 1.4, 76.2),
        (66, 22.8, 97.6),
        (34, 11.7, 86.6),
        (14, 4.8, 79.7),
        (16, 5.5, 80.3),
        (22, 7.6, 82.4),
        (10, 3.4, 78.3),
        (54, 18.6, 93.4),
    ],
)
def test_the_bounds_of_the_reference_table_are_reproduced(x, low_share, high_share):
    low, high = no_assumption_bounds(x, 73, 290)
    assert (low / 2.9, high / 2.9) == pytest.approx((low_share, high_share), abs=0.1)


@pytest.mark.parametrize(
    ("x", "unknown", "expected"), [(4, 3, (4, 224)), (66, 3, (66, 286)), (54, 6, (54, 277)), (34, 9, (34, 260))]
)
def test_answers_that_are_not_accounted_for_are_unknown(x, unknown, expected):
    assert no_assumption_bounds(x, 73, 290, unknown=unknown) == expected


@st.composite
def samples(draw):
    N = draw(st.integers(0, 500))
    n = draw(st.integers(0, N))
    x = draw(st.integers(0, n))
    return x, n, N, draw(st.integers(0, n - x))


@given(samples())
def test_the_bounds_are_every_count_that_some_completion_of_the_data_gives(sample):
    x, n, N, unknown = sample
    low, high = no_assumption_bounds(x, n, N, unknown=unknown)
    assert (low, high - low) == (x, unknown + (N - n))


@given(samples())
def test_the_interval_lies_within_the_bounds(sample):
    x, n, N, unknown = sample
    bounds, interval = no_assumption_bounds(x, n, N, unknown=unknown), exact_interval(x, n, N)
    assert bounds.low <= interval.low
    assert interval.high <= bounds.high


@pytest.mark.parametrize(
    ("x", "n", "N", "unknown"), [(-1, 3, 5, 0), (4, 3, 5, 0), (2, 6, 5, 0), (2, 3, 5, 2), (2, 3, 5, -1)]
)
def test_counts_that_do_not_nest_are_refused(x, n, N, unknown):
    with pytest.raises(ValueError, match=r"x \+ unknown <= n <= N"):
        no_assumption_bounds(x, n, N, unknown=unknown)
