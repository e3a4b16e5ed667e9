"""Sentences, LIX and its companions, on worked examples."""

import re

import pytest
from hypothesis import given, strategies as st

from bredvid.webaudit.reading.passive import passive_share
from bredvid.webaudit.reading.readability import readability
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import Block, Zone


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _block(text: str, tag: str = "p") -> Block:
    return Block(Zone.MAIN, text, tag, 1)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ring oss. Vi svarar!", ["Ring oss.", "Vi svarar!"]),
        ("Hur mår du? Berätta.", ["Hur mår du?", "Berätta."]),
        ("Du kan: Ring oss", ["Du kan:", "Ring oss"]),
        ("Tid: måndag", ["Tid: måndag"]),
        ("Stöd, t.ex. samtal, bl.a. för dig.", ["Stöd, t.ex. samtal, bl.a. för dig."]),
        ("Ring kl. 10.30 eller 14.00. Alltid.", ["Ring kl. 10.30 eller 14.00.", "Alltid."]),
        ("Hon sa ”kom hit.” Sedan gick vi.", ["Hon sa ”kom hit.”", "Sedan gick vi."]),
        ("utan punkt", ["utan punkt"]),
        ("  ", []),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_the_rules_say(text, parts):
    assert _parts(text) == parts


def test_lix_of_a_text_counted_by_hand():
    # Given 10 words in 2 sentences, of which 2 (socialtjänsten, tystnadsplikt) have more than six letters
    measured = readability([_block("Ring gärna till socialtjänsten om du vill. Vi har tystnadsplikt.")])
    # Then LIX = 10 / 2 + 100 × 2 / 10
    assert (measured.words, measured.sentence_length, measured.lix) == (10, 5.0, 25.0)
    assert measured.long_words_share == 0.2


def test_each_block_is_closed_whatever_it_ends_with():
    one = readability([_block("Vi finns här för dig"), _block("Du kan ringa oss nu")])
    assert (one.words, one.sentence_length) == (10, 5.0)


@pytest.mark.parametrize("tag", ["h1", "h2", "h4", "td", "a", "summary", "alt", "json"])
def test_what_is_no_prose_does_not_count(tag):
    assert readability([_block("Våldsutsatta kvinnors mottagningsenhet erbjuder stödsamtal idag.", tag)]).words == 0


def test_labels_of_fewer_than_five_words_do_not_count():
    assert readability([_block("Ring oss i dag.")]).words == 0
    assert readability([_block("Ring oss i dag nu.")]).words == 5


def test_six_letters_are_short_and_seven_are_long():
    assert readability([_block("kvinna kvinna kvinna kvinna kvinnor")]).long_words_share == 0.2


def test_a_hundred_words_in_ten_sentences():
    measured = readability([_block("Vi finns här för dig och du får ringa oss. " * 10)])
    assert (measured.words, measured.sentence_length, measured.lix) == (100, 10.0, 10.0)


def test_passive_sentences_are_told():
    assert passive_share([_block("Insatser beviljas efter en utredning. Du får hjälp av oss direkt.")]) == 0.5


def test_nothing_measures_as_nothing():
    assert readability([]).lix == 0.0


_PROSE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Vi ",
                "finns ",
                "socialtjänsten ",
                "kl. ",
                "t.ex. ",
                "den 3. ",
                "e-post",
                "’",
                "-",
                "'",
                "m² ",
                "Łódź ",
                "мир ",
            ]
        ),
        st.sampled_from(
            [". ", "! ", "? ", ": ", "… ", ".) ", ".” ", "..", ".", ",", "(", "”", "–", "A", "a", "7", "_", " "]
        ),
    ),
    max_size=30,
).map("".join)


@given(st.lists(_PROSE, max_size=4))
def test_counting_bytes_gives_what_looking_at_each_word_gives(texts):
    """The rule word by word: letters joined by hyphens or apostrophes; a raised figure counts as a letter."""
    words = sums = long_words = 0
    for text in texts:
        found = [re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", part) for part in _parts(text)]
        every = [word for words in found for word in words]
        if len(every) >= 5:
            words += len(every)
            sums += sum(map(bool, found))
            long_words += sum(len(re.sub("[-’']", "", word)) > 6 for word in every)
    measured = readability([_block(text) for text in texts])
    assert measured.words == words
    if words:
        assert (measured.sentence_length, measured.long_words_share) == (words / sums, long_words / words)
