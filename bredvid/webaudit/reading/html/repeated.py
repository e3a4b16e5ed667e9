"""Menus and footers that stand on every page of a site alike: walked over once, and then given again.

What a walk finds in one hangs on nothing but its markup, the site's address, and where the walk was before it; all of
these are asked for, so that a page reads the same whether its menu was met before or not.
"""

from typing import Final, NamedTuple

from bredvid.webaudit.reading.characters import is_clean
from bredvid.webaudit.reading.consent import without_consent_blocks
from bredvid.webaudit.reading.dates import from_words, may_be_stamp
from bredvid.webaudit.reading.html.loading import Loading
from bredvid.webaudit.shapes import Block, Link, Zone

REPEATED: Final = frozenset({Zone.NAV, Zone.FOOTER})
"""Zones in which nothing opens another."""

SHORTEST, LONGEST, MOST = 1_000, 100_000, 64
"""Characters of markup that are worth it, and how many menus a process keeps."""

_NOT_ALONE: Final = ("<h1", "<main", "<article", 'role="main"')  # what a wrapper holds is asked of the whole page


class Key(NamedTuple):
    """What a menu's reading hangs on: its markup, the site, and what holds where it stands."""

    markup: str
    origin: str
    zone: Zone
    before: Zone
    tag: str
    section: int
    level: int
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


Counts = tuple[int, int, int, int, int]


class Gathered:
    """What a walk has found so far."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.labels: list[str] = []  # short labels of controls whose words nobody sees
        self.loading = Loading()
        self.leaving = False  # a control that by its class lets her leave
        self.sections = 1
        self._given: list[tuple[int, int, int, int]] = []

    def give(self, found: Found) -> None:
        """Adds what was found in a menu before."""
        blocks, links = len(self.blocks), len(self.links)
        self.blocks += found.blocks
        self.links += found.links
        self.labels += found.labels
        self.loading.addresses += found.loaded
        self.loading.scripts += found.scripts
        self.leaving = self.leaving or found.leaving
        self.sections = found.sections
        self._given.append((blocks, len(self.blocks), links, len(self.links)))

    def counts(self) -> Counts:
        """How much was found so far."""
        loading = self.loading
        return (
            *(len(self.blocks), len(self.links), len(self.labels)),
            *(len(loading.addresses), len(loading.scripts)),
        )

    def since(self, counts: Counts) -> Found:
        """What was found since then."""
        blocks, links, labels, loaded, scripts = counts
        found = self.blocks[blocks:], self.links[links:], self.labels[labels:]
        return Found(
            *found, self.loading.addresses[loaded:], self.loading.scripts[scripts:], self.leaving, self.sections
        )

    def own_blocks(self) -> list[Block]:
        """The blocks that were not given: among those given is no cookie notice, date, or character to take away."""
        own, at = list[Block](), 0
        for start, end, _, _ in self._given:
            own += self.blocks[at:start]
            at = end
        return own + self.blocks[at:] if self._given else self.blocks

    def own_links(self) -> list[Link]:
        """The links that were not given."""
        own, at = list[Link](), 0
        for _, _, start, end in self._given:
            own += self.links[at:start]
            at = end
        return own + self.links[at:] if self._given else self.links


def is_repeated(markup: str) -> bool:
    """Says whether a menu may be kept."""
    return SHORTEST <= len(markup) <= LONGEST and not any(mark in markup for mark in _NOT_ALONE)


def kept(key: Key) -> Found | None:
    """What was found in such a menu before."""
    return _KEPT.get(key)


def keep(key: Key, found: Found) -> bool:
    """Keeps what was found, without cookie notices, where it asks nothing more; the first that was kept makes room."""
    found = found._replace(blocks=without_consent_blocks(found.blocks))
    if not _asks_nothing(found):
        return False
    if len(_KEPT) >= MOST:
        del _KEPT[next(iter(_KEPT))]
    _KEPT[key] = found
    return True


_KEPT: Final[dict[Key, Found]] = {}


def _asks_nothing(found: Found) -> bool:
    """Says whether there is no date in a menu, and no character to take away."""
    texts = [block.text for block in found.blocks]
    return (
        is_clean(" ".join(texts))
        and is_clean(" ".join(link.text for link in found.links))
        and from_words(filter(may_be_stamp, texts)) == ("", "")
    )
