"""Which of many texts may hold a form of some terms: one look at all of them together, most of which hold none.

It never passes over a text in which the matcher would find one of them, and may name one in which it finds none.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bredvid.webaudit.lexicon.one_byte import ODD_LETTER, ODD_SIGN, one_byte
from bredvid.webaudit.lexicon.shape import Gapped, Term

_ODD: Final = b"\0"
"""What the matcher sees as something else: where it stands, only the matcher knows what is there."""

_ODD_SPACES: Final = ODD_SIGN.encode("latin-1") * 2
"""Two spaces, which the matcher sees as one, before the bytes are sorted: sorted, a nought would be an edge."""

_ODDS: Final = re.compile(_ODD + b"+")

_BETWEEN: Final = "\x1e"
EDGE: Final = b" "


def _sorts() -> bytes:
    """For each byte how it is searched: a letter or digit as a small one, anything else as an edge of words, or odd."""
    sorts = bytearray(EDGE * 256)
    for code in range(256):
        if bytes([code]).decode("cp1252", "replace").isalnum():
            folded = chr(code).casefold()
            sorts[code] = ord(folded) if len(folded) == 1 and folded.isalnum() and ord(folded) < 256 else _ODD[0]
    for character in ("\u00ad", "\u00a0", "\u0085", ODD_LETTER, ODD_SIGN, *"\t\n\r\x0b\x0c"):
        sorts[ord(character)] = _ODD[0]
    return bytes(sorts)


_SORTS: Final = _sorts()


class Sieve:
    """Looks for one part of each form, each as whole words. `common` are words that tell nothing where they stand."""

    def __init__(self, terms: Iterable[Term], common: Collection[str]) -> None:
        patterns = dict.fromkeys(pattern for term in terms for pattern in patterns_of(term, common))
        self._find = BytesAhoCorasick(list(patterns), implementation=Implementation.DFA).find_matches_as_indexes

    def may_hold(self, texts: Sequence[str]) -> list[int]:
        """The positions of the texts in which a form may stand, in order."""
        data = searched_text(_BETWEEN.join(texts))
        # Each pattern ends with an edge or within a word, so that this lies in its last word.
        places = {end - 2 for _, _, end in self._find(data, True)}
        if is_odd(data):
            places.update(found.start() for found in _ODDS.finditer(data))
        if not places:
            return []
        starts = list(accumulate(map(_room, texts), initial=1))
        return sorted({bisect_right(starts, place) - 1 for place in places})


def searched_text(text: str) -> bytes:
    """A text as it is searched: small letters and edges of words, an edge before it and after it."""
    data = one_byte(f"{_BETWEEN}{text}{_BETWEEN}")
    if b"  " in data:
        data = data.replace(b"  ", _ODD_SPACES)
    return data.translate(_SORTS)


def is_odd(data: bytes) -> bool:
    """Whether something stands in a searched text that the matcher sees as something else."""
    return _ODD in data


def _room(text: str) -> int:
    return len(text) + 1


def patterns_of(term: Term, common: Collection[str]) -> Iterator[bytes]:
    """What is looked for of a term: its words, of each form with gaps one part, its heads and its stem."""
    for form in term.forms:
        yield EDGE + searched(form) + EDGE
    for gapped in term.gapped:
        for part in _rarest(gapped, common):
            yield EDGE + searched(part) + EDGE
    for head in term.heads:
        yield searched(head) + EDGE
    if term.stem:
        yield EDGE + searched(term.stem)


def searched(form: str) -> bytes:
    """A form as it is looked for in a searched text."""
    return one_byte(form).translate(_SORTS)


def _rarest(gapped: Gapped, common: Collection[str]) -> tuple[str, ...]:
    """The part of a form with gaps that says most: all its choices have many letters in words that are not common."""
    return max(gapped.parts, key=lambda part: min(_tells(choice, common) for choice in part))


def _tells(choice: str, common: Collection[str]) -> int:
    return sum(len(word) for word in choice.split() if word not in common)
