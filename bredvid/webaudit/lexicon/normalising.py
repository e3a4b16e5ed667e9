"""Makes a text plain for the search, and knows where each piece of it stood.

Folded case, composed accents, single spaces, plain hyphens and apostrophes; without soft hyphens and what nobody sees.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_SPACES = "\u00a0\u202f\u2007\u2009\t\n\r\x0b\x0c\u0085\u2028\u2029"
_SEEN = {"\u2010": "-", "\u2011": "-", "\u2019": "'", "\u2018": "'", "\u02bc": "'"}
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LEFT_OUT = re.compile(f"[{_UNSEEN}]| (?=[{_UNSEEN}]* )")


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text and the way back to the text it was made of.

    Where characters were left out, `shifts[i]` of them stood before position `cuts[i]`. Where letters were composed or
    taken apart, `starts` and `ends` say where each one's origin lies; both are empty for most texts.
    """

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the plain text stood in the text as it came."""
        if self.cuts:
            start, end = start + self._shift(start), end + self._shift(end - 1)
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)

    def _shift(self, at: int) -> int:
        found = bisect_right(self.cuts, at)
        return self.shifts[found - 1] if found else 0


def plain(text: str) -> Plain:
    """The plain text. In most texts each character becomes one character, and nothing is left out."""
    folded = text.casefold()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    if len(folded) != len(text) or not unicodedata.is_normalized("NFC", folded):
        folded, starts, ends = _composed(text)
    if not folded.isascii():
        for old, new in _SEEN.items():
            folded = folded.replace(old, new)
    if not folded.isprintable():
        for space in _SPACES:
            folded = folded.replace(space, " ")
        if any(unseen in folded for unseen in _UNSEEN):
            return _without(folded, starts, ends)
    return _without(folded, starts, ends) if "  " in folded else Plain(folded, starts=starts, ends=ends)


def _without(folded: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> Plain:
    """Takes out what nobody sees, and each space before a space."""
    places = [found.start() for found in _LEFT_OUT.finditer(folded)]
    cuts = tuple(place - before for before, place in enumerate(places))
    return Plain(_LEFT_OUT.sub("", folded), cuts, tuple(range(1, len(places) + 1)), starts, ends)


def _composed(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Letter by letter with its accents: the slow way, for the few texts that need it."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text[at:end]).casefold())
        parts.append(piece)
        starts += [at] * len(piece)
        ends += [end] * len(piece)
        at = end
    return "".join(parts), tuple(starts), tuple(ends)
