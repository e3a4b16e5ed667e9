"""LIX, and that her pages are very easy to read."""

import pytest
from hypothesis import given, strategies as st

from bredvid.door.contents import situations
from bredvid.door.readability import HARDEST_FOR_HER, lix
from bredvid.door.tests.pages import addresses, page_at

short_word, long_word = "stöd", "kvinnojour"


def text(*, words: int, long_words: int = 0) -> str:
    return " ".join([long_word] * long_words + [short_word] * (words - long_words)) + "."


def test_lix_is_words_a_sentence_plus_the_percentage_of_long_words():
    # Given ten sentences of ten words, one in each of them long
    paragraph = " ".join([text(words=10, long_words=1)] * 10)
    # Then LIX is 10 + 10
    assert lix([paragraph]) == 20


def test_six_letters_are_short_and_seven_are_long():
    assert lix([" ".join(["sextio"] * 100)]) == 100
    assert lix([" ".join(["fjorton"] * 100)]) == 200


@given(st.integers(1, 20), st.integers(100, 300))
def test_a_paragraph_without_a_full_stop_still_ends_its_sentence(paragraphs, words):
    open_ended = [text(words=words).rstrip(".")] * paragraphs
    assert lix(open_ended) == lix(sentence + "." for sentence in open_ended)


def test_a_point_inside_a_word_ends_no_sentence():
    assert lix(["roks.se " * 100]) == lix(["roks " * 200])


def test_too_little_text_is_not_judged():
    with pytest.raises(ValueError, match="needs 100 words"):
        lix([text(words=99)])


def said_on(address: str) -> list[str]:
    """The paragraphs and list items of a page. A short page is read ten times over: LIX does not change by that."""
    found = page_at(address).css("main p, main .card li")
    return [paragraph.text() for paragraph in found] * 10


@pytest.mark.parametrize("address", [each for each in addresses() if not each.startswith("/en/")])
def test_her_pages_are_very_easy_to_read(loaded, address):
    assert lix(said_on(address)) <= HARDEST_FOR_HER


@pytest.mark.parametrize("address", [each for each in addresses() if each.startswith("/en/")])
def test_they_are_as_easy_in_english(loaded, address):
    assert lix(said_on(address)) <= HARDEST_FOR_HER + 5


@pytest.mark.parametrize("situation", situations("sv"), ids=lambda each: each.code)
def test_each_situation_is_easy_by_itself(situation):
    said = [situation.name, situation.fault, situation.what, situation.support, situation.now]
    assert lix(said * 4) <= HARDEST_FOR_HER
