"""Early and late answers side by side."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.detectable import fisher_p
from bredvid.figures.interval import exact_interval
from bredvid.figures.response.independence import independence_p
from bredvid.figures.response.waves import WaveCount, compare_waves


def wave(name: str, count: int, valid: int, asked: int | None = None) -> WaveCount:
    return WaveCount(wave=name, count=count, valid=valid, asked=valid if asked is None else asked)


WAVES = (wave("early", 12, 24, 25), wave("reminder-1", 5, 20), wave("reminder-2", 3, 14, 16), wave("late", 1, 12))


def test_each_step_is_what_would_have_been_published_then():
    steps = compare_waves(WAVES, 290).steps
    assert [(step.count, step.base.valid, step.base.asked) for step in steps] == [
        (12, 24, 25),
        (17, 44, 45),
        (20, 58, 61),
        (21, 70, 73),
    ]
    assert [step.share for step in steps][-1] == Fraction(21, 70)
    assert all(step.base.frame == 290 for step in steps)
    assert steps[1].interval == exact_interval(17, 44, 290)


def test_all_waves_are_tested_at_once_and_the_first_against_the_later():
    comparison = compare_waves(WAVES, 290)
    assert comparison.p == independence_p((12, 5, 3, 1), (24, 20, 14, 12))
    assert comparison.first_p == fisher_p(12, 21, 24, 70)
    assert comparison.gradient == Fraction(1, 12) - Fraction(12, 24)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=4))
def test_the_last_step_is_the_whole_round(pairs):
    waves = [wave(str(i), min(pair), max(pair)) for i, pair in enumerate(pairs)]
    last = compare_waves(waves, 290).steps[-1]
    assert (last.count, last.base.valid) == (sum(map(min, pairs)), sum(map(max, pairs)))


def test_a_wave_without_an_answer_has_no_share_and_changes_no_test():
    with_gap = compare_waves((WAVES[0], wave("reminder-1", 0, 0), WAVES[3]), 290)
    without = compare_waves((WAVES[0], WAVES[3]), 290)
    assert with_gap.steps[1].wave.share is None
    assert with_gap.steps[1].share == Fraction(12, 24)
    assert (with_gap.p, with_gap.first_p, with_gap.gradient) == (without.p, without.first_p, without.gradient)


@pytest.mark.parametrize("waves", [(), (WAVES[0],), (WAVES[0], wave("late", 0, 0))])
def test_one_wave_has_nothing_to_be_compared_with(waves):
    comparison = compare_waves(waves, 290)
    assert (comparison.p, comparison.first_p, comparison.gradient) == (None, None, None)


def test_where_too_many_tables_would_have_to_be_tried_only_the_first_wave_is_tested():
    large = [wave(str(i), 30, 58) for i in range(5)]
    comparison = compare_waves(large, 290)
    assert comparison.p is None
    assert comparison.first_p == 1


def test_no_answer_yet_has_no_share():
    assert compare_waves((wave("early", 0, 0),), 290).steps[0].share is None


def test_more_answers_than_units_are_refused():
    with pytest.raises(ValueError, match="nest"):
        compare_waves((wave("early", 1, 200), wave("late", 1, 100)), 290)


def test_a_wave_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        compare_waves((WAVES[0], WAVES[0]), 290)


@pytest.mark.parametrize("numbers", [(3, 2, 2), (-1, 2, 2), (1, 3, 2)])
def test_a_wave_whose_numbers_do_not_nest_is_refused(numbers):
    with pytest.raises(ValueError, match="early"):
        wave("early", *numbers)
