"""Which zone an element opens. Rule: docs/reference/web-indicators.md, section 2, "Zones"."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.marks import Mark, main_part_selector, marks_in
from bredvid.webaudit.shapes import Zone

Attributes = Mapping[str, str | None]

_ROLES: Final = {
    "navigation": Zone.NAV, "menubar": Zone.NAV, "menu": Zone.NAV, "search": Zone.NAV, "banner": Zone.NAV,
    "contentinfo": Zone.FOOTER, "complementary": Zone.ASIDE, "tabpanel": Zone.FOLDED, "main": Zone.MAIN,
}  # fmt: skip
_IN_ARTICLES: Final = frozenset({Zone.MAIN, Zone.FOLDED})
_CLOSED: Final = frozenset({Zone.NAV, Zone.FOOTER, Zone.HIDDEN})  # nothing in them is elsewhere
_CORE: Final = "main,[role=main],h1"
_OPENERS: Final = "[aria-controls],[data-target],[data-bs-target],[data-toggle],[data-bs-toggle],[data-controls]"
_OPENER_ATTRIBUTES: Final = ("aria-controls", "data-target", "data-bs-target", "data-controls", "href")
_TELLING: Final = ("hidden", "style", "aria-hidden", "role", "class", "id", "aria-label")


class Zones:
    """The zones of one page. `outside` is the zone of what stands in none: main where the page marks no main part."""

    def __init__(self, parser: LexborHTMLParser, *, without_main: bool = False) -> None:
        self._parser = parser
        self._content = None if without_main else _main_part(parser)
        self._content_id = self._content.mem_id if self._content is not None else 0
        self.outside = Zone.MAIN if self._content is None else Zone.ASIDE
        self.marks_main = self._content is not None

    @cached_property
    def _opened(self) -> frozenset[str]:
        """Ids of what some control opens; asked for only where something is hidden."""
        found = (node.attributes for node in self._parser.css(_OPENERS))
        values = (attributes.get(name) or "" for attributes in found for name in _OPENER_ATTRIBUTES)
        return frozenset(part.lstrip("#") for value in values for part in value[:500].split())

    def of(self, node: LexborNode, tag: int, attributes: Attributes, zone: Zone) -> Zone | None:
        """Gives the zone an element opens within a zone; None where its text stands in no zone at all."""
        marks = marks_in(attributes.get("class")) | marks_in(attributes.get("id")) if attributes else 0
        if attributes and (marks or "aria-label" in attributes):
            marks = self._sure(node, tag, marks | (marks_in(attributes.get("aria-label")) & Mark.BANNER))
        if marks & Mark.BANNER:
            return None
        if zone in _CLOSED:
            return zone
        if attributes and _is_hidden(attributes):
            return self._hidden(attributes, marks, zone)
        return self._shown(node, tag, attributes, marks, zone)

    def _sure(self, node: LexborNode, tag: int, marks: int) -> int:
        """Takes back what the class of a wrapper tells: one that holds the main part is no banner, box or menu."""
        if not marks & ~Mark.LEAVING:
            return marks
        holds = tag in (tags.MAIN, tags.ARTICLE) or node.css_first(_CORE) is not None
        return marks & (Mark.FOLDED | Mark.LEAVING) if holds else marks

    def _hidden(self, attributes: Attributes, marks: int, zone: Zone) -> Zone:
        opened = (
            zone is Zone.FOLDED
            or marks & Mark.FOLDED
            or attributes.get("hidden") == "until-found"
            or attributes.get("role") in ("tabpanel", "region")
            or (attributes.get("id") or "") in self._opened - {""}
        )
        return Zone.HIDDEN if not opened else zone if zone is Zone.ASIDE else Zone.FOLDED

    def _shown(self, node: LexborNode, tag: int, attributes: Attributes, marks: int, zone: Zone) -> Zone:
        if tag == tags.MAIN or (self._content_id and node.mem_id == self._content_id):
            return Zone.MAIN if self.marks_main else zone
        role = _ROLES.get(attributes.get("role") or "") if attributes else None
        inside = zone in _IN_ARTICLES and (self.marks_main or node_in_article(node, tag))
        by_tag = _by_tag(tag, inside)
        if role is Zone.FOLDED or (role is None and by_tag is None and marks & Mark.FOLDED):
            return Zone.FOLDED if zone in _IN_ARTICLES else zone
        return role or by_tag or _by_marks(marks) or zone


def node_in_article(node: LexborNode, tag: int) -> bool:
    """Says whether a header or footer is an article's, not the page's; asked only for those two."""
    if tag not in (tags.HEADER, tags.FOOTER):
        return False
    parent = node.parent
    while parent is not None:
        if parent.tag_id == tags.ARTICLE:
            return True
        parent = parent.parent
    return False


def _by_tag(tag: int, inside: bool) -> Zone | None:
    if tag == tags.NAV:
        return Zone.NAV
    if tag == tags.ASIDE:
        return Zone.ASIDE
    if tag == tags.HEADER:
        return None if inside else Zone.NAV
    if tag == tags.FOOTER:
        return Zone.ASIDE if inside else Zone.FOOTER
    return Zone.FOLDED if tag == tags.DETAILS else None


def _by_marks(marks: int) -> Zone | None:
    if marks & Mark.NAV:
        return Zone.NAV
    if marks & Mark.FOOTER:
        return Zone.FOOTER
    return Zone.ASIDE if marks & Mark.ASIDE else None


def _is_hidden(attributes: Attributes) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if not style:
        return False
    bare = style[:2_000].replace(" ", "").lower()
    return "display:none" in bare or "visibility:hidden" in bare


def _main_part(parser: LexborHTMLParser) -> LexborNode | None:
    """The part that a page marks as its main one, or that is usually called so and has something to read."""
    marked = parser.css_first("main,[role=main]")
    if marked is not None:
        return marked
    called = parser.css_first(main_part_selector())
    return called if called is not None and called.css_first("p,h1,h2,li") is not None else None
