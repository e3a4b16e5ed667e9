"""Weighted shares against packages that are known, and against what must hold whatever the numbers."""

from fractions import Fraction

import pytest
from hypothesis import given

from bredvid.figures.interval import exact_interval
from bredvid.figures.tests.oracle import adjusted_wald
from bredvid.figures.weights.cells import UnknownCellError
from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.tests.makers import SCHOOLS, answered_cells, one_cell


def test_r_survey_gives_the_same_share_total_and_standard_errors():
    """R 4.2.2, survey 4.1-1, on its own data: svydesign(~1, strata=~stype, data=apistrat, fpc=~fpc), share of schools
    with sch.wide == "Yes": svymean 0.827948014207, SE 0.0243447800897; svytotal 5128.31, SE 150.791567875."""
    ours = estimate({"E": 91, "H": 26, "M": 35}, poststratify({"E": 100, "H": 50, "M": 50}, SCHOOLS))
    assert float(ours.share) == pytest.approx(0.827948014207, abs=1e-12)
    assert ours.standard_error == pytest.approx(0.0243447800897, abs=1e-13)
    assert ours.total == Fraction("5128.31")
    assert ours.base.frame * ours.standard_error == pytest.approx(150.791567875, abs=1e-9)


def test_r_survey_gives_nearly_the_same_interval_by_another_method():
    """svyciprop(method="logit") on the same: 0.774539657074 to 0.870814857200. Ours is Wilson's and no narrower."""
    low, high = estimate(
        {"E": 91, "H": 26, "M": 35}, poststratify({"E": 100, "H": 50, "M": 50}, SCHOOLS)
    ).share_interval
    assert float(low) == pytest.approx(0.7745, abs=0.011)
    assert float(high) == pytest.approx(0.8708, abs=0.011)
    assert high - low > Fraction("0.8708") - Fraction("0.7746")


def test_r_survey_gives_the_same_post_stratified_share():
    """The same on apisrs: postStratify(…, ~stype, …), svymean 0.816395962885. Its SE 0.02514 is of another kind, over
    all samples and not given how many answered in each cell; the two are close."""
    ours = estimate({"E": 127, "H": 12, "M": 24}, poststratify({"E": 142, "H": 25, "M": 33}, SCHOOLS))
    assert float(ours.share) == pytest.approx(0.816395962885, abs=1e-12)
    assert ours.standard_error == pytest.approx(0.0251360546397, rel=0.01)


def test_samplingbook_gives_the_same_standard_error():
    """R package samplingbook: Sprop(m=3, n=10, N=50) prints SE 0.1366 and, by Wald, 0.0322 to 0.5678."""
    ours = estimate({"all": 3}, one_cell(10, 50))
    assert ours.standard_error == pytest.approx(0.1366, abs=5e-5)
    # Wald would begin at 1.6 of 50 though 3 are known; ours begins with what is known or above.
    assert ours.interval.low >= 3


def test_statpsych_gives_nearly_the_same_interval():
    """R package statpsych: ci.prop.fpc(.05, 12, 100, 400) gives 0.1346154, SE 0.0290208, 0.07773565 to 0.1914951."""
    share, error, low, high = adjusted_wald(12, 100, 400)
    assert (share, error, low, high) == pytest.approx((0.1346154, 0.0290208, 0.0777357, 0.1914951), abs=5e-7)
    ours = estimate({"all": 12}, one_cell(100, 400))
    assert [float(end) for end in ours.share_interval] == pytest.approx([low, high], abs=0.01)


def test_the_frame_is_a_number_of_units_and_never_taken_for_a_factor():
    """samplics 0.6.1, TaylorEstimator(…).estimate(4 of 73, fpc=290) gives SE 0.457: it takes 290 for the factor. With
    fpc=1-73/290 it gives 0.0232004442330, which is right."""
    ours = estimate({"all": 4}, one_cell(73, 290))
    assert ours.standard_error == pytest.approx(0.0232004442330, abs=1e-13)
    assert ours.standard_error < 0.457 / 10


@given(answered_cells())
def test_equal_response_rates_give_the_unweighted_share(made):
    counts, respondents, _frame = made
    ours = estimate(counts, poststratify(respondents, {code: 3 * n for code, n in respondents.items()}))
    assert ours.share == ours.unweighted_share
    assert ours.effective_n == sum(respondents.values())


@given(answered_cells())
def test_the_share_is_that_of_a_frame_in_which_each_answer_stands_for_many(made):
    counts, respondents, frame = made
    ours = estimate(counts, poststratify(respondents, frame))
    assert ours.total == sum(Fraction(frame[code] * counts[code], respondents[code]) for code in frame)
    assert ours.share == ours.total / sum(frame.values())


@given(answered_cells())
def test_having_and_not_having_mirror_each_other(made):
    counts, respondents, frame = made
    weighting, total = poststratify(respondents, frame), sum(frame.values())
    have, have_not = (
        estimate(counts, weighting),
        estimate({code: respondents[code] - count for code, count in counts.items()}, weighting),
    )
    assert have.share + have_not.share == 1
    assert have.variance == have_not.variance
    assert abs(have.interval.low + have_not.interval.high - total) <= 1  # both are rounded outwards


@given(answered_cells())
def test_the_interval_holds_the_total_and_keeps_within_what_is_certain(made):
    counts, respondents, frame = made
    ours = estimate(counts, poststratify(respondents, frame))
    assert ours.interval.low <= ours.total <= ours.interval.high
    count, valid = sum(counts.values()), sum(respondents.values())
    assert count <= ours.interval.low <= ours.interval.high <= sum(frame.values()) - (valid - count)


@given(answered_cells())
def test_when_all_have_answered_nothing_is_uncertain(made):
    counts, respondents, _frame = made
    ours = estimate(counts, poststratify(respondents, respondents))
    assert ours.variance == 0
    assert ours.interval == (sum(counts.values()),) * 2


def test_an_undivided_frame_has_nearly_the_exact_interval():
    for count in range(74):
        ours, exact = estimate({"all": count}, one_cell(73, 290)).interval, exact_interval(count, 73, 290)
        assert abs(ours.low - exact.low) <= 4
        assert abs(ours.high - exact.high) <= 4


def test_a_property_that_nobody_had_is_still_uncertain():
    ours = estimate({"A": 0, "B": 0}, poststratify({"A": 10, "B": 10}, {"A": 30, "B": 60}))
    assert [ours.share, ours.variance, ours.interval.low] == [0, 0, 0]
    assert ours.interval.high > 5


def test_the_bases_are_carried():
    ours = estimate({"all": 4}, one_cell(70, 290), asked=73)
    assert (ours.base.asked, ours.base.valid, ours.base.frame, ours.base.unaccounted) == (73, 70, 290, 3)


@pytest.mark.parametrize("counts", [{"A": 3}, {"A": 3, "B": 2, "C": 0}, {"A": 11, "B": 0}, {"A": -1, "B": 0}])
def test_counts_that_do_not_fit_the_cells_are_refused(counts):
    with pytest.raises(UnknownCellError):
        estimate(counts, poststratify({"A": 10, "B": 10}, {"A": 30, "B": 60}))


def test_one_respondent_alone_tells_nothing_of_how_answers_vary():
    with pytest.raises(UnknownCellError, match="one respondent"):
        estimate({"A": 1}, poststratify({"A": 1}, {"A": 5}, minimum=1))
