"""LIX (Björnsson 1968) and its companions on prose alone. Rule: docs/reference/web-indicators.md, section 3.

A page has hundreds of words, so none of them is looked at by itself: the prose becomes one byte a character, and words,
long words and sentences are counted as patterns of bytes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bredvid.webaudit.lexicon.one_byte import ODD_LETTER, one_byte
from bredvid.webaudit.reading.ends import END, with_ends
from bredvid.webaudit.shapes import Block

LONG_WORD: Final = 7
"""A long word has more than six letters."""

SHORTEST_BLOCK: Final = 5
"""Words; a shorter block is a label, not prose."""

NO_PROSE: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title", "td", "th", "summary", "a", "alt", "json"})

_CLOSED: Final = b"\x1e"
_BETWEEN: Final = f" {_CLOSED.decode()} "
_LETTER, _JOINER = b"a", b"j"
_JOINS: Final = re.compile(rb"j(?<=aj)(?=a)")
_OTHER: Final = b" "


def _sorts() -> bytes:
    """For each byte what it is to words: a letter, a sign that joins two letters to one word, an end, or nothing."""
    sorts = bytearray(_OTHER * 256)
    for code in range(256):
        if bytes([code]).decode("cp1252", "replace").isalnum() and not chr(code).isdecimal():
            sorts[code] = _LETTER[0]
    sorts[ord(ODD_LETTER)] = _LETTER[0]
    for code in "-'’".encode("cp1252"):
        sorts[code] = _JOINER[0]
    for code in (*_CLOSED, *END):
        sorts[code] = code
    return bytes(sorts)


_SORTS: Final = _sorts()
_BEGINS: Final = _OTHER + _LETTER
_BEGINS_LONG: Final = _OTHER + _LETTER * LONG_WORD


@dataclass(frozen=True, slots=True)
class Readability:
    """How a page's prose reads. All are 0 where there is no prose; `words` tells it."""

    lix: float
    sentence_length: float
    words: int
    long_words_share: float  # 0–1


def readability(blocks: Iterable[Block]) -> Readability:
    """Gives the measures of the prose among some blocks; each is closed with a full stop, whatever it ends with.

    A word is a run of letters, with single hyphens or apostrophes within; a sentence has a word in it.
    """
    counted = ((block, block.count(_BEGINS)) for block in _sorted(block.text for block in blocks if _is_prose(block)))
    kept = [(block, words) for block, words in counted if words >= SHORTEST_BLOCK]
    prose = END.join([*(block for block, _ in kept), b""])
    words = sum([words for _, words in kept])
    if not words:
        return Readability(0.0, 0.0, 0, 0.0)
    sentences = prose.replace(_OTHER, b"").count(_LETTER + END)
    length, share = words / sentences, prose.count(_BEGINS_LONG) / words
    return Readability(length + 100 * share, length, words, share)


def _is_prose(block: Block) -> bool:
    return block.tag not in NO_PROSE


def _sorted(texts: Iterable[str]) -> list[bytes]:
    """Each text as letters, ends of sentences and nothing else; what joins two letters is taken out between them."""
    text = f"{_BETWEEN}{_BETWEEN.join(texts)}{_BETWEEN}"
    sorts = with_ends(text, one_byte(text)).translate(_SORTS)
    return _JOINS.sub(b"", sorts).replace(_JOINER, _OTHER).split(_CLOSED)
