"""Aliases: two words that stand for a support period, kept as one whole number. Pure.

The machine draws them, so that nobody hides a name or a hint in one. She can carry the words in her head, and in both
languages they are the same.
"""

import re
import secrets
from collections.abc import Callable, Collection

from bredvid.register.rules.alias_words import AT_HOME, OUTDOORS

# The second list has so many words for ever, so that the first can grow without changing what a stored number means.
STEP = 256
HOW_MANY = len(OUTDOORS) * STEP
NONE = 2**31 - 1
_FOLDED = str.maketrans("åäöé", "aaoe")


def words_of(alias: int) -> tuple[str, str]:
    """The two words of an alias. Raises ValueError for a number that stands for none."""
    if not 0 <= alias < HOW_MANY:
        raise ValueError(f"{alias} stands for no alias")
    return OUTDOORS[alias // STEP], AT_HOME[alias % STEP]


def name_of(alias: int) -> str:
    """An alias as it is said and shown: "Grankotte tekanna"."""
    return " ".join(words_of(alias)).capitalize()


def found_in(text: str) -> int:
    """The alias that somebody typed, in either order, with å, ä and ö or without; NONE where it is none."""
    words = [_fold(word) for word in re.findall(r"\w+", text)]
    if len(words) != 2:
        return NONE
    for outdoors, at_home in (words, words[::-1]):
        if outdoors in _OUTDOORS and at_home in _AT_HOME:
            return _OUTDOORS[outdoors] * STEP + _AT_HOME[at_home]
    return NONE


def number_in(text: str) -> int:
    """The number of a period that somebody typed, "17" or "nr 17"; 0 where it is none."""
    found = re.fullmatch(r"(?:nr|nummer|number|no|#)?\.?\s*([0-9]{1,9})", text.strip().casefold())
    return int(found[1]) if found else 0


def draw(taken: Collection[int], *, below: Callable[[int], int] = secrets.randbelow) -> int:
    """An alias that is not taken. Raises ValueError when every one is."""
    if len(taken) >= HOW_MANY:
        raise ValueError("every alias is taken")
    while True:
        alias = below(HOW_MANY)
        if alias not in taken:
            return alias


def _fold(word: str) -> str:
    return word.casefold().translate(_FOLDED)


_OUTDOORS = {_fold(word): place for place, word in enumerate(OUTDOORS)}
_AT_HOME = {_fold(word): place for place, word in enumerate(AT_HOME)}
