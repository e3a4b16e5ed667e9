"""How numbers are written. In the expectations "~" stands for a no-break space."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.numbers import count, decimal, out_of, percent, percent_range, range_


def plain(text: str) -> str:
    """The text with each no-break space made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "~")


SHARES = st.integers(1, 500).flatmap(lambda n: st.integers(0, n).map(lambda x: Fraction(x, n)))


@pytest.mark.parametrize(
    ("n", "sv", "en"),
    [(0, "0", "0"), (290, "290", "290"), (9000, "9~000", "9,000"), (10587710, "10~587~710", "10,587,710")],
)
def test_thousands_are_kept_apart(n, sv, en):
    assert (plain(count(n, "sv")), count(n, "en")) == (sv, en)


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        count(-1, "sv")


def test_a_count_is_written_with_its_base():
    assert (out_of(4, 73, "sv"), out_of(4, 73, "en")) == ("4 av 73", "4 of 73")


def test_a_range_has_an_en_dash_and_no_spaces():
    assert (range_(6, 35, "sv"), range_(6, 6, "sv")) == ("6–35", "6")


@pytest.mark.parametrize("write", [range_, percent_range])
def test_a_range_that_goes_down_is_refused(write):
    with pytest.raises(ValueError, match="low to high"):
        write(1, 0, "sv")


@pytest.mark.parametrize(
    ("share", "decimals", "sv", "en"),
    [
        (Fraction(66, 73), 0, "90~%", "90%"),
        (Fraction(66, 73), 1, "90,4~%", "90.4%"),
        (Fraction(4, 73), 1, "5,5~%", "5.5%"),
        (Fraction(0), 0, "0~%", "0%"),
        (Fraction(1), 1, "100,0~%", "100.0%"),
        # Halves go up: as floats, 0.285 and 1.005 lie below the half.
        (Fraction(285, 1000), 0, "29~%", "29%"),
        (Fraction(1, 8), 0, "13~%", "13%"),
        (Fraction(1005, 100000), 2, "1,01~%", "1.01%"),
    ],
)
def test_shares_are_written_in_per_cent(share, decimals, sv, en):
    assert (plain(percent(share, "sv", decimals)), percent(share, "en", decimals)) == (sv, en)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(Fraction(1, 290), "0.3%"), (Fraction(289, 290), "99.7%"), (Fraction(1, 10000), "0.01%")],
)
def test_rounding_never_says_nothing_or_all_of_what_is_neither(share, expected):
    assert percent(share, "en") == expected


@given(SHARES, st.integers(0, 2))
def test_only_none_and_all_are_written_as_none_and_all(share, decimals):
    written = percent(share, "en", decimals).rstrip("%")
    assert (Fraction(written) == 0) == (share == 0)
    assert (Fraction(written) == 100) == (share == 1)


@given(SHARES, st.integers(0, 2))
def test_what_is_written_lies_within_half_a_step_of_the_share(share, decimals):
    error = Fraction(percent(share, "en", decimals).rstrip("%")) - 100 * share
    assert -Fraction(1, 2) / 10**decimals < error <= Fraction(1, 2) / 10**decimals


def test_a_range_of_shares_has_one_sign_and_even_decimals():
    assert plain(percent_range(Fraction(6, 290), Fraction(35, 290), "sv")) == "2–12~%"
    assert percent_range(Fraction(1, 290), Fraction(35, 290), "en") == "0.3–12.1%"
    assert percent_range(Fraction(1, 4), Fraction(1, 4), "en") == "25%"


@pytest.mark.parametrize("share", [Fraction(-1, 10), Fraction(11, 10)])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        percent(share, "sv")


def test_floats_are_refused_because_they_are_rounded_already():
    with pytest.raises(TypeError, match="exact"):
        percent(0.285, "sv")  # type: ignore[arg-type]


def test_negative_decimals_are_refused():
    with pytest.raises(ValueError, match="decimals"):
        decimal(Fraction(1, 2), "sv", -1)
