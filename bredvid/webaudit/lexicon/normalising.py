"""Makes a text plain for the search, and knows where each piece of it stood.

Folded case, composed accents, no soft hyphens or other invisible marks, single plain spaces, plain hyphens and apostrophes.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_PLAIN = {
    ord(old): new
    for new, olds in ((" ", "\u00a0\u202f\u2007\t\n\r\x0b\x0c\u2028\u2029"), ("-", "‐‑"), ("'", "’‘ʼ"))
    for old in olds
}
_STRANGE = re.compile("[" + "".join(re.escape(chr(code)) for code in _PLAIN) + "]")
_LEFT_OUT = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]| (?=[\u00ad\u200b\u200c\u200d\u2060\ufeff]* )")


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text; `cuts` and `shifts` lead back: from position `cuts[i]` on, `shifts[i]` characters were left out."""

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()  # only where characters were composed or taken apart: each one's place
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the plain text stood in the text as it came."""
        if self.cuts:
            start, end = start + self._shift(start), end - 1 + self._shift(end - 1) + 1
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)

    def _shift(self, at: int) -> int:
        found = bisect_right(self.cuts, at)
        return self.shifts[found - 1] if found else 0


def plain(text: str) -> Plain:
    """The plain text. Most texts need no way back: each character became one character."""
    folded = text.casefold()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    if len(folded) != len(text) or not unicodedata.is_normalized("NFC", folded):
        folded, starts, ends = _composed(text)
    if (not folded.isascii() and _STRANGE.search(folded)) or "\n" in folded or "\t" in folded or "\r" in folded:
        folded = folded.translate(_PLAIN)
    if "  " in folded or "\u00ad" in folded or _LEFT_OUT.search(folded):
        return _without(folded, starts, ends)
    return Plain(folded, starts=starts, ends=ends)


def _without(folded: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> Plain:
    """Takes out what nobody sees, and spaces before spaces."""
    cuts, shifts = [], []
    for left_out, found in enumerate(_LEFT_OUT.finditer(folded), 1):
        cuts.append(found.start() - left_out + 1)
        shifts.append(left_out)
    return Plain(_LEFT_OUT.sub("", folded), tuple(cuts), tuple(shifts), starts, ends)


def _composed(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Letter by letter with its accents: the slow way, for texts that need it."""
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
