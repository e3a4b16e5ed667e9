"""Raked shares with their uncertainty."""

from math import ceil

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.weights.cells import UnknownCellError
from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.margins import Key
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.raked_estimate import raked_estimate
from bredvid.figures.weights.raking import rake
from bredvid.figures.weights.share_interval import wilson
from bredvid.figures.weights.tests.makers import crossed
from bredvid.figures.weights.tests.test_raking import WIDE

SAMPLE: dict[Key, int] = {
    ("E", "No"): 15,
    ("E", "Yes"): 127,
    ("H", "No"): 13,
    ("H", "Yes"): 12,
    ("M", "No"): 9,
    ("M", "Yes"): 24,
}


@st.composite
def raked(draw):
    respondents, margins = draw(crossed())
    return {key: draw(st.integers(0, n)) for key, n in respondents.items()}, rake(respondents, margins)


def test_r_survey_gives_the_same_share_and_standard_error():
    """R 4.2.2, survey 4.1-1: rake(svydesign(~1, data=apisrs, fpc=~fpc), list(~stype, ~sch.wide), …), epsilon 1e-12;
    svymean(~I(awards == "Yes")): 0.628981615702, SE 0.0269207019327."""
    awards: dict[Key, int] = {
        ("E", "No"): 0,
        ("E", "Yes"): 101,
        ("H", "No"): 0,
        ("H", "Yes"): 9,
        ("M", "No"): 0,
        ("M", "Yes"): 14,
    }
    ours = raked_estimate(awards, rake(SAMPLE, WIDE))
    assert float(ours.share) == pytest.approx(0.628981615702, abs=1e-9)
    assert ours.standard_error == pytest.approx(0.0269207019327, abs=1e-9)


@settings(deadline=None)
@given(raked())
def test_the_interval_keeps_within_what_is_certain_and_holds_the_total_where_that_is_possible(made):
    counts, raking = made
    ours = raked_estimate(counts, raking)
    fewest = sum(counts.values())
    most = raking.frame - (raking.respondents - fewest)
    assert fewest <= ours.interval.low <= ours.interval.high <= most
    possible = min(max(ours.total, fewest), most)
    assert ours.interval.low - 1e-6 <= possible <= ours.interval.high + 1e-6


def test_where_weights_are_below_one_the_interval_still_begins_with_what_is_known():
    respondents: dict[Key, int] = {(group, region): 30 for group in "ab" for region in "xy"}
    raking = rake(respondents, {"group": {"a": 100, "b": 60}, "region": {"x": 100, "y": 60}})
    assert raking.weights["b", "y"] < 1
    counts = {key: 30 if key == ("b", "y") else 0 for key in respondents}
    ours = raked_estimate(counts, raking)
    assert ours.total < 30
    assert ours.interval.low == 30


def test_where_nobody_has_it_the_interval_is_that_of_the_effective_number_of_answers():
    respondents: dict[Key, int] = {("a", "x"): 20, ("a", "y"): 5, ("b", "x"): 5, ("b", "y"): 5}
    raking = rake(respondents, {"group": {"a": 60, "b": 240}, "region": {"x": 100, "y": 200}})
    ours = raked_estimate(dict.fromkeys(respondents, 0), raking)
    _low, high = wilson(0, float(raking.effective_n) / (1 - 35 / 300))
    assert ours.interval == (0, ceil(high * 300))
    assert raking.design_effect > 1.5


@settings(deadline=None)
@given(crossed())
def test_a_property_that_is_a_category_is_known_from_the_margin(made):
    respondents, margins = made
    counts = {key: n if key[0] == "g1" else 0 for key, n in respondents.items()}
    ours = raked_estimate(counts, rake(respondents, margins))
    assert float(ours.total) == pytest.approx(margins["group"]["g1"], rel=1e-9)
    assert ours.standard_error == pytest.approx(0, abs=1e-5)


def test_with_one_variable_that_says_nothing_it_is_post_stratification():
    answered, frame = {"a": 12, "b": 20}, {"a": 60, "b": 50}
    # Every category of the second variable has the same part of each cell, so that margin holds by itself.
    respondents: dict[Key, int] = {("a", "x"): 6, ("a", "y"): 6, ("b", "x"): 10, ("b", "y"): 10}
    raking = rake(respondents, {"group": frame, "half": {"x": 55, "y": 55}})
    ours = raked_estimate({("a", "x"): 2, ("a", "y"): 1, ("b", "x"): 7, ("b", "y"): 3}, raking)
    plain = estimate({"a": 3, "b": 10}, poststratify(answered, frame))
    assert float(ours.share) == pytest.approx(float(plain.share))
    assert float(ours.design_effect) == pytest.approx(float(plain.design_effect))


@pytest.mark.parametrize("counts", [{("a", "x"): 1}, {("a", "x"): 1, ("b", "y"): 10}])
def test_counts_that_do_not_fit_the_cells_are_refused(counts):
    raking = rake({("a", "x"): 9, ("b", "y"): 9}, {"one": {"a": 20, "b": 20}, "other": {"x": 20, "y": 20}})
    with pytest.raises(UnknownCellError):
        raked_estimate(counts, raking)


def test_two_margins_that_divide_the_respondents_alike_are_refused():
    raking = rake({("a", "x"): 9, ("b", "y"): 9}, {"one": {"a": 20, "b": 20}, "other": {"x": 20, "y": 20}})
    with pytest.raises(UnknownCellError, match="same respondents"):
        raked_estimate({("a", "x"): 1, ("b", "y"): 2}, raking)
