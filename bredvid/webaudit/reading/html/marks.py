"""What an element's class, id or label tells of it: marks.toml, asked once for each spelling."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation


class Mark:
    """What an attribute's words point at, as bits. Plain numbers: they are asked of each element of each page."""

    BANNER: Final = 1
    FOLDED: Final = 2
    ASIDE: Final = 4
    NAV: Final = 8
    FOOTER: Final = 16
    LEAVING: Final = 32


_BITS: Final = {
    "banner": Mark.BANNER,
    "folded": Mark.FOLDED,
    "aside": Mark.ASIDE,
    "nav": Mark.NAV,
    "footer": Mark.FOOTER,
    "leaving": Mark.LEAVING,
}


_LONGEST: Final = 400
"""Characters of an attribute; an endless one tells nothing more."""


def marks_of(attribute: str) -> int:
    """Gives the marks of a class, as the bits of Mark. Classes are asked again and again, so they are kept."""
    known = KNOWN.get(attribute)
    if known is None:
        known = marks_of_id(attribute)
        if len(KNOWN) < _MOST_KNOWN and len(attribute) <= _LONGEST:
            KNOWN[attribute] = known
    return known


KNOWN: Final[dict[str, int]] = {}
"""Attributes met so far and their marks. Only what was worked out from them is kept, so that it changes no result."""

_MOST_KNOWN: Final = 20_000


@lru_cache(maxsize=5_000)
def marks_of_id(attribute: str) -> int:
    """Gives the marks of an id or a label; many are met once, so few are kept."""
    automaton, bits = _needles()
    found = 0
    for number, _, _ in automaton.find_matches_as_indexes(attribute[:_LONGEST].lower(), overlapping=True):
        found |= bits[number]
    return found


@cache
def main_part_selector() -> str:
    """The places where a page without `main` may keep its content, as one selector."""
    return ",".join(_data()["main_part"])


@cache
def main_part_names() -> tuple[frozenset[str], str]:
    """The same places: ids in small letters, and a selector of all that are no ids."""
    names = _data()["main_part"]
    ids = frozenset(name[1:].lower() for name in names if name.startswith("#"))
    return ids, ",".join(name for name in names if not name.startswith("#"))


_RUNNING: Final = re.compile(r"svid\d+_[0-9a-f]*")
_IN_RUNNING: Final = re.compile(r"(?:(?:(?:s?v)?i)?d)?\d*_?[0-9a-f]*")


def is_running(number: str) -> bool:
    """Says whether an id is a running number of SiteVision's, `svid12_4f7dd37a14c2f34b`, in which no mark can be."""
    return number.startswith("svid") and _RUNNING.fullmatch(number) is not None and _none_in_running()


@cache
def _none_in_running() -> bool:
    return not any(_IN_RUNNING.fullmatch(needle) for name in _BITS for needle in _data()[name])


@cache
def _needles() -> tuple[AhoCorasick, list[int]]:
    pairs = [(needle, bit) for name, bit in _BITS.items() for needle in _data()[name]]
    return AhoCorasick([needle for needle, _ in pairs], implementation=Implementation.DFA), [bit for _, bit in pairs]


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
