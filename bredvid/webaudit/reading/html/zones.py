"""Which zone an element opens. Rule: docs/reference/web-indicators.md, section 2, "Zones"."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.marks import (
    Mark,
    is_running,
    main_part_names,
    main_part_selector,
    marks_of,
    marks_of_id,
)
from bredvid.webaudit.shapes import Zone

Attributes = Mapping[str, str | None]

MAIN, FOLDED, ASIDE, HIDDEN = Zone.MAIN, Zone.FOLDED, Zone.ASIDE, Zone.HIDDEN
TELLING: Final = frozenset(("hidden", "style", "aria-hidden", "role", "aria-label"))
"""Attributes that may open a zone, besides class, and id where an element holds others."""

_ROLES: Final = {
    **dict.fromkeys(("navigation", "menubar", "menu", "search", "banner"), Zone.NAV),
    "contentinfo": Zone.FOOTER,
    "complementary": ASIDE,
    "tabpanel": FOLDED,
    "main": MAIN,
}
_IN_MAIN: Final = frozenset({MAIN, FOLDED})
_CLOSED: Final = frozenset({Zone.NAV, Zone.FOOTER, HIDDEN})  # nothing in them is elsewhere
_OPENERS: Final = "[aria-controls],[data-target],[data-bs-target],[data-toggle],[data-bs-toggle],[data-controls]"
_OPENER_ATTRIBUTES: Final = ("aria-controls", "data-target", "data-bs-target", "data-controls", "href")
_WRAPS_NOTHING: Final = ~(Mark.FOLDED | Mark.LEAVING)


class Zones:
    """The zones of one page. `outside` is the zone of what stands in none: main where the page marks no main part.

    `opened` are ids that controls open which are not in this tree.
    """

    def __init__(
        self, parser: LexborHTMLParser, *, without_main: bool = False, opened: frozenset[str] = frozenset()
    ) -> None:
        self._parser, self._opened_elsewhere = parser, opened
        content = None if without_main else _main_part(parser)
        self._content = content.mem_id if content is not None else 0
        self.marks_main = content is not None
        self.outside = ASIDE if self.marks_main else MAIN

    @cached_property
    def _opened(self) -> frozenset[str]:
        """Ids of what some control opens; asked for only where something is hidden."""
        return self._opened_elsewhere | opened_in(self._parser)

    @cached_property
    def _wrappers(self) -> frozenset[int]:
        """What holds the main part or a first heading: no banner, box or menu, whatever its class says."""
        found = set[int]()
        for node in self._parser.css("main,[role=main],h1,article")[:50]:
            parent: LexborNode | None = node
            while parent is not None and parent.mem_id not in found:
                found.add(parent.mem_id)
                parent = parent.parent
        return frozenset(found)

    def of(self, node: LexborNode, tag: int, attributes: Attributes, zone: Zone) -> Zone | None:
        """Gives the zone an element opens within a zone; None where its text stands in no zone at all."""
        marks = self._marks(node, attributes) if attributes else 0
        if marks & Mark.BANNER:
            return None
        if zone in _CLOSED:
            return zone
        if attributes and is_hidden(attributes):
            return self._hidden(attributes, marks, zone)
        role = attributes.get("role")
        if marks or role or tag in tags.ZONING or (self._content and node.mem_id == self._content):
            return self._shown(node, tag, _ROLES.get(role or ""), marks, zone)
        return zone

    def is_numbered(self, node: LexborNode, attributes: Attributes) -> bool:
        """Says whether an element's id is but a running number of SiteVision's, which opens no zone."""
        number = attributes.get("id") or ""
        return is_running(number) and node.mem_id != self._content

    def _marks(self, node: LexborNode, attributes: Attributes) -> int:
        """The marks of an element's class and id; of its label only whether it is a banner."""
        name, number = attributes.get("class"), attributes.get("id")
        marks = (marks_of(name) if name else 0) | (marks_of_id(number) if number else 0)
        if label := attributes.get("aria-label"):
            marks |= marks_of_id(label) & Mark.BANNER
        return marks & ~_WRAPS_NOTHING if marks & _WRAPS_NOTHING and node.mem_id in self._wrappers else marks

    def _hidden(self, attributes: Attributes, marks: int, zone: Zone) -> Zone:
        opened = (
            zone is FOLDED
            or marks & Mark.FOLDED
            or attributes.get("hidden") == "until-found"
            or attributes.get("role") in ("tabpanel", "region")
            or (attributes.get("id") or " ") in self._opened
        )
        return HIDDEN if not opened else zone if zone is ASIDE else FOLDED

    def _shown(self, node: LexborNode, tag: int, role: Zone | None, marks: int, zone: Zone) -> Zone:
        if tag == tags.MAIN or role is MAIN or (self._content and node.mem_id == self._content):
            return MAIN if self.marks_main else zone
        by_tag = _by_tag(tag, zone in _IN_MAIN and (self.marks_main or _in_article(node, tag)))
        if role is FOLDED or by_tag is FOLDED or (role is None and by_tag is None and marks & Mark.FOLDED):
            return FOLDED if zone in _IN_MAIN else zone
        return role or by_tag or _by_marks(marks) or zone


def opened_in(parser: LexborHTMLParser) -> frozenset[str]:
    """Gives the ids of what the controls of a page open."""
    found = (node.attributes for node in parser.css(_OPENERS))
    values = (attributes.get(name) or "" for attributes in found for name in _OPENER_ATTRIBUTES)
    return frozenset(part.lstrip("#") for value in values for part in value[:500].split())


def is_hidden(attributes: Attributes) -> bool:
    """Says whether an element is hidden by its own attributes."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if not style:
        return False
    bare = style[:2_000].replace(" ", "").lower()
    return "display:none" in bare or "visibility:hidden" in bare


def _in_article(node: LexborNode, tag: int) -> bool:
    """Says whether a header or footer is an article's, not the page's; asked only for those two."""
    parent = node.parent if tag in (tags.HEADER, tags.FOOTER) else None
    while parent is not None:
        if parent.tag_id == tags.ARTICLE:
            return True
        parent = parent.parent
    return False


def _by_tag(tag: int, inside: bool) -> Zone | None:
    if tag == tags.HEADER:
        return None if inside else Zone.NAV
    if tag == tags.FOOTER:
        return ASIDE if inside else Zone.FOOTER
    return _TAG_ZONES.get(tag)


_TAG_ZONES: Final = {tags.NAV: Zone.NAV, tags.ASIDE: ASIDE, tags.DETAILS: FOLDED, tags.NOSCRIPT: HIDDEN}


def _by_marks(marks: int) -> Zone | None:
    if marks & Mark.NAV:
        return Zone.NAV
    if marks & Mark.FOOTER:
        return Zone.FOOTER
    return ASIDE if marks & Mark.ASIDE else None


def _main_part(parser: LexborHTMLParser) -> LexborNode | None:
    """The part that a page marks as its main one, or that is usually called so and has something to read."""
    marked = parser.css_first("main,[role=main]")
    if marked is not None:
        return marked
    if not _may_call_one(parser):
        return None
    called = parser.css_first(main_part_selector())
    return called if called is not None and called.css_first("p,h1,h2,li") is not None else None


def _may_call_one(parser: LexborHTMLParser) -> bool:
    """Says quickly whether a part may be called the main one: asking each element eleven questions takes its time."""
    ids, classes = main_part_names()
    if any((node.id or "").lower() in ids for node in parser.css("[id]")):
        return True
    return bool(classes) and parser.css_first(classes) is not None
