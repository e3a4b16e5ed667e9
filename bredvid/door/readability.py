"""How easy a text is to read. Pure.

LIX (läsbarhetsindex, C.-H. Björnsson 1968): words a sentence, plus the percentage of words longer than six
letters. Under 30 is very easy, over 60 very hard. Headings and lists have no full stops, so only paragraphs are
counted, and each paragraph closes its last sentence.
"""

import re
from collections.abc import Iterable

# Her pages are never harder than this.
HARDEST_FOR_HER = 30
_LONG = 6
_FEWEST_WORDS = 100


def lix(paragraphs: Iterable[str]) -> float:
    """LIX of the paragraphs together. Raises ValueError under a hundred words: too little text to judge."""
    sentences = [words for paragraph in paragraphs for words in _sentences(paragraph)]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < _FEWEST_WORDS:
        raise ValueError(f"LIX needs {_FEWEST_WORDS} words; this text has {len(words)}.")
    long_words = sum(len(word) > _LONG for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words)


def _sentences(paragraph: str) -> list[list[str]]:
    parts = re.split(r"[.!?:](?=\s|$)", paragraph)
    return [words for part in parts if (words := re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", part))]
