"""How different the silent must be."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.response.tipping import Verdict, tipping_point

FOUR_FIFTHS = Fraction(4, 5)


@st.composite
def headlines(draw):
    frame = draw(st.integers(1, 60))
    asked = draw(st.integers(0, frame))
    unknown = draw(st.integers(0, asked))
    count = draw(st.integers(0, asked - unknown))
    return (count, asked, frame, draw(st.fractions(0, 1, max_denominator=20))), unknown


def test_166_of_the_217_silent_must_have_no_programme_for_four_fifths_of_all_to_have_none():
    point = tipping_point(66, 73, 290, FOUR_FIFTHS)
    assert (point.needed, point.not_known, point.share) == (166, 217, Fraction(166, 217))
    assert point.answered_share == Fraction(66, 73)
    assert point.verdict is Verdict.DEPENDS


@given(headlines())
def test_trying_every_number_of_the_silent_gives_the_same(headline):
    (count, asked, frame, threshold), unknown = headline
    point = tipping_point(count, asked, frame, threshold, unknown=unknown)
    reached = [extra for extra in range(point.not_known + 1) if Fraction(count + extra, frame) >= threshold]
    if not reached:
        assert point.verdict is Verdict.IMPOSSIBLE
        assert point.needed > point.not_known
    else:
        assert point.needed == reached[0]
        assert point.verdict is (Verdict.CERTAIN if reached[0] == 0 else Verdict.DEPENDS)


@given(headlines())
def test_at_the_tipping_share_the_whole_stands_exactly_at_the_threshold(headline):
    (count, asked, frame, threshold), unknown = headline
    point = tipping_point(count, asked, frame, threshold, unknown=unknown)
    if point.share is None:
        assert (frame, unknown) == (asked, 0)
    else:
        assert (count + point.share * point.not_known) / frame == threshold


@given(headlines())
def test_the_verdict_agrees_with_the_bounds(headline):
    (count, asked, frame, threshold), unknown = headline
    low, high = no_assumption_bounds(count, asked, frame, unknown=unknown)
    verdict = tipping_point(count, asked, frame, threshold, unknown=unknown).verdict
    assert (verdict is Verdict.CERTAIN) == (Fraction(low, frame) >= threshold)
    assert (verdict is Verdict.IMPOSSIBLE) == (Fraction(high, frame) < threshold)


def test_unaccounted_answers_are_not_known_either():
    assert tipping_point(66, 73, 290, FOUR_FIFTHS, unknown=3).not_known == 220


def test_when_all_have_answered_there_is_no_share_to_tip_it():
    point = tipping_point(66, 73, 73, FOUR_FIFTHS)
    assert (point.share, point.verdict) == (None, Verdict.CERTAIN)


def test_an_inexact_threshold_is_refused():
    with pytest.raises(TypeError, match="exact"):
        tipping_point(66, 73, 290, 0.8)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("numbers", "unknown"),
    [
        ((74, 73, 290), 0),
        ((-1, 73, 290), 0),
        ((66, 291, 290), 0),
        ((66, 73, 290), 8),
        ((66, 73, 290), -1),
        ((0, 0, 0), 0),
    ],
)
def test_numbers_that_do_not_nest_are_refused(numbers, unknown):
    count, asked, frame = numbers
    with pytest.raises(ValueError, match="expected count"):
        tipping_point(count, asked, frame, FOUR_FIFTHS, unknown=unknown)


@pytest.mark.parametrize("threshold", [Fraction(-1, 10), Fraction(11, 10)])
def test_a_threshold_beyond_all_is_refused(threshold):
    with pytest.raises(ValueError, match="between 0 and 1"):
        tipping_point(66, 73, 290, threshold)
