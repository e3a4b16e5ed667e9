"""Sentences in the passive by their look: told beside LIX, never judged."""

import re
from collections.abc import Iterable
from typing import Final

from bredvid.webaudit.reading.language_words import language_words
from bredvid.webaudit.reading.readability import NO_PROSE
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import Block

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDINGS: Final = ("as", "es", "des", "ts")


def passive_share(blocks: Iterable[Block]) -> float:
    """Gives the share (0–1) of the sentences of prose in which a word looks like an s-passive."""
    prose = [block.text for block in blocks if block.tag not in NO_PROSE]
    words = [found for text in prose for start, end in sentences(text) if (found := _WORD.findall(text[start:end]))]
    return sum(any(map(_is_passive, sentence)) for sentence in words) / len(words) if words else 0.0


def _is_passive(word: str) -> bool:
    """By its look only: a small-letter word of five letters or more that ends as an s-passive does."""
    return word.endswith(_ENDINGS) and len(word) >= 5 and word.islower() and word not in language_words().not_passive
