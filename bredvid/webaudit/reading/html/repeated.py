"""Menus and footers that stand on every page of a site alike: walked over once, and then given again.

What a walk finds in one hangs on nothing but its markup, the site's address, and what was counted before it; all of
these are asked for, so that a page reads the same whether its menu was met before or not.
"""

from typing import Final, NamedTuple

from bredvid.webaudit.shapes import Block, Link, Zone

REPEATED: Final = frozenset({Zone.NAV, Zone.FOOTER})
"""Zones in which nothing opens another."""

SHORTEST, LONGEST, MOST = 1_000, 100_000, 64
"""Characters of markup that are worth it, and how many menus a process keeps."""

_NOT_ALONE: Final = ("<h1", "<main", "<article", 'role="main"')  # what a wrapper holds is asked of the whole page


class Key(NamedTuple):
    """What a menu's reading hangs on."""

    markup: str
    origin: str
    zone: Zone
    tag: str
    sections: int
    links: int


class Found(NamedTuple):
    """What was found in a menu."""

    blocks: list[Block]
    links: list[Link]
    labels: list[str]
    loaded: list[str]
    scripts: list[tuple[str, str]]
    leaving: bool
    sections: int  # the number of the last one when it was left


_KEPT: Final[dict[Key, Found]] = {}


def is_repeated(markup: str) -> bool:
    """Says whether a menu may be kept."""
    return SHORTEST <= len(markup) <= LONGEST and not any(mark in markup for mark in _NOT_ALONE)


def kept(key: Key) -> Found | None:
    """What was found in such a menu before."""
    return _KEPT.get(key)


def keep(key: Key, found: Found) -> None:
    """Keeps what was found; the one that was kept first makes room."""
    if len(_KEPT) >= MOST:
        del _KEPT[next(iter(_KEPT))]
    _KEPT[key] = found
