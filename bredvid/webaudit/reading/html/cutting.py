"""Menus that stand on page after page, cut out of a page's source before it is parsed.

A menu is most of a page's elements, so a page without it costs a third to parse and to walk over. Its place is held by
its own tag with a probe inside; where the probe does not turn up where the menu would have been read the same way
(inside a comment, a form, an open `<b>`), the page is read again with nothing cut. So a page reads the same either way.
"""

import re
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.load import EMPTY, is_suspect
from bredvid.webaudit.reading.html.marks import main_part_selector
from bredvid.webaudit.reading.html.repeated import LONGEST, MOST, SHORTEST
from bredvid.webaudit.reading.html.zones import opened_in

LONGEST_PAGE: Final = 200_000
"""Characters; of a longer page every tag is counted, and a menu is little of it."""

_MOST_SEEN: Final = 10_000
_NEAR: Final = 5_000  # characters after a menu within which the next one begins
_SIGN: Final = "-31415926535897932384626433832795028841971"  # digits alone, so that no spelling of it is another
_PROBE: Final = f"m{_SIGN}"
_NOT_ALONE: Final = ("main", "[role=main]", "h1", "article", "title", "meta", "base", "template")
"""What is asked of the whole page."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^\"'>]+|\"[^\"]*\"|'[^']*')*+)>")


class Menu(NamedTuple):
    """A menu that may be cut out: its source, what holds its place, and the ids that its controls open."""

    markup: str
    holder: str
    opened: frozenset[str]

    def root(self) -> LexborNode | None:
        """The menu's element, parsed by itself."""
        return LexborHTMLParser(self.markup).css_first("header,nav,footer")


_KNOWN: Final[dict[str, Menu | None]] = {}
_SEEN: Final[set[int]] = set()


def without_menus(text: str) -> tuple[str, list[Menu]]:
    """Gives a page's source without the menus that were met before, and these in their order."""
    if len(text) > LONGEST_PAGE or _SIGN in text:
        return text, []
    pieces, menus, at = list[str](), list[Menu](), 0
    for start, end, menu in _found_in(text):
        pieces += (text[at:start], menu.holder)
        menus.append(menu)
        at = end
    return "".join((*pieces, text[at:])) if menus else text, menus


def forget(markup: str) -> None:
    """Cuts a menu out no more: it did not stand where it can be, or hangs on the page it stands on."""
    if markup in _KNOWN:
        _KNOWN[markup] = None


def holds_place(node: LexborNode) -> bool:
    """Says whether an element holds the place of a menu, where it can."""
    child = node.first_child
    if child is not None and child.tag == "form":
        child = child.first_child
    return child is not None and child.tag == _PROBE and _is_plain(node)


def _is_plain(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.tag_id in tags.WITHIN_ANY:
        node, parent = parent, parent.parent
    return node.tag == "html"


def _found_in(text: str) -> list[tuple[int, int, Menu]]:
    """The page's header, or else the menus in it; other menus; its last footer."""
    found, at = list[tuple[int, int, Menu]](), 0
    for name in ("header", "nav"):
        while (span := _span(text, name, at, at + _NEAR if at else len(text))) is not None and (
            menu := _known(text, *span, name)
        ) is not None:
            found.append((*span, menu))
            at = span[1]
            if name == "header":
                break
    start = text.rfind("<footer", at)
    if (
        start >= 0
        and (span := _span(text, "footer", start, len(text)))
        and (menu := _known(text, *span, "footer")) is not None
    ):
        found.append((*span, menu))
    return found


def _span(text: str, name: str, at: int, before: int) -> tuple[int, int] | None:
    start = text.find(f"<{name}", at, before)
    end = text.find(f"</{name}>", start) if start >= 0 else -1
    return (start, end + len(name) + 3) if end >= 0 else None


def _known(text: str, start: int, end: int, name: str) -> Menu | None:
    """The menu that stands there, if it may be cut out; what is met for the first time is only remembered."""
    if not SHORTEST <= end - start <= LONGEST:
        return None
    markup = text[start:end]
    if markup in _KNOWN:
        return _KNOWN[markup]
    if hash(markup) not in _SEEN:
        if len(_SEEN) >= _MOST_SEEN:
            _SEEN.clear()
        _SEEN.add(hash(markup))
        return None
    if len(_KNOWN) >= MOST:
        del _KNOWN[next(iter(_KNOWN))]
    _KNOWN[markup] = menu = _checked(markup, name)
    return menu


def _checked(markup: str, name: str) -> Menu | None:
    """A menu, where it closes what it opens, and nothing in it is asked of the whole page."""
    parser = LexborHTMLParser(f"<!DOCTYPE html><body>{markup}<i>{_PROBE}</i>")
    root = parser.body.first_child if parser.body is not None else None
    opening = _TAG.match(markup)
    if root is None or root.tag != name or opening is None or is_suspect(markup):
        return None
    after = root.next
    if after is None or after.html != f"<i>{_PROBE}</i>" or _names(markup) != _names(root.html or ""):
        return None
    if parser.css_first(",".join((*(f"body {name}" for name in _NOT_ALONE), main_part_selector()))) is not None:
        return None
    form = ("<form>", "</form>") if "<form" in markup else ("", "")
    item = "<li></li>" if root.css_first("p,h2,li") is not None else ""  # what tells whether a part has text
    return Menu(markup, f"{opening.group()}{form[0]}<{_PROBE}></{_PROBE}>{form[1]}{item}</{name}>", opened_in(parser))


def _names(markup: str) -> list[str]:
    """The tags of some source in their order; one that closes itself is followed by its end."""
    names = list[str]()
    for found in _TAG.finditer(markup):
        name = found.group(2).lower()
        names.append(found.group(1) + name)
        if found.group(3).endswith("/") and name not in EMPTY:
            names.append(f"/{name}")
    return names
