"""One walk over a page's tree: blocks in zones and sections, links, and what it loads.

The walk keeps its own stack, so that no page is too deep for it, and looks at each node once. It is the audit's hottest
place: elements with nothing but text in them, most of a page, are done at once and never get onto the stack.
"""

from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborNode

from bredvid.webaudit.reading.characters import clean, is_clean, single_spaced
from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.addresses import Addresses
from bredvid.webaudit.reading.html.cutting import Menu, forget, holds_place
from bredvid.webaudit.reading.html.marks import KNOWN, Mark, marks_of, marks_of_id
from bredvid.webaudit.reading.html.repeated import REPEATED, Counts, Gathered, Key, is_repeated, keep, kept
from bredvid.webaudit.reading.html.zones import TELLING, Attributes, Zones
from bredvid.webaudit.shapes import Block, Link, Zone

MOST_LINKS: Final = 5_000
MOST_BLOCKS: Final = 50_000
LONGEST_LABEL: Final = 60
_ROOM: Final = 10_000  # what is given again must not reach a bound
_BREAK: Final = "\x1f"  # stands for a line break in a block until it is closed
_MAIN, _HEADINGS = Zone.MAIN, Zone.HEADINGS
_MAIN_PART: Final = frozenset({Zone.MAIN, Zone.FOLDED, Zone.HIDDEN, Zone.HEADINGS})
_PROSE_TAGS: Final = ("p", "li")
_SPECIAL: Final = frozenset((tags.BR, tags.IMG, tags.SCRIPT, tags.STYLE)) | tags.LOADING
_CONTROLS: Final = frozenset((tags.A, tags.BUTTON))
_TURNING: Final = _CONTROLS | tags.HEADINGS.keys() | tags.BLOCK_TAGS.keys()
_CUT: Final = frozenset((tags.HEADER, tags.NAV, tags.FOOTER))

Frame = tuple[LexborNode, bool, Zone, str, int, int, int]  # node, is a block, and what held before it


class NotAlikeError(Exception):
    """A menu that was cut out stands where it would have been read another way."""


