"""Patterns: what they match, what is refused, and that none of them takes long."""

import re

import pytest
from hypothesis import given, strategies as st

from bredvid.review.expressions.patterns import PatternError, compile_pattern

LETTERS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "[a-c0-9]", "\\."])
PATTERNS = st.recursive(
    LETTERS,
    lambda inner: (
        st.tuples(inner, inner).map("".join)
        | st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})")
        | st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,}", "{0,3}"])).map(
            lambda two: f"({two[0]}){two[1]}"
        )
    ),
    max_leaves=5,
)


@given(PATTERNS, st.text("abc.1-", max_size=8))
def test_it_matches_what_an_ordinary_matcher_does(pattern, text):
    assert compile_pattern(pattern).matches(text) == bool(re.fullmatch(pattern, text))


HARD = [
    "(a+)+b", "(a|a)*b", "((a*)*)*b", "(a?){100}a{100}", "(.*)*(.*)*(.*)*b", "(((a?){100}){100}){100}b",
    "((" + "|".join(["a?"] * 60) + "){100}){100}b", "((a{0,100}){0,100}){0,100}b",
]  # fmt: skip


@pytest.mark.parametrize("pattern", HARD)
def test_a_pattern_that_an_ordinary_matcher_never_finishes_is_answered(pattern):
    assert not compile_pattern(pattern).matches("a" * 1999 + "c")


@pytest.mark.parametrize(
    "pattern",
    ["(", ")", "a)", "[", "[]", "a{2", "a{3,2}", "a{101}", "*a", "a**", "a*?", "(?=a)", "(?P<x>a)", "\\1", "\\b", "a^b",
     "[z-a]", "[a[b]]", "[a&&b]", "x" * 201, "\\", "((((a))))"],
)  # fmt: skip
def test_what_it_does_not_know_is_refused(pattern):
    with pytest.raises(PatternError):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("^[0-9]{3} ?[0-9]{2}$", "123 45", True),
        ("^[0-9]{3} ?[0-9]{2}$", "1234", False),
        ("[a-zåäö-]+", "väst-nylöse", True),
        ("\\d+", "١٢", False),
        ("https?://.+", "https://example.org", True),
        ("a$", "a", True),
        ("\\$", "$", True),
        ("", "", True),
        (".*", "a" * 2001, False),
    ],
)
def test_the_whole_text_must_match(pattern, text, matches):
    assert compile_pattern(pattern).matches(text) is matches
