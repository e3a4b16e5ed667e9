"""The bytes that items and an extra word stand for, and everything that is refused before anything is hashed."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from bredvid.room.protocol.outcomes import Outcome, Rejected

VERSION = 1  # of the canonical code, and with it of Argon2id's parameters
LIST_VERSION = 1
ITEMS = 640
LEAST, MOST = 9, 12  # items in a code; 9 are drawn, up to 12 are read so that a longer list needs no new version
LONGEST_WORD = 128  # bytes of the extra word when it is normalised
# Unicode's White_Space. Named one by one: languages differ in what they call white space.
BLANKS = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def code_of(items: Iterable[int]) -> bytes:
    """The canonical code of a set of items, in whatever order. Raises Rejected (not-canonical)."""
    ordered = sorted(items)
    _check_items(ordered)
    return bytes([VERSION, LIST_VERSION, len(ordered)]) + b"".join(item.to_bytes(2, "big") for item in ordered)


def items_of(code: bytes) -> tuple[int, ...]:
    """The items of a canonical code, ascending. Raises Rejected (unknown-version, not-canonical)."""
    if len(code) < 3:
        raise Rejected(Outcome.NOT_CANONICAL, "a code has at least three bytes")
    if (code[0], code[1]) != (VERSION, LIST_VERSION):
        raise Rejected(Outcome.UNKNOWN_VERSION)
    if len(code) != 3 + 2 * code[2]:
        raise Rejected(Outcome.NOT_CANONICAL, "the length is not the one that the number of items gives")
    items = [int.from_bytes(code[at : at + 2], "big") for at in range(3, len(code), 2)]
    _check_items(items)
    return tuple(items)


def _check_items(items: list[int]) -> None:
    if not LEAST <= len(items) <= MOST:
        raise Rejected(Outcome.NOT_CANONICAL, f"a code has {LEAST} to {MOST} items")
    if any(not 0 <= item < ITEMS for item in items):
        raise Rejected(Outcome.NOT_CANONICAL, "no such item")
    if any(one >= other for one, other in pairwise(items)):
        raise Rejected(Outcome.NOT_CANONICAL, "items ascend, and none stands twice")


def extra_word(typed: str) -> bytes:
    """The extra word as it is hashed; the empty one is empty. Raises Rejected (not-canonical, too-large)."""
    folded = unicodedata.normalize("NFKC", typed).casefold()
    try:
        word = BLANKS.sub(" ", folded).strip(" ").encode("utf-8")
    except UnicodeEncodeError as error:
        raise Rejected(Outcome.NOT_CANONICAL, "half a character") from error
    if len(word) > LONGEST_WORD:
        raise Rejected(Outcome.TOO_LARGE, f"an extra word has at most {LONGEST_WORD} bytes")
    return word


def secret(items: Iterable[int], typed_word: str = "") -> bytes:
    """What Argon2id is given: the canonical code and the extra word with its length. Raises Rejected."""
    word = extra_word(typed_word)
    return code_of(items) + len(word).to_bytes(2, "big") + word
