"""Numbers in words, and back."""

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.words import in_ten, parse_number_words, words

LANGS = st.sampled_from(["sv", "en"])


@given(st.integers(0, 999), LANGS, st.booleans())
def test_words_are_read_back_as_the_number(number, lang, neuter):
    assert parse_number_words(words(number, lang, neuter=neuter), lang) == number


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_two_numbers_share_their_words(lang):
    assert len({words(number, lang) for number in range(1000)}) == 1000


@given(st.integers(0, 999), LANGS)
def test_a_capital_letter_changes_nothing(number, lang):
    assert parse_number_words(words(number, lang).capitalize(), lang) == number


@pytest.mark.parametrize(
    ("number", "sv", "en"),
    [
        (0, "noll", "zero"),
        (1, "en", "one"),
        (4, "fyra", "four"),
        (12, "tolv", "twelve"),
        (16, "sexton", "sixteen"),
        (20, "tjugo", "twenty"),
        (21, "tjugoen", "twenty-one"),
        (40, "fyrtio", "forty"),
        (73, "sjuttiotre", "seventy-three"),
        (100, "hundra", "one hundred"),
        (101, "hundraen", "one hundred and one"),
        (217, "tvåhundrasjutton", "two hundred and seventeen"),
        (290, "tvåhundranittio", "two hundred and ninety"),
        (999, "niohundranittionio", "nine hundred and ninety-nine"),
    ],
)
def test_numbers_are_written_as_people_write_them(number, sv, en):
    assert (words(number, "sv"), words(number, "en")) == (sv, en)


def test_swedish_one_agrees_with_what_is_counted():
    assert (words(1, "sv", neuter=True), words(21, "sv", neuter=True)) == ("ett", "tjugoett")


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("ett hundra", "sv", 100),
        ("etthundra", "sv", 100),
        ("två hundra", "sv", 200),
        ("tvåhundra", "sv", 200),
        ("a hundred", "en", 100),
        ("a hundred and five", "en", 105),
        ("two hundred ninety", "en", 290),
        ("seventy three", "en", 73),
    ],
)
def test_other_common_spellings_are_read_too(text, lang, number):
    assert parse_number_words(text, lang) == number


@pytest.mark.parametrize("text", ["", "kommun", "sexig", "tiotal", "en en", "hundrahundra", "tusen", "4"])
def test_what_is_no_number_in_words_reads_as_none(text):
    assert parse_number_words(text, "sv") is None


@pytest.mark.parametrize("number", [-1, 1000])
def test_numbers_beyond_words_are_refused(number):
    with pytest.raises(ValueError, match="0 to 999"):
        words(number, "sv")


def test_a_language_that_figures_do_not_speak_is_refused():
    with pytest.raises(ValueError, match="sv and en"):
        words(4, "de")


@pytest.mark.parametrize(
    ("share", "sv", "en"),
    [
        (Fraction(66, 73), "nio av tio", "nine in ten"),
        (Fraction(34, 73), "fem av tio", "five in ten"),
        (Fraction(1, 20), "en av tio", "one in ten"),
        (Fraction(0), "noll av tio", "zero in ten"),
        (Fraction(1), "tio av tio", "ten in ten"),
    ],
)
def test_a_share_is_told_in_tenths(share, sv, en):
    assert (in_ten(share, "sv"), in_ten(share, "en")) == (sv, en)


@pytest.mark.parametrize("share", [Fraction(1, 290), Fraction(289, 290)])
def test_tenths_never_make_none_or_all_of_what_is_neither(share):
    with pytest.raises(ValueError, match="neither none nor all"):
        in_ten(share, "sv")
