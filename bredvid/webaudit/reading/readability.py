"""LIX (Björnsson 1968) and its companions on prose alone. Rule: docs/reference/web-indicators.md, section 3."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bredvid.webaudit.reading.language_words import language_words
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import Block

LONG_WORD: Final = 7
"""A long word has more than six letters."""

SHORTEST_BLOCK: Final = 5
"""Words; a shorter block is a label, not prose."""

_NO_PROSE: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title", "td", "th", "summary", "a", "alt", "json"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PASSIVE_ENDINGS: Final = ("as", "es", "des", "ts")


@dataclass(frozen=True, slots=True)
class Readability:
    """How a page's prose reads. All are 0 where there is no prose; `words` tells it."""

    lix: float
    sentence_length: float
    words: int
    long_words_share: float  # 0–1
    passive_share: float  # sentences with an s-passive by their look, 0–1; told, never judged


def readability(blocks: Iterable[Block]) -> Readability:
    """Gives the measures of the prose among some blocks; each is closed with a full stop, whatever it ends with."""
    sums = [0, 0, 0, 0]
    for block in blocks:
        if block.tag not in _NO_PROSE:
            sums = [total + part for total, part in zip(sums, _counts(block.text), strict=True)]
    words, ends, long_words, passive = sums
    if not words:
        return Readability(0.0, 0.0, 0, 0.0, 0.0)
    length, share = words / ends, long_words / words
    return Readability(length + 100 * share, length, words, share, passive / ends)


def _counts(text: str) -> tuple[int, int, int, int]:
    """Words, sentences, long words and passive sentences of a block; none for a label."""
    found = [words for words in (_WORD.findall(text[start:end]) for start, end in sentences(text)) if words]
    every = [word for words in found for word in words]
    if len(every) < SHORTEST_BLOCK:
        return 0, 0, 0, 0
    count = len if "".join(every).isalpha() else _letters
    long_words = sum(map(LONG_WORD.__le__, map(count, every)))
    return len(every), len(found), long_words, sum(any(map(_is_passive, words)) for words in map(_ending_so, found))


def _letters(word: str) -> int:
    return len(word) if word.isalpha() else sum(map(str.isalpha, word))


def _ending_so(words: list[str]) -> list[str]:
    return [word for word in words if word.endswith(_PASSIVE_ENDINGS)]


def _is_passive(word: str) -> bool:
    """By its look only: a small-letter word of five letters or more that ends as an s-passive does."""
    if len(word) < 5 or not word.islower():
        return False
    return word not in language_words().not_passive
