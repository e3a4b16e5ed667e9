"""Response, cooperation, refusal and contact rates."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.rate import Rate
from bredvid.figures.response.outcomes import Outcome, Outcomes, count_outcomes

outcomes = st.builds(Outcomes, **{outcome.value: st.integers(0, 60) for outcome in Outcome})


def test_r_responserates_gives_the_same_on_its_printed_example():
    """R package responserates, README: rates(list(i = 100, nc = 20)): RR1, RR2, RR5, RR6 and CON1 83.3 %, COOP3 and
    COOP4 100 %, REF1 0 %."""
    ours = Outcomes(complete=100, non_contact=20)
    assert {rate.share for rate in (ours.rr1, ours.rr2, ours.rr5, ours.rr6, ours.con1)} == {Fraction(100, 120)}
    assert [ours.coop3.share, ours.coop4.share, ours.ref1.share] == [1, 1, 0]


def test_every_rate_of_the_2025_round_has_its_base():
    ours = Outcomes(complete=73, unknown=217)
    assert [(rate.name, rate.numerator, rate.denominator) for rate in ours.rates] == [
        ("rr1", 73, 290),
        ("rr2", 73, 290),
        ("coop3", 73, 73),
        ("coop4", 73, 73),
        ("ref1", 0, 290),
        ("con1", 73, 290),
    ]


def test_partial_answers_count_only_where_they_are_said_to():
    ours = Outcomes(complete=60, partial=10, refusal=5, non_contact=2, unknown=23)
    assert (ours.rr1.share, ours.rr2.share) == (Fraction(60, 100), Fraction(70, 100))
    assert (ours.coop3.share, ours.coop4.share) == (Fraction(60, 75), Fraction(70, 75))
    assert (ours.ref1.share, ours.con1.share) == (Fraction(5, 100), Fraction(75, 100))


@given(outcomes)
def test_when_all_are_eligible_the_response_rates_are_two(ours):
    assert (ours.rr5.share, ours.rr6.share) == (ours.rr1.share, ours.rr2.share)


@given(outcomes.filter(lambda ours: ours.frame and ours.contacted))
def test_the_response_rate_is_contact_times_cooperation(ours):
    assert ours.con1.share * ours.coop4.share == ours.rr2.share
    assert ours.con1.share * ours.coop3.share == ours.rr1.share


def test_an_empty_frame_has_no_rate_and_not_nought():
    assert [rate.share for rate in Outcomes().rates] == [None] * 6


def test_units_are_counted_by_outcome():
    assert count_outcomes(["complete", "unknown", "complete"]) == Outcomes(complete=2, unknown=1)


def test_a_word_that_is_no_outcome_is_refused():
    with pytest.raises(ValueError, match="maybe"):
        count_outcomes(["complete", "maybe"])


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="refusal cannot be negative"):
        Outcomes(refusal=-1)


def test_a_rate_above_its_base_is_refused():
    with pytest.raises(ValueError, match="cannot be a part"):
        Rate(name="rr1", numerator=3, denominator=2)
