"""R-indicators against the programs of the RISQ project, and what must hold whatever the numbers."""

from fractions import Fraction
from math import sqrt
from statistics import pstdev, stdev

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.response.propensities import SeparatedError
from bredvid.figures.response.representativity import Model, representativity
from bredvid.figures.weights.margins import Key

FRAME: dict[Key, int] = {("A", "N"): 16, ("B", "N"): 50, ("C", "N"): 74, ("A", "S"): 30, ("B", "S"): 60, ("C", "S"): 60}
ANSWERED: dict[Key, int] = {
    ("A", "N"): 7,
    ("B", "N"): 10,
    ("C", "N"): 9,
    ("A", "S"): 12,
    ("B", "S"): 22,
    ("C", "S"): 13,
}
VARIABLES = ("group", "region")


@st.composite
def responses(draw):
    keys = [(group, region) for group in "ABC" for region in "NS"]
    frame = {key: draw(st.integers(1, 40)) for key in keys}
    return {key: draw(st.integers(0, units)) for key, units in frame.items()}, frame


def test_risq_gives_the_same_for_the_cells_own_rates():
    """RISQ 2.1 (de Heij, Schouten & Shlomo 2015), getRIndicator(r ~ group * region), its formulas run in R 4.2.2 on
    these 290 units with weights 1: R 0.821049574235, unadjusted 0.781019478866."""
    ours = representativity(ANSWERED, FRAME, VARIABLES)
    assert ours.indicator == pytest.approx(0.821049574235, abs=1e-11)
    assert ours.plain == pytest.approx(0.781019478866, abs=1e-11)


def test_risq_gives_the_same_for_main_effects():
    """The same with r ~ group + region: R 0.817037697557, unadjusted 0.790156884110; propensity of A in N 0.3232."""
    ours = representativity(ANSWERED, FRAME, VARIABLES, model=Model.MAIN_EFFECTS)
    assert ours.indicator == pytest.approx(0.817037697557, abs=1e-9)
    assert ours.plain == pytest.approx(0.790156884110, abs=1e-9)
    assert float(ours.propensities["A", "N"]) == pytest.approx(0.323200225885, abs=1e-9)
    assert float(ours.propensities["C", "S"]) == pytest.approx(0.208502528217, abs=1e-9)


@pytest.mark.parametrize("model", Model)
def test_risq_gives_the_same_partial_indicators(model):
    """The same, getPartialRUnconditional, unadjusted: of the variables PuUnadj, of the categories with their sign."""
    group, region = representativity(ANSWERED, FRAME, VARIABLES, model=model).parts
    assert (group.variable, region.variable) == VARIABLES
    assert (group.value, region.value) == pytest.approx((0.090838910575, 0.0637715758289), abs=1e-12)
    assert [part.value for part in group.categories] == pytest.approx(
        [0.0642489973077, 0.0241332978860, -0.0595093097972], abs=1e-12
    )
    assert [part.value for part in region.categories] == pytest.approx([-0.0458641954318, 0.0443090223442], abs=1e-12)
    assert next((part.category, part.respondents, part.frame) for part in group.categories) == ("A", 19, 46)


@given(responses())
def test_unit_by_unit_it_is_the_same(made):
    answered, frame = made
    ours = representativity(answered, frame, VARIABLES)
    each = [Fraction(answered[key], frame[key]) for key in frame for _unit in range(frame[key])]
    assert ours.plain == pytest.approx(1 - 2 * stdev(map(float, each)), abs=1e-9)
    assert ours.mean == Fraction(sum(answered.values()), sum(frame.values()))


@given(responses())
def test_a_variable_that_is_the_whole_key_has_all_of_the_unevenness(made):
    answered, frame = made
    joined: dict[Key, int] = {(group + region,): units for (group, region), units in frame.items()}
    ours = representativity({("".join(key),): n for key, n in answered.items()}, joined, ["cell"])
    each = [answered[key] / frame[key] for key in frame for _unit in range(frame[key])]
    assert ours.parts[0].value == pytest.approx(pstdev(each), abs=1e-9)
    squares = sum(part.value**2 for part in ours.parts[0].categories)
    assert ours.parts[0].value == pytest.approx(sqrt(squares), abs=1e-12)


@given(responses())
def test_the_correction_never_lowers_it_and_it_stays_between_0_and_1(made):
    answered, frame = made
    ours = representativity(answered, frame, VARIABLES)
    assert ours.plain <= ours.indicator <= 1
    assert ours.indicator >= -0.1  # (N − 1 in the place of N: a little below 0 where a handful are all or none)


def test_when_all_kinds_answered_alike_it_is_one():
    ours = representativity({("A",): 10, ("B",): 20}, {("A",): 40, ("B",): 80}, ["group"])
    assert (ours.plain, ours.indicator) == (1, 1)
    assert ours.maximal_bias == 0


def test_at_the_most_uneven_it_is_nearly_nought():
    ours = representativity({("A",): 500}, {("A",): 500, ("B",): 500}, ["group"])
    assert ours.indicator == pytest.approx(0, abs=2e-3)
    # Then a plain share can be off by half: all of A have it, none of B.
    assert ours.maximal_bias == pytest.approx(0.5, abs=1e-3)


def test_what_chance_alone_gives_is_taken_away():
    """Cells of two units at a response rate of a half vary greatly by chance; the correction takes nearly all of it."""
    answered: dict[Key, int] = {(str(i),): i % 3 for i in range(30)}
    ours = representativity(answered, dict.fromkeys(answered, 2), ["cell"])
    assert ours.plain < 0.2
    assert ours.indicator > ours.plain + 0.05


def test_the_order_of_the_cells_does_not_matter():
    backwards = dict(reversed(FRAME.items()))
    for model in Model:
        assert representativity(ANSWERED, backwards, VARIABLES, model=model) == representativity(
            ANSWERED, FRAME, VARIABLES, model=model
        )


def test_a_model_without_a_fit_is_refused_and_the_cells_own_rates_are_not():
    nobody_in_c: dict[Key, int] = {key: 0 if key[0] == "C" else n for key, n in ANSWERED.items()}
    with pytest.raises(SeparatedError, match="all or none answered"):
        representativity(nobody_in_c, FRAME, VARIABLES, model=Model.MAIN_EFFECTS)
    assert representativity(nobody_in_c, FRAME, VARIABLES).indicator < 1


def test_two_variables_that_are_one_are_refused():
    with pytest.raises(SeparatedError, match="two variables are one"):
        representativity(
            {("A", "a"): 5, ("B", "b"): 6},
            {("A", "a"): 10, ("B", "b"): 20},
            ["one", "other"],
            model=Model.MAIN_EFFECTS,
        )


@pytest.mark.parametrize(
    ("answered", "frame"),
    [
        ({("A", "N"): 17}, FRAME),
        ({("X", "N"): 1}, FRAME),
        ({("A",): 1}, FRAME),
        ({}, {("A", "N"): 1}),
        ({("A", "N"): -1}, FRAME),
    ],
)
def test_respondents_outside_the_frame_are_refused(answered, frame):
    with pytest.raises(ValueError, match=r"respondents among|two units"):
        representativity(answered, frame, VARIABLES)


def test_where_nobody_answered_the_bias_has_no_limit():
    assert representativity({}, FRAME, VARIABLES).maximal_bias == float("inf")
