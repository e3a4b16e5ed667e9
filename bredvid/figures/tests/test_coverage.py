"""The promise of the interval: at least 95 of 100 such intervals hold the true count, whatever that count is."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.coverage import coverage
from bredvid.figures.tests.oracle import interval_by_trying_every_count, wald, wald_coverage

PROMISED = Fraction(95, 100)


@pytest.fixture(scope="module")
def in_2025():
    return coverage(73, 290)


def test_every_count_of_the_2025_round_is_covered(in_2025):
    assert len(in_2025) == 291
    assert min(in_2025) >= PROMISED


def test_the_least_coverage_between_3_and_287_is_as_documented(in_2025):
    assert round(100 * float(min(in_2025[3:288])), 2) == 95.06


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 9).flatmap(lambda N: st.tuples(st.integers(0, N), st.just(N))))
def test_drawing_every_sample_gives_the_same_coverage(sizes):
    n, N = sizes
    for K, computed in enumerate(coverage(n, N)):
        seen = [sum(unit < K for unit in sample) for sample in combinations(range(N), n)]
        held = sum(low <= K <= high for low, high in (interval_by_trying_every_count(x, n, N) for x in seen))
        assert computed == Fraction(held, len(seen))


@pytest.mark.parametrize("sizes", [(-1, 5), (6, 5)])
def test_sizes_that_do_not_nest_are_refused(sizes):
    with pytest.raises(ValueError, match="expected 0 <= n <= N"):
        coverage(*sizes)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 120).flatmap(lambda N: st.tuples(st.integers(0, N), st.just(N))))
def test_every_count_of_a_small_frame_is_covered(sizes):
    assert min(coverage(*sizes)) >= PROMISED


@settings(max_examples=20, deadline=None)
@given(st.integers(121, 500).flatmap(lambda N: st.tuples(st.integers(0, N), st.just(N))))
def test_every_count_of_a_large_frame_is_covered(sizes):
    assert min(coverage(*sizes)) >= PROMISED


@pytest.mark.parametrize(("count", "covered"), [(12, 84.8), (3, 58.2)])
def test_the_wald_interval_breaks_the_same_promise_for_small_counts(count, covered):
    assert 100 * wald_coverage(73, 290, count) == pytest.approx(covered, abs=0.05)


@pytest.mark.parametrize(
    ("x", "low", "high"),
    [
        (4, 0.9, 10.0),
        (66, 84.5, 96.3),
        (34, 36.6, 56.5),
        (14, 11.3, 27.0),
        (16, 13.7, 30.2),
        (22, 21.0, 39.3),
        (10, 6.8, 20.6),
        (54, 65.2, 82.7),
    ],
)
def test_the_wald_column_of_the_reference_table_is_reproduced(x, low, high):
    _, lower, upper = wald(x, 73, 290)
    assert (100 * lower, 100 * upper) == pytest.approx((low, high), abs=0.1)
