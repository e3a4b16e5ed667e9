"""Post-stratification: weights that bring the frame back, and what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.weights.cells import TooFewRespondentsError, UnknownCellError, WeightingError
from bredvid.figures.weights.design_effect import design_effect
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.tests.makers import SCHOOLS, cells


@given(cells())
def test_the_weights_add_up_to_the_frame_and_to_every_cell(made):
    respondents, frame = made
    weighting = poststratify(respondents, frame)
    assert sum(weighting.weights[code] * respondents[code] for code in respondents) == sum(frame.values())
    assert all(weighting.weights[code] * respondents[code] == frame[code] for code in respondents)


@given(cells(), st.randoms())
def test_the_order_of_the_cells_does_not_matter(made, random):
    respondents, frame = made
    shuffled = random.sample(sorted(respondents.items()), len(respondents))
    assert poststratify(dict(shuffled), dict(reversed(frame.items()))) == poststratify(respondents, frame)


@given(cells(), st.integers(2, 9))
def test_a_frame_many_times_as_large_gives_weights_as_many_times_as_large(made, times):
    respondents, frame = made
    once = poststratify(respondents, frame)
    larger = poststratify(respondents, {code: times * units for code, units in frame.items()})
    assert larger.weights == {code: times * weight for code, weight in once.weights.items()}
    assert larger.design_effect == once.design_effect


@given(cells())
def test_the_design_effect_is_one_plus_the_squared_variation_of_the_weights(made):
    weighting = poststratify(*made)
    each = [cell.weight for cell in weighting.cells for _one in range(cell.respondents)]
    mean = sum(each, Fraction(0)) / len(each)
    relvariance = sum(((weight - mean) ** 2 for weight in each), Fraction(0)) / len(each) / mean**2
    assert weighting.design_effect == 1 + relvariance
    assert weighting.effective_n == len(each) / (1 + relvariance) <= len(each)


def test_equal_response_rates_cost_nothing():
    weighting = poststratify({"A": 10, "B": 20}, {"A": 30, "B": 60})
    assert [weighting.design_effect, weighting.effective_n, weighting.ratio] == [1, 30, 1]


def test_r_survey_gives_the_same_weights_and_design_effect():
    """R 4.2.2, survey 4.1-1: postStratify(svydesign(~1, data=apisrs, fpc=~fpc), ~stype, …); Kish from weights()."""
    weighting = poststratify({"E": 142, "H": 25, "M": 33}, SCHOOLS)
    assert {code: float(weight) for code, weight in weighting.weights.items()} == pytest.approx(
        {"H": 30.2, "E": 31.1338028169, "M": 30.8484848485}, abs=1e-9
    )
    assert float(weighting.design_effect) == pytest.approx(1.00009967164, abs=1e-11)


def test_samplics_gives_the_same_weights_and_design_effect():
    """samplics 0.6.1: SampleWeight().poststratify(73 weights of 290/73, {"A": 40, "B": 150, "C": 100}, domain)."""
    weighting = poststratify({"A": 20, "B": 30, "C": 23}, {"A": 40, "B": 150, "C": 100})
    assert weighting.weights == {"A": 2, "B": 5, "C": Fraction(100, 23)}
    assert float(weighting.design_effect) == pytest.approx(1.0978493511864758, abs=1e-14)


@pytest.mark.parametrize("respondents", [0, 1, 4])
def test_a_cell_with_under_five_respondents_is_refused_by_name_and_number(respondents):
    with pytest.raises(TooFewRespondentsError, match=f"^B has {respondents} respondents") as refused:
        poststratify({"A": 10, "B": respondents}, {"A": 30, "B": 20})
    assert (refused.value.cell, refused.value.respondents) == ("B", respondents)


def test_five_respondents_are_enough():
    assert poststratify({"A": 5}, {"A": 6}).weights == {"A": Fraction(6, 5)}


def test_a_cell_that_no_respondent_is_in_is_refused_even_if_it_is_left_out():
    with pytest.raises(TooFewRespondentsError, match="B has 0"):
        poststratify({"A": 10}, {"A": 30, "B": 20})


def test_a_cell_that_the_frame_has_no_units_in_is_left_out():
    assert list(poststratify({"A": 10}, {"A": 30, "B": 0}).weights) == ["A"]


@pytest.mark.parametrize(
    ("respondents", "frame"),
    [({"A": 10, "X": 6}, {"A": 30}), ({"A": 31}, {"A": 30}), ({"A": -1}, {"A": 30}), ({}, {}), ({"A": 0}, {"A": 0})],
)
def test_respondents_outside_the_frame_are_refused(respondents, frame):
    with pytest.raises(UnknownCellError):
        poststratify(respondents, frame)


def test_every_refusal_is_a_value_error_so_that_commands_tell_it_in_one_line():
    assert issubclass(WeightingError, ValueError)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [((1, 1, 1, 1), 1.0), ((1, 3), 1.25), ((2.0, 2.0, 4.0, 4.0), 10 / 9)],
)
def test_the_design_effect_of_plain_weights(weights, expected):
    assert design_effect((float(weight), 1) for weight in weights) == pytest.approx(expected)


@pytest.mark.parametrize("weights", [[], [(1.0, 0)], [(0.0, 1), (1.0, 1)], [(-1.0, 2)], [(1.0, -2)]])
def test_weights_that_are_none_are_refused(weights):
    with pytest.raises(ValueError, match="above zero"):
        design_effect(weights)
