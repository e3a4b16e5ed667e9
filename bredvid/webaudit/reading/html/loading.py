"""What a page loads, and the code in it, gathered while it is walked over."""

from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborNode

from bredvid.webaudit.reading.html import tags
from bredvid.webaudit.reading.html.zones import Attributes

LONGEST_ADDRESS: Final = 2_000
MOST: Final = 20_000
STYLE: Final = "style"
"""Stands for a script's type where the code is a style."""

_ATTRIBUTES: Final = ("src", "href", "data", "srcset")
_RELATIONS: Final = (
    *("stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"),
)
_LOADING: Final = "script,img,iframe,link,source,embed,object"


class Loading:
    """`addresses` stand as the page has them; `scripts` are pairs of type and code, with "style" for styles."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.scripts: list[tuple[str, str]] = []

    def note(self, tag: int, attributes: Attributes) -> None:
        """Keeps the addresses of an element that loads something from another host."""
        if tag == tags.LINK and not _loads(attributes.get("rel") or ""):
            return
        for name in _ATTRIBUTES:
            address = attributes.get(name)
            if address and "//" in address[:LONGEST_ADDRESS] and len(self.addresses) < MOST:
                self.addresses.append(address[:LONGEST_ADDRESS])

    def keep_code(self, node: LexborNode, tag: int, attributes: Attributes) -> None:
        """Keeps the code of a script or style."""
        child = node.first_child
        code = child.text_content if child is not None else None
        if code and len(self.scripts) < MOST:
            self.scripts.append((STYLE if tag == tags.STYLE else attributes.get("type") or "", code))

    def in_banner(self, node: LexborNode) -> None:
        """Keeps what a cookie notice loads, whose text nobody reads."""
        for loading in node.css(_LOADING)[:MOST]:
            self.note(loading.tag_id, loading.attributes)


@lru_cache(maxsize=1_000)
def _loads(relation: str) -> bool:
    folded = relation.lower()
    return any(name in folded for name in _RELATIONS)
