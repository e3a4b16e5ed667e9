"""One walk over a page's tree: blocks in zones and sections, links, and what it loads.

The walk keeps its own stack, so that no page is too deep for it; and it looks at each node once.
"""

from typing import Final

from selectolax.lexbor import LexborNode

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.addresses import Addresses
from bredvid.webaudit.reading.html.marks import Mark, marks_in
from bredvid.webaudit.reading.html.zones import Attributes, Zones
from bredvid.webaudit.shapes import Block, Link, Zone

MOST_LINKS: Final = 5_000
MOST_BLOCKS: Final = 50_000
LONGEST_LABEL: Final = 60
_BREAK: Final = "\x1f"  # stands for a line break in a block until it is closed
_MAIN_PART: Final = frozenset({Zone.MAIN, Zone.FOLDED, Zone.HIDDEN, Zone.HEADINGS})
_NO_ATTRIBUTES: Final[Attributes] = {}

Frame = tuple[LexborNode, bool, Zone, str, int, int, int]  # node, is a block, and what held before it


class Walk:
    """What one walk finds."""

    def __init__(self, zones: Zones, addresses: Addresses) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.loaded: list[str] = []  # addresses of what the page loads, as they stand
        self.scripts: list[tuple[str, str]] = []  # type and code
        self.labels: list[str] = []  # short labels of controls whose words nobody sees
        self.leaving = False  # a control that by its class lets her leave
        self.too_many = False
        self._zones, self._addresses = zones, addresses
        self._zone, self._tag, self._section, self._level, self._link = zones.outside, "p", 1, 0, -1
        self.sections = 1
        self._texts: list[str] = []
        self._linked: list[int] = []

    def over(self, root: LexborNode | None) -> None:
        """Walks over an element's children."""
        node, stack = root.first_child if root is not None else None, list[Frame]()
        texts, plain, nothing, text_tag = self._texts, tags.PLAIN, tags.NOTHING, tags.TEXT
        while True:
            if node is None:
                if not stack:
                    break
                node = self._left(stack.pop())
                continue
            tag = node.tag_id
            if tag == text_tag:
                texts.append(node.text_content or "")
            elif tag in plain:
                if (child := node.first_child) is not None:
                    stack.append((node, False, self._zone, self._tag, self._section, self._level, self._link))
                    node = child
                    continue
            elif tag not in nothing and (child := self._entered(node, tag, stack)) is not None:
                node = child
                continue
            node = node.next
        self._close()

    def _entered(self, node: LexborNode, tag: int, stack: list[Frame]) -> LexborNode | None:
        """Enters an element: gives its first child, or None where there is nothing to walk over."""
        if tag == tags.BR:
            self._texts.append(_BREAK)
            return None
        attributes: Attributes = node.attributes or _NO_ATTRIBUTES
        if tag in tags.LOADING:
            self._load(tag, attributes)
        if tag in (tags.SCRIPT, tags.STYLE):
            self._keep_code(node, tag, attributes)
            return None
        zone = self._zones.of(node, tag, attributes, self._zone)
        if zone is None:
            self._note_loading_in(node)
            return None
        if tag == tags.IMG:
            self._alternative(attributes, zone)
            return None
        child = node.first_child
        if child is None:
            self._empty(tag, attributes)
            return None
        is_block = tag in tags.BLOCKS or zone is not self._zone
        if is_block:
            self._close()
        before = (node, is_block, self._zone, self._tag, self._section, self._level, self._link)
        self._turn(node, tag, attributes, zone, stack)
        stack.append(before)
        return child

    def _turn(self, node: LexborNode, tag: int, attributes: Attributes, zone: Zone, stack: list[Frame]) -> None:
        """Sets what holds inside an element."""
        if tag == tags.SUMMARY and stack and zone is Zone.FOLDED:
            zone = stack[-1][2]  # a summary is seen while its details are folded
        if zone is not self._zone and not (zone in _MAIN_PART and self._zone in _MAIN_PART):
            self._new_section(0)
        self._zone = zone
        if (level := tags.HEADINGS.get(tag)) is not None:
            self._heading(level)
        if (name := tags.BLOCK_TAGS.get(tag)) is not None and self._tag not in ("td", "th"):
            self._tag = name
        elif tag == tags.A:
            self._follow(node, attributes)
        elif tag == tags.BUTTON:
            self._control(node, attributes)

    def _heading(self, level: int) -> None:
        """A section goes on through lesser headings; the page's first heading holds only until the next one."""
        if level <= self._level or self._level <= 1:
            self._new_section(level)
        if level <= 3 and self._zone is Zone.MAIN:
            self._zone = Zone.HEADINGS

    def _new_section(self, level: int) -> None:
        self.sections += 1
        self._section, self._level = self.sections, level

    def _left(self, frame: Frame) -> LexborNode | None:
        """Leaves an element: closes its block and gives the node after it."""
        node, is_block, zone, tag, section, level, link = frame
        if is_block:
            self._close()
            if zone is not self._zone and not (zone in _MAIN_PART and self._zone in _MAIN_PART):
                self._section, self._level = section, level
            self._zone = zone
        self._tag, self._link = tag, link
        return node.next

    def _close(self) -> None:
        """Makes a block of the texts since the last one."""
        joined = "".join(self._texts)
        self._texts.clear()
        linked = tuple(self._linked)
        self._linked = [self._link] if self._link >= 0 else []
        if _BREAK in joined:
            for piece in _pieces(joined):
                self._add(piece, linked)
        elif joined:
            self._add(joined, linked)

    def _add(self, joined: str, linked: tuple[int, ...]) -> None:
        text = clean(joined)
        if text and len(self.blocks) < MOST_BLOCKS:
            tag = "a" if linked and self._tag in ("p", "li") and self._only_links(text, linked) else self._tag
            self.blocks.append(Block(self._zone, text, tag, self._section, linked))

    def _only_links(self, text: str, linked: tuple[int, ...]) -> bool:
        """Says whether a block is nothing but its links: then it is no prose."""
        return sum(len(self.links[number].text) for number in linked) >= len(text) - 3 * len(linked)

    def _follow(self, node: LexborNode, attributes: Attributes) -> None:
        text = self._control(node, attributes)
        href = self._addresses.absolute(attributes.get("href"))
        if not href:
            return
        if len(self.links) >= MOST_LINKS:
            self.too_many = True
            return
        self.links.append(Link(href, text, self._zone))
        self._link = len(self.links) - 1
        self._linked.append(self._link)

    def _control(self, node: LexborNode, attributes: Attributes) -> str:
        """Gives a link's or button's text, and notes whether it is there to leave the page."""
        text = clean(node.text())
        if not text and (text := clean(attributes.get("aria-label") or attributes.get("title") or "")):
            self.labels.append(text[:LONGEST_LABEL])
        self._note_leaving(attributes)
        return text

    def _note_leaving(self, attributes: Attributes) -> None:
        if (marks_in(attributes.get("class")) | marks_in(attributes.get("id"))) & Mark.LEAVING:
            self.leaving = True

    def _empty(self, tag: int, attributes: Attributes) -> None:
        """A control without text may still have a label, and a line still breaks at an empty block."""
        if tag in tags.BLOCKS:
            self._close()
        elif tag in (tags.A, tags.BUTTON, tags.INPUT):
            label = attributes.get("aria-label") or (attributes.get("value") if tag == tags.INPUT else "")
            if label:
                self.labels.append(label[:LONGEST_LABEL])
            self._note_leaving(attributes)

    def _alternative(self, attributes: Attributes, zone: Zone) -> None:
        text = clean(attributes.get("alt") or "")
        if text and len(self.blocks) < MOST_BLOCKS:
            self.blocks.append(Block(Zone.ALT, text, "alt", self._section))

    def _load(self, tag: int, attributes: Attributes) -> None:
        if tag == tags.LINK and not _loads(attributes.get("rel") or ""):
            return
        for name in ("src", "href", "data", "srcset"):
            address = attributes.get(name)
            if address and "//" in address[:LONGEST_ADDRESS]:
                self.loaded.append(address[:LONGEST_ADDRESS])

    def _note_loading_in(self, node: LexborNode) -> None:
        for loading in node.css("script,img,iframe,link,source,embed,object"):
            self._load(loading.tag_id, loading.attributes)

    def _keep_code(self, node: LexborNode, tag: int, attributes: Attributes) -> None:
        child = node.first_child
        code = (child.text_content if child is not None else "") or ""
        if code:
            self.scripts.append(("style" if tag == tags.STYLE else attributes.get("type") or "", code))


LONGEST_ADDRESS: Final = 2_000
_LOADING_RELATIONS: Final = (
    "stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"
)  # fmt: skip


def _loads(relation: str) -> bool:
    folded = relation.lower()
    return any(name in folded for name in _LOADING_RELATIONS)


def _pieces(joined: str) -> list[str]:
    """A block's texts, parted where two line breaks follow each other; one alone is a space."""
    lines, pieces = joined.split(_BREAK), [""]
    for line in lines:
        if line.strip():
            pieces[-1] += " " + line
        elif pieces[-1]:
            pieces.append("")
    return pieces