class Walk(Gathered):
    """What one walk finds. `menus` were cut out of the page; where not all are `met`, they should not have been."""

    def __init__(self, zones: Zones, addresses: Addresses, menus: Sequence[Menu] = ()) -> None:
        super().__init__()
        self.too_many = False
        self.met = 0
        self._menus = menus
        self._zones, self._addresses = zones, addresses
        self._zone, self._tag, self._section, self._level, self._link = zones.outside, "p", 1, 0, -1
        self._texts: list[str] = []
        self._linked: list[int] = []
        self._watched: dict[int, tuple[Key, Counts, int, bool]] = {}

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
                text = node.text_content
                if text and (texts or not text.isspace()):
                    texts.append(text)
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
        self._clean()

    def _clean(self) -> None:
        """Takes away what nobody sees, where the page has any: asked once, for all of its text together."""
        dirty = not is_clean(" ".join([link.text for link in self.own_links()]))
        if not is_clean(" ".join([block.text for block in self.own_blocks()])):
            blocks = (block._replace(text=clean(block.text)) for block in self.blocks)
            self.blocks, self._given = [block for block in blocks if block.text], []
        if dirty:
            self.links = [link._replace(text=clean(link.text)) for link in self.links]

    def _entered(self, node: LexborNode, tag: int, stack: list[Frame]) -> LexborNode | None:
        """Enters an element: gives its first child, or None where it is done or there is nothing to walk over."""
        attributes: Attributes = node.attributes
        if tag == tags.SCRIPT and not attributes:
            self.loading.keep_code(node, tag, attributes)
            return None
        zone = self._zone
        if tag in tags.ZONING or (
            attributes
            and (
                (
                    (name := attributes.get("class")) and KNOWN.get(name) != 0
                )  # most classes tell of nothing, and are known
                or (tag in tags.CONTAINERS and "id" in attributes and not self._zones.is_numbered(node, attributes))
                or not TELLING.isdisjoint(attributes)
            )
        ):
            opened = self._zones.of(node, tag, attributes, zone)
            if opened is None:
                self.loading.in_banner(node)
                return None
            zone = opened
        if tag in _SPECIAL and self._is_done(node, tag, attributes):
            return None
        child = node.first_child
        if child is None:
            self._empty(tag, attributes)
            return None
        if self._menus:
            if tag in _CUT and holds_place(node):
                child = self._placed(node, zone)
                if child is None:
                    return None
        elif zone is not self._zone and zone in REPEATED and tag not in _CONTROLS and self._again(node, zone):
            return None
        if zone is self._zone and child.tag_id == tags.TEXT and child.next is None:
            self._leaf(tag, attributes, child.text_content or "")
            return None
        is_block = tag in tags.BLOCKS or zone is not self._zone
        if is_block and (self._texts or self._linked):
            self._close()
        before = (node, is_block, self._zone, self._tag, self._section, self._level, self._link)
        if zone is not self._zone or tag in _TURNING:
            self._turn(node, tag, attributes, zone)
        stack.append(before)
        return child

    def _again(self, node: LexborNode, zone: Zone) -> bool:
        """Gives what stands in a menu or footer, where it was met before; else looks out for what will be found."""
        markup = node.html or ""
        if self._link >= 0 or not is_repeated(markup):
            return False
        if self._texts or self._linked:
            self._close()
        return self._given_again(node, zone, markup)

    def _placed(self, node: LexborNode, zone: Zone) -> LexborNode | None:
        """Stands for a menu that was cut out: gives what was found in it before, or what there is to walk over."""
        if zone not in REPEATED or self._link >= 0 or self.met >= len(self._menus):
            raise NotAlikeError
        menu = self._menus[self.met]
        self.met += 1
        if self._texts or self._linked:
            self._close()
        if self._given_again(node, zone, menu.markup):
            return None
        root = menu.root()
        return root.first_child if root is not None else None

    def _given_again(self, node: LexborNode, zone: Zone, markup: str) -> bool:
        where = self._tag, self._section, self._level, self.sections, len(self.links)
        key = Key(markup, self._addresses.origin, zone, self._zone, *where)
        found = kept(key)
        if found is not None and len(self.blocks) + len(found.blocks) + len(self.loading.addresses) < _ROOM:
            self.give(found)
            return True
        self._watched[node.mem_id] = (key, self.counts(), self._addresses.relative, self.leaving)
        self.leaving = False
        return False

    def _keep(self, mem_id: int) -> None:
        """Keeps what was found in a menu, where it hangs on nothing of the page's own and no bound was met."""
        key, counts, relative, leaving = self._watched.pop(mem_id)
        fits = relative == self._addresses.relative and len(self.blocks) < MOST_BLOCKS and not self.too_many
        if not (fits and keep(key, self.since(counts))):
            forget(key.markup)
        self.leaving = self.leaving or leaving

    def _is_done(self, node: LexborNode, tag: int, attributes: Attributes) -> bool:
        """Sees to elements that are no place for text; an iframe and its like may hold some."""
        if tag == tags.BR:
            self._texts.append(_BREAK)
            return True
        if tag in (tags.SCRIPT, tags.STYLE):
            self.loading.keep_code(node, tag, attributes)
        if tag in tags.LOADING:
            self.loading.note(tag, attributes)
        if tag == tags.IMG and (text := single_spaced(attributes.get("alt") or "")) and len(self.blocks) < MOST_BLOCKS:
            self.blocks.append(Block(Zone.ALT, text, "alt", self._section, (self._link,) if self._link >= 0 else ()))
        return tag in (tags.IMG, tags.SCRIPT, tags.STYLE)

    def _leaf(self, tag: int, attributes: Attributes, text: str) -> None:
        """An element with one text in it and no zone of its own."""
        if tag in _CONTROLS:
            self._control(tag, attributes, single_spaced(text))
        if tag not in tags.BLOCKS:
            self._texts.append(text)
            return
        if self._texts or self._linked:
            self._close()
        zone, outer = self._zone, self._tag
        if (level := tags.HEADINGS.get(tag)) is not None:
            self._heading(level)
        if (name := tags.BLOCK_TAGS.get(tag)) is not None and outer in _PROSE_TAGS:
            self._tag = name
        if text := single_spaced(text):
            self._add(text, (self._link,) if self._link >= 0 else ())
        self._zone, self._tag = zone, outer

    def _turn(self, node: LexborNode, tag: int, attributes: Attributes, zone: Zone) -> None:
        """Sets what holds inside an element."""
        if zone is not self._zone and not (zone in _MAIN_PART and self._zone in _MAIN_PART):
            self._new_section(0)
        self._zone = zone
        if (level := tags.HEADINGS.get(tag)) is not None:
            self._heading(level)
        if (name := tags.BLOCK_TAGS.get(tag)) is not None and self._tag in _PROSE_TAGS:
            self._tag = name
        if tag in _CONTROLS and (number := self._control(tag, attributes, single_spaced(node.text()))) >= 0:
            self._link = number

    def _heading(self, level: int) -> None:
        """A section goes on through lesser headings; the page's first heading holds only until the next one."""
        if level <= self._level or self._level <= 1:
            self._new_section(level)
        if level <= 3 and self._zone is _MAIN:
            self._zone = _HEADINGS

    def _new_section(self, level: int) -> None:
        self.sections += 1
        self._section, self._level = self.sections, level

    def _left(self, frame: Frame) -> LexborNode | None:
        """Leaves an element: closes its block and gives the node after it."""
        node, is_block, zone, tag, section, level, link = frame
        if is_block:
            if self._texts or self._linked:
                self._close()
            if zone is not self._zone:
                if not (zone in _MAIN_PART and self._zone in _MAIN_PART):
                    self._section, self._level = section, level
                self._zone = zone
            if self._watched and node.mem_id in self._watched:
                self._keep(node.mem_id)
        self._tag, self._link = tag, link
        return node.next

    def _close(self) -> None:
        """Makes a block of the texts since the last one."""
        joined = "".join(self._texts)
        self._texts.clear()
        linked: tuple[int, ...] = ()
        if self._linked:
            linked = tuple(self._linked)
            self._linked = [self._link] if self._link >= 0 else []
        if _BREAK in joined:
            for piece in _pieces(joined):
                self._add(single_spaced(piece), linked)
        else:
            self._add(single_spaced(joined), linked)

    def _add(self, text: str, linked: tuple[int, ...]) -> None:
        if text and len(self.blocks) < MOST_BLOCKS:
            tag = self._tag
            if linked and tag in _PROSE_TAGS and self._only_links(text, linked):
                tag = "a"
            self.blocks.append(Block(self._zone, text, tag, self._section, linked))

    def _only_links(self, text: str, linked: tuple[int, ...]) -> bool:
        """Says whether a block is nothing but its links: then it is no prose."""
        linking = len(self.links[linked[0]].text)
        for number in linked[1:]:
            linking += len(self.links[number].text)
        return linking >= len(text) - 3 * len(linked)

    def _control(self, tag: int, attributes: Attributes, text: str) -> int:
        """Keeps a link and gives its number, -1 for none; notes a control that is there to leave the page."""
        if not text and (text := single_spaced(attributes.get("aria-label") or attributes.get("title") or "")):
            self.labels.append(text[:LONGEST_LABEL])
        self._note_leaving(attributes)
        href = self._addresses.absolute(attributes.get("href")) if tag == tags.A else ""
        if not href:
            return -1
        if len(self.links) >= MOST_LINKS:
            self.too_many = True
            return -1
        self.links.append(Link(href, text, self._zone))
        self._linked.append(len(self.links) - 1)
        return len(self.links) - 1

    def _note_leaving(self, attributes: Attributes) -> None:
        name, number = attributes.get("class"), attributes.get("id")
        if (name and marks_of(name) & Mark.LEAVING) or (number and marks_of_id(number) & Mark.LEAVING):
            self.leaving = True

    def _empty(self, tag: int, attributes: Attributes) -> None:
        """A control without text may still have a label, and a line still breaks at an empty block."""
        if tag in tags.BLOCKS and (self._texts or self._linked):
            self._close()
        if tag in _CONTROLS:
            self._control(tag, attributes, "")
        elif tag == tags.INPUT:
            self.labels.append((attributes.get("value") or attributes.get("aria-label") or "")[:LONGEST_LABEL])
            self._note_leaving(attributes)


def _pieces(joined: str) -> list[str]:
    """A block's texts, parted where two line breaks follow each other; one alone is a space."""
    pieces = [""]
    for line in joined.split(_BREAK):
        if line.strip():
            pieces[-1] += " " + line
        elif pieces[-1]:
            pieces.append("")
    return pieces
