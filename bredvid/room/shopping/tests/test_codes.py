"""Codes: what is drawn, what bytes it is, and what is refused."""

import math
import random
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.shopping.canonical import BLANKS, ITEMS, LEAST, MOST, code_of, extra_word, items_of, secret
from bredvid.room.shopping.choosing import LIMIT, choose

CODES = st.sets(st.integers(0, ITEMS - 1), min_size=LEAST, max_size=MOST)


@given(CODES, st.randoms())
def test_a_code_is_the_same_in_any_order_and_gives_its_items_back(items, order):
    shuffled = list(items)
    order.shuffle(shuffled)
    assert code_of(shuffled) == code_of(sorted(items))
    assert items_of(code_of(shuffled)) == tuple(sorted(items))


@given(st.binary(max_size=30))
def test_bytes_are_a_code_in_one_way_or_are_refused(data):
    try:
        items = items_of(data)
    except Rejected as rejected:
        outcome = rejected.outcome
    else:
        outcome = Outcome.SUCCESS if code_of(items) == data else Outcome.CHANGED
    assert outcome in (Outcome.SUCCESS, Outcome.NOT_CANONICAL, Outcome.UNKNOWN_VERSION)


@given(CODES, st.text(max_size=20))
def test_a_secret_parts_code_and_word_in_one_way(items, word):
    made = secret(items, word)
    code, rest = made[: 3 + 2 * len(items)], made[3 + 2 * len(items) :]
    assert code == code_of(items)
    assert rest == len(extra_word(word)).to_bytes(2, "big") + extra_word(word)


@given(st.text(max_size=30), st.sampled_from(["", " ", "\n", "\u2003\t"]))
def test_blanks_round_the_word_do_not_matter(word, blanks):
    assert extra_word(blanks + word + blanks) == extra_word(word)


def test_blanks_are_those_of_unicode():
    # The 25 characters of the property White_Space in PropList.txt, Unicode 16.
    white_space = [
        *range(9, 14),
        0x20,
        0x85,
        0xA0,
        0x1680,
        *range(0x2000, 0x200B),
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x3000,
    ]
    assert len(white_space) == 25
    assert [number for number in range(0x110000) if BLANKS.fullmatch(chr(number))] == white_space


def test_half_a_character_and_a_long_word_are_refused():
    with pytest.raises(Rejected, match="not-canonical"):
        extra_word("\ud800")
    with pytest.raises(Rejected, match="too-large"):
        extra_word("a" * 129)


def is_even(counts, share=1.0):
    """Whether chi-square is within three standard deviations of its mean, the degrees of freedom.

    `share` is how much of a multinomial's variance the counts have: items of one list are drawn without replacement.
    """
    expected, freedom = sum(counts) / len(counts), len(counts) - 1
    chi_square = sum((count - expected) ** 2 / expected for count in counts) / share
    return abs(chi_square - freedom) < 3 * math.sqrt(2 * freedom)


def test_every_item_is_drawn_as_often_as_every_other():
    # Given a stream of a fixed seed, twenty thousand lists
    stream = random.Random(640)  # noqa: S311 — a fixed seed, for a test
    drawn = Counter(item for _ in range(20_000) for item in choose(random_bytes=stream.randbytes))
    # Then the counts are those of a uniform draw: a list holds an item with probability 9/640
    assert len(drawn) == ITEMS
    assert is_even([drawn[item] for item in range(ITEMS)], share=1 - LEAST / ITEMS)


def test_every_pair_of_places_is_as_likely():
    # A draw that favoured neighbours would keep each item's count and still be guessable: the first two are compared.
    stream = random.Random(9)  # noqa: S311 — a fixed seed, for a test
    lists = [choose(random_bytes=stream.randbytes) for _ in range(40_000)]
    differences = Counter((one - other) % ITEMS for one, other, *_ in lists)
    assert is_even([differences[gap] for gap in range(1, ITEMS)])


def test_a_draw_has_no_item_twice_and_the_length_asked_for():
    for how_many in range(LEAST, MOST + 1):
        assert len(set(choose(how_many))) == how_many
    with pytest.raises(ValueError, match="9 to 12"):
        choose(8)


def test_what_is_drawn_again_is_what_would_make_some_items_likelier():
    assert LIMIT == 65_280 == 102 * ITEMS
    assert LIMIT + ITEMS > 65_536


def test_the_bits_of_the_decision_page():
    assert round(math.log2(math.comb(640, 9)), 2) == 65.35
    assert round(math.log2(math.comb(1024, 8)), 2) == 64.66
    assert ITEMS == 640
    assert LEAST == 9
