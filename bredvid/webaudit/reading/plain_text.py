"""A text somebody saved, without markup, as blocks: one a line, sections of up to five lines."""

from collections.abc import Iterator
from typing import Final

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.shapes import Block, Zone

SECTION_LINES: Final = 5
MOST_LINES: Final = 100_000


def lines_of(text: str) -> list[str]:
    """Gives a text's lines, cleaned, without the empty ones."""
    return [line for line in (clean(raw) for raw in text.splitlines()[:MOST_LINES]) if line]


def blocks_of(lines: list[str], zone: Zone = Zone.MAIN, title: str = "") -> Iterator[Block]:
    """Gives a title's block, if there is one, and one for each line."""
    if title:
        yield Block(Zone.TITLE, title, "title", 0)
    for number, line in enumerate(lines):
        yield Block(zone, line, "line", 1 + number // SECTION_LINES)
