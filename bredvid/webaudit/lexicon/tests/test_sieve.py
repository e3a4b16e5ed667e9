"""The sieve passes over no text in which the matcher finds something, however it is written."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.webaudit.lexicon import Matcher, current
from bredvid.webaudit.lexicon.group_sieve import GroupSieve
from bredvid.webaudit.lexicon.one_byte import one_byte
from bredvid.webaudit.lexicon.sieve import Sieve

GROUPS = {"prostitution", "pornography", "form", "anonymity", "anonymity_in_other_words", "shelter", "relation"}
TERMS = tuple(term for term in current().terms if term.group in GROUPS)
MATCHER = Matcher(replace(current(), terms=TERMS))
COMMON = {"för", "att", "och", "du"}
SIEVE, GROUP_SIEVE = Sieve(TERMS, COMMON), GroupSieve(TERMS, COMMON)
FORMS = sorted({form for term in TERMS for form in term.forms})
GAPPED = [gapped.parts for term in TERMS for gapped in term.gapped]
WITH_GAPS = st.sampled_from(GAPPED).flatmap(lambda parts: st.tuples(*map(st.sampled_from, parts))).map(" ".join)
ODD = st.sampled_from(
    [
        "\u00ad",
        "\u200b",
        "\u00a0",
        "\u2009",
        "  ",
        "\t",
        "e\u0301",
        "ß",
        "ﬁ",
        "K",
        "–",
        "’",
        "\u2011",
        "ж",
        "š",
        "²",
        ".",
    ]
)
WRITTEN = st.one_of(st.sampled_from(FORMS), WITH_GAPS, st.sampled_from(["olivias kvinnojour", "eskorterna", "Hej"]))


@st.composite
def texts(draw):
    """A form in large or small letters with something odd at some place of it, among other words."""
    said = draw(WRITTEN)
    said = draw(st.sampled_from([said, said.upper(), said.title()]))
    at = draw(st.integers(0, len(said)))
    before, after = draw(st.sampled_from(["", "vi ", "(", "x"])), draw(st.sampled_from(["", " och", ".", "x"]))
    return before + said[:at] + draw(st.one_of(st.just(""), ODD)) + said[at:] + after


@settings(max_examples=300)
@given(st.lists(texts(), max_size=5))
def test_what_the_matcher_finds_the_sieve_lets_through(pieces):
    found = {number for number, text in enumerate(pieces) if MATCHER.find(text)}
    assert found <= set(SIEVE.may_hold(pieces))


def test_most_texts_are_passed_over():
    assert SIEVE.may_hold(["Öppettider och kontakt", "Bygglov", "", "Så sorterar du ditt avfall"]) == []


def test_a_form_is_found_in_its_text_alone():
    assert SIEVE.may_hold(["Bygglov", "Du som är i prostitution", "Avfall", "Prostitution"]) == [1, 3]


@pytest.mark.parametrize("spaces", range(1, 6))
def test_however_many_spaces_stand_between_its_words_a_form_is_let_through(spaces):
    text = "det" + " " * spaces + "kan vara med att bo"
    assert MATCHER.find(text)
    assert SIEVE.may_hold(["Bygglov", text]) == [1]


@given(st.text(max_size=40))
def test_a_text_of_one_byte_a_character_keeps_its_places(text):
    data = one_byte(text)
    assert len(data) == len(text)
    for character, byte in zip(text, data, strict=True):
        if "a" <= character.lower() <= "z":
            assert byte == ord(character)


@settings(max_examples=300)
@given(texts())
def test_the_matcher_finds_words_only_of_groups_that_a_text_may_hold(text):
    assert {hit.term.group for hit in MATCHER.find(text)} <= GROUP_SIEVE.in_text(text)
