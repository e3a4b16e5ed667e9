"""Which sections of a page are the relevant ones: those in which prostitution or pornography is named."""

from collections.abc import Iterable

from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import CONTENT_ZONES, Zone

_LEVELS = {f"h{level}": level for level in range(1, 7)}


def relevant_blocks(scan: Scan, named: Iterable[Mention]) -> frozenset[int]:
    """The positions of the content blocks in the sections where something is named.

    A heading's section reaches over the smaller headings below it; the title's and the first heading's, over the page.
    """
    blocks = scan.page.blocks
    numbers: set[int] = set()
    for mention in named:
        if scan.zone(mention) is Zone.TITLE:
            return frozenset(number for number, block in enumerate(blocks) if block.zone in CONTENT_ZONES)
        numbers |= _sections_under(scan, mention.block)
    return frozenset(
        number for number, block in enumerate(blocks) if block.zone in CONTENT_ZONES and block.section in numbers
    )


def _sections_under(scan: Scan, number: int) -> set[int]:
    blocks = scan.page.blocks
    found = {blocks[number].section}
    level = _LEVELS.get(blocks[number].tag)
    if level is None:
        return found
    for block in blocks[number + 1 :]:
        if block.zone not in CONTENT_ZONES:
            continue
        if _LEVELS.get(block.tag, 9) <= level:
            break
        found.add(block.section)
    return found


def headings_over(scan: Scan, number: int) -> list[int]:
    """The positions of the title and of the nearest heading over a block; in a text without markup, its first line."""
    blocks = scan.page.blocks
    titles = [
        at
        for at, block in enumerate(blocks[:number])
        if block.zone is Zone.TITLE or (not at and starts_with_title(scan))
    ]
    above = next((at for at in range(number - 1, -1, -1) if blocks[at].tag in _LEVELS), None)
    return titles if above is None else [*titles, above]


def starts_with_title(scan: Scan) -> bool:
    """Says whether the first block is the title: so in a text without markup, whose first line may be it."""
    return bool(scan.page.title) and scan.page.blocks[0].text.startswith(scan.page.title)
