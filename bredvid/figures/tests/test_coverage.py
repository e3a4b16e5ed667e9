"""The promise of the interval: at least 95 of 100 such intervals hold the true count, whatever that count is."""

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.tests.oracle import coverage_of_every_count, wald, wald_coverage

PROMISED = Fraction(95, 100)


@pytest.fixture(scope="module")
def coverage():
    return coverage_of_every_count(73, 290)


def test_every_count_of_the_2025_round_is_covered(coverage):
    assert len(coverage) == 291
    assert min(coverage) >= PROMISED


def test_the_least_coverage_between_3_and_287_is_as_documented(coverage):
    assert round(100 * float(min(coverage[3:288])), 2) == 95.06


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 120).flatmap(lambda N: st.tuples(st.integers(0, N), st.just(N))))
def test_every_count_of_a_small_frame_is_covered(sizes):
    assert min(coverage_of_every_count(*sizes)) >= PROMISED


@settings(max_examples=20, deadline=None)
@given(st.integers(121, 500).flatmap(lambda N: st.tuples(st.integers(0, N), st.just(N))))
def test_every_count_of_a_large_frame_is_covered(sizes):
    assert min(coverage_of_every_count(*sizes)) >= PROMISED


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
