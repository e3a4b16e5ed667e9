"""Whether somebody named on a page can be reached from there: number, chat, e-mail, address or link."""

import re
from collections.abc import Iterator

from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import CONTENT_ZONES, Block

# A number with an area code, which may be left open (0XX-555 01 23). Short ones (112, 114 14) are nobody's own;
# places/telephone.py finds a number one knows.
_NUMBER = re.compile(r"(?<![\w.,:-])(?:\+46|0046|0)(?:[\s()/–-]{0,2}[0-9X]){6,11}(?![0-9.:]*[0-9])")
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]*\w|\b(?:www\.|https?://)[\w-]+\.\w|\b[\w-]+\.(?:se|nu|org|com|test|example)\b"
)
OTHERS = ("switchboard", "unit", "not_shelter", "other_line")
"""Whose number it is when it is not the shelter's."""

_OPENS = ("http://", "https://", "tel:", "mailto:", "sms:")


def reachable(scan: Scan, mention: Mention) -> bool:
    """Says whether the block or the section in which somebody is named tells how to get in touch."""
    return any(_has_way(scan, number, block, mention) for number, block in _near(scan, mention))


def _near(scan: Scan, mention: Mention) -> Iterator[tuple[int, Block]]:
    here = scan.block(mention)
    yield mention.block, here
    for number, block in enumerate(scan.page.blocks):
        if number != mention.block and _together(here, block):
            yield number, block


def _together(here: Block, other: Block) -> bool:
    """Whether two blocks are of one section; a heading and its text are, a box beside the text is not."""
    both = here.zone in CONTENT_ZONES and other.zone in CONTENT_ZONES
    return here.section == other.section and (both or here.zone is other.zone)


def _has_way(scan: Scan, number: int, block: Block, named: Mention) -> bool:
    ways = [*_ADDRESS.finditer(block.text), *_NUMBER.finditer(block.text)]
    if any(_is_own(scan, number, found, named) for found in ways):
        return True
    if any(_leads_on(scan, link) for link in block.links):
        return True
    return bool(scan.in_block("chat", number))


def _is_own(scan: Scan, number: int, found: re.Match[str], named: Mention) -> bool:
    """Whether a number or address is not plainly somebody else's, by what its own sentence says.

    In another block it is somebody's who is named there. Before the name it is another's too, unless it stands in a
    heading's text of its own.
    """
    sentences = scan.sentences(number)
    at = next((at for at, one in enumerate(sentences) if found.start() < one.end), None)
    if at is None:
        return True
    # "Telefon till receptionen: 0XX-…" are two sentences by their marks, and one by what they say.
    opens = at > 0 and scan.page.blocks[number].text[: sentences[at - 1].end].endswith(":")
    said = sentences[at - 1 if opens else at : at + 1]
    hers = [one for sentence in said for one in scan.within("shelter", sentence)]
    others = [one for group in OTHERS for sentence in said for one in scan.within(group, sentence)]
    others = [one for one in others if not any(one.start < her.end and her.start < one.end for her in hers)]
    if not hers:
        return not others and (number >= named.block or not _is_text(scan))
    before = [one for one in (*others, *hers) if one.start <= found.start()]
    return not before or max(before, key=lambda one: one.start) in hers


def _is_text(scan: Scan) -> bool:
    return not scan.page.markup


def _leads_on(scan: Scan, link: int) -> bool:
    href = scan.page.links[link].href
    return href.startswith(_OPENS) and href != scan.page.url
