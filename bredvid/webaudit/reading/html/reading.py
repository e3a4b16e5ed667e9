"""HTML as a page."""

from selectolax.lexbor import LexborHTMLParser

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.consent import is_consent
from bredvid.webaudit.reading.html.addresses import Addresses
from bredvid.webaudit.reading.html.head import Head, head_of
from bredvid.webaudit.reading.html.walking import Walk
from bredvid.webaudit.reading.html.zones import Zones
from bredvid.webaudit.reading.kinds import kind_of
from bredvid.webaudit.reading.language import language_of
from bredvid.webaudit.reading.problems import EMPTY, TOO_MANY_LINKS, Unreadable
from bredvid.webaudit.shapes import Block, Page, Raw, Zone

_CONTENT = frozenset({Zone.MAIN, Zone.FOLDED, Zone.HEADINGS})


def read_html(raw: Raw, text: str, problems: tuple[str, ...]) -> Page:
    """Gives HTML as a page. Raises Unreadable where it has neither title nor text."""
    parser = LexborHTMLParser(text)
    head = head_of(parser)
    walk = _walked(parser, Addresses(raw.url, head.base))
    title = head.title or next((block.text for block in walk.blocks if block.tag == "h1"), "") or clean(raw.title)
    blocks = _blocks(head, walk)
    if not blocks:
        raise Unreadable(EMPTY)
    return _page(raw, head, title, blocks, walk, problems)


def _walked(parser: LexborHTMLParser, addresses: Addresses) -> Walk:
    """Walks over the body; once more, without the main part the page marks, where that part is empty."""
    zones = Zones(parser)
    walk = Walk(zones, addresses)
    walk.over(parser.root)
    if zones.marks_main and not any(block.zone in _CONTENT for block in walk.blocks):
        walk = Walk(Zones(parser, without_main=True), addresses)
        walk.over(parser.root)
    return walk


def _blocks(head: Head, walk: Walk) -> tuple[Block, ...]:
    title = [Block(Zone.TITLE, head.title, "title", 0)] if head.title else []
    return (*title, *(block for block in walk.blocks if not is_consent(block.text)))


def _page(
    raw: Raw, head: Head, title: str, blocks: tuple[Block, ...], walk: Walk, problems: tuple[str, ...]
) -> Page:  # fmt: skip
    content = [block.text for block in blocks if block.zone in _CONTENT]
    first = [block.text for block in blocks if block.zone is Zone.HEADINGS][:1]
    found = (*problems, TOO_MANY_LINKS) if walk.too_many else problems
    return Page(
        url=raw.url, title=title, kind=kind_of(raw, title, first), language=language_of(head.language, content),
        blocks=blocks, links=tuple(walk.links), quick_exit=walk.leaving, fetched=raw.fetched, where=raw.where,
        municipality=raw.municipality, problems=found,
    )  # fmt: skip
