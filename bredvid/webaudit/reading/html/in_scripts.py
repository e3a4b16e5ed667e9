"""What a page's scripts hold for a reader: blocks of text, and linked data about the page."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from bredvid.webaudit.reading.html.loading import STYLE
from bredvid.webaudit.reading.html.script_data import strings_in, texts_in, values_in
from bredvid.webaudit.shapes import Block, Zone

_LINKED: Final = "ld+json"
_ASKED: Final = ("@type", "datePublished", "dateModified")
_LONGEST: Final = 200


class InScripts:
    """The values of a page's scripts, read once. `linked` has what linked data says of the page, by name."""

    def __init__(self, scripts: list[tuple[str, str]]) -> None:
        found = [(kind, value) for kind, code in scripts if kind != STYLE for value in values_in(kind, code)]
        self._states = [value for kind, value in found if _LINKED not in kind]
        self._described = [value for kind, value in found if _LINKED in kind]
        self.linked = dict(_linked(self._described))

    def blocks(self, others: Sequence[Block], section: int) -> tuple[Block, ...]:
        """Gives the texts that stand nowhere else on the page, in a section of their own."""
        texts = list(texts_in(chain(strings_in(self._states), strings_in(self._described))))
        seen = {block.text for block in others} if texts else ()
        return tuple(Block(Zone.SCRIPT, text, "json", section) for text in texts if text not in seen)


def _linked(values: list[Any]) -> Iterator[tuple[str, str]]:
    """What the first objects say; a list or a graph is looked into once."""
    for value in reversed(list(_objects(values))):
        for name in _ASKED:
            said = value.get(name)
            said = said[0] if isinstance(said, list) and said else said
            if isinstance(said, str):
                yield name if name == "@type" else name.lower(), said[:_LONGEST]


def _objects(values: list[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        graph = value.get("@graph") if isinstance(value, dict) else value
        inner = graph if isinstance(graph, list) else []
        yield from (each for each in [value, *inner] if isinstance(each, dict))
