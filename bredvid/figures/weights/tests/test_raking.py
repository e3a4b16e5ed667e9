"""Raking: every margin holds, known packages agree, and what cannot be is refused."""

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.figures.weights.cells import TooFewRespondentsError, UnknownCellError
from bredvid.figures.weights.margins import Key, MarginsDifferError
from bredvid.figures.weights.raking import NotConvergedError, Raking, rake
from bredvid.figures.weights.tests.makers import SCHOOLS, crossed

WIDE = {"stype": SCHOOLS, "sch.wide": {"No": 1072, "Yes": 5122}}


def held(raking: Raking, place: int, category: str) -> float:
    return sum(cell.weight * cell.respondents for cell in raking.cells if cell.key[place] == category)


@settings(deadline=None)
@given(crossed())
def test_every_margin_holds_and_the_weights_add_up_to_the_frame(made):
    respondents, margins = made
    raking = rake(respondents, margins)
    for place, categories in enumerate(margins.values()):
        for category, units in categories.items():
            assert held(raking, place, category) == pytest.approx(units, rel=1e-9)
    assert sum(cell.weight * cell.respondents for cell in raking.cells) == pytest.approx(raking.frame, rel=1e-9)
    assert raking.ratio >= 1
    assert raking.design_effect >= 1 - 1e-12
    assert raking.effective_n <= raking.respondents + 1e-9


@settings(deadline=None)
@given(crossed(), st.randoms())
def test_the_same_answers_in_another_order_give_the_same_weights_to_the_last_bit(made, random):
    respondents, margins = made
    shuffled = dict(random.sample(sorted(respondents.items()), len(respondents)))
    assert rake(shuffled, margins) == rake(respondents, margins)


def test_margins_that_hold_already_leave_equal_weights():
    raking = rake(
        {("a", "x"): 5, ("a", "y"): 5, ("b", "x"): 10, ("b", "y"): 10},
        {"one": {"a": 20, "b": 40}, "other": {"x": 30, "y": 30}},
    )
    assert list(raking.weights.values()) == pytest.approx([2] * 4)
    assert raking.steps == 1
    assert (raking.design_effect, raking.ratio) == pytest.approx((1, 1))


def test_r_survey_gives_the_same_raked_weights():
    """R 4.2.2, survey 4.1-1, the manual's own example: rake(apiclus1, list(~stype, ~sch.wide), …), epsilon 1e-12; the
    design's weights are equal, so they do not matter. Kish's design effect of weights() is 1.0516566956."""
    answered: dict[Key, int] = {
        ("E", "No"): 12,
        ("E", "Yes"): 132,
        ("H", "No"): 3,
        ("H", "Yes"): 11,
        ("M", "No"): 8,
        ("M", "Yes"): 17,
    }
    raking = rake(answered, WIDE)
    assert raking.weights == pytest.approx(
        {
            ("H", "Yes"): 50.3294011160,
            ("E", "Yes"): 29.8706754927,
            ("M", "Yes"): 36.7910248641,
            ("M", "No"): 49.0690721639,
            ("E", "No"): 39.8392362471,
            ("H", "No"): 67.1255292412,
        },
        abs=1e-7,
    )
    assert raking.design_effect == pytest.approx(1.0516566956, abs=1e-9)


def test_ipfn_gives_the_same_fitted_table():
    """ipfn 1.4.4 on a table of 3 × 4, margins 20, 18, 22 and 18, 16, 12, 14, convergence_rate 1e-14."""
    table = [[8, 4, 6, 7], [3, 6, 5, 2], [9, 11, 3, 1]]
    fitted = [
        [5.57936139, 2.16246694, 3.89187372, 8.36629795],
        [3.43319968, 5.32260256, 5.32182753, 3.92237024],
        [8.98743893, 8.5149305, 2.78629875, 1.71133181],
    ]
    answered: dict[Key, int] = {(f"r{i}", f"c{j}"): count for i, row in enumerate(table) for j, count in enumerate(row)}
    # A margin here may not be less than its respondents: ten times as large a frame has ten times as large weights.
    margins = {
        "row": {f"r{i}": 10 * units for i, units in enumerate((20, 18, 22))},
        "column": {f"c{j}": 10 * units for j, units in enumerate((18, 16, 12, 14))},
    }
    for cell in rake(answered, margins).cells:
        i, j = (int(category[1:]) for category in cell.key)
        assert cell.weight * cell.respondents / 10 == pytest.approx(fitted[i][j], abs=1e-7)


def test_three_margins_can_hold_at_once():
    answered: dict[Key, int] = {(a, b, c): 5 for a in "ab" for b in "xy" for c in "uv"}
    raking = rake(answered, {"1": {"a": 60, "b": 40}, "2": {"x": 30, "y": 70}, "3": {"u": 45, "v": 55}})
    assert [held(raking, 1, "y"), held(raking, 2, "u")] == pytest.approx([70, 45])


def test_a_category_with_under_five_respondents_is_refused_by_name_and_number():
    with pytest.raises(TooFewRespondentsError, match=r"^region south has 4 respondents"):
        rake(
            {("a", "north"): 9, ("b", "north"): 6, ("b", "south"): 4},
            {"group": {"a": 20, "b": 20}, "region": {"north": 30, "south": 10}},
        )


def test_a_category_that_the_frame_has_no_units_in_is_left_out():
    raking = rake(
        {("a", "x"): 9, ("b", "x"): 6, ("b", "y"): 9},
        {"one": {"a": 20, "b": 20, "c": 0}, "other": {"x": 30, "y": 10}},
    )
    assert {key[0] for key in raking.weights} == {"a", "b"}


@pytest.mark.parametrize(
    "margins",
    [
        {"one": {"a": 20, "b": 20}},
        {"one": {"a": 20, "b": 20}, "other": {"x": 30, "y": 11}},
        {},
    ],
)
def test_margins_that_are_not_of_one_frame_are_refused(margins):
    with pytest.raises(MarginsDifferError):
        rake({("a", "x"): 9, ("b", "y"): 9}, margins)


@pytest.mark.parametrize(
    "answered", [{("a", "x"): 9, ("b", "z"): 9}, {("a",): 9}, {("a", "x"): 99, ("b", "y"): 9}, {("a", "x"): -1}]
)
def test_respondents_outside_the_margins_are_refused(answered):
    with pytest.raises(UnknownCellError):
        rake(answered, {"one": {"a": 20, "b": 20}, "other": {"x": 30, "y": 10}})


def test_margins_that_empty_cells_make_impossible_are_refused_after_all_steps():
    # All of a are x and all of b are y, so a and x must be as many; the margins say otherwise.
    with pytest.raises(NotConvergedError, match="after 50 steps") as refused:
        rake(
            {("a", "x"): 9, ("b", "y"): 9},
            {"one": {"a": 20, "b": 20}, "other": {"x": 30, "y": 10}},
            most_steps=50,
        )
    assert refused.value.left > 0.1
