"""HTML as a page."""

from selectolax.lexbor import LexborHTMLParser

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.consent import without_consent_blocks
from bredvid.webaudit.reading.dates import from_data, from_words, may_be_stamp
from bredvid.webaudit.reading.html.addresses import Addresses
from bredvid.webaudit.reading.html.cutting import Menu, forget, without_menus
from bredvid.webaudit.reading.html.head import Head, head_of
from bredvid.webaudit.reading.html.in_scripts import InScripts
from bredvid.webaudit.reading.html.leaving import leaves_quickly
from bredvid.webaudit.reading.html.load import is_suspect, within_reason
from bredvid.webaudit.reading.html.third_parties import third_parties
from bredvid.webaudit.reading.html.walking import NotAlikeError, Walk
from bredvid.webaudit.reading.html.zones import Zones
from bredvid.webaudit.reading.kinds import kind_of
from bredvid.webaudit.reading.language import language_of
from bredvid.webaudit.reading.problems import EMPTY, TOO_DEEP, TOO_MANY_LINKS, Unreadable
from bredvid.webaudit.shapes import Block, Page, Raw, Zone

_CONTENT = frozenset({Zone.MAIN, Zone.FOLDED, Zone.HEADINGS})


def read_html(raw: Raw, text: str, problems: tuple[str, ...]) -> Page:
    """Gives HTML as a page. Raises Unreadable where it has neither title nor text."""
    source, menus = without_menus(text)
    if menus and is_suspect(source):
        source, menus = text, []
    source, cut = within_reason(source)
    try:
        head, walk = _walked(raw, source, menus)
    except NotAlikeError:
        for menu in menus:
            forget(menu.markup)
        head, walk = _walked(raw, text, [])
    scripts = InScripts(walk.loading.scripts)
    blocks, own = _blocks(head, walk, scripts)
    if not blocks:
        raise Unreadable(EMPTY)
    found = (*problems, *([TOO_DEEP] if cut else []), *([TOO_MANY_LINKS] if walk.too_many else []))
    return _page(raw, head, blocks, own, walk, scripts, found)


def _walked(raw: Raw, source: str, menus: list[Menu]) -> tuple[Head, Walk]:
    """Walks over the page; once more, without the main part it marks, where that part is empty.

    Raises NotAlikeError where a menu should not have been cut out.
    """
    parser = LexborHTMLParser(source)
    head = head_of(parser)
    addresses = Addresses(raw.url, head.base)
    opened = frozenset[str]().union(*(menu.opened for menu in menus))
    zones = Zones(parser, opened=opened)
    walk = Walk(zones, addresses, menus)
    walk.over(parser.root)
    if zones.marks_main and not any(block.zone in _CONTENT for block in walk.own_blocks()):
        walk = Walk(Zones(parser, without_main=True, opened=opened), addresses, menus)
        walk.over(parser.root)
    if walk.met < len(menus):
        raise NotAlikeError
    return head, walk


def _blocks(head: Head, walk: Walk, scripts: InScripts) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """All blocks: title, what the walk found, what only the scripts hold; no cookie notice among them.

    And those of them that are the page's own, without the menus that were met before.
    """
    title = [Block(Zone.TITLE, head.title, "title", 0)] if head.title else []
    blocks, met = [*title, *walk.blocks], [*title, *walk.own_blocks()]
    own = without_consent_blocks(met)
    if own is not met:
        blocks = without_consent_blocks(blocks)
    said = scripts.blocks(blocks, walk.sections + 1)
    return (*blocks, *said), (*own, *said)


def _page(
    raw: Raw,
    head: Head,
    blocks: tuple[Block, ...],
    own: tuple[Block, ...],
    walk: Walk,
    scripts: InScripts,
    problems: tuple[str, ...],
) -> Page:
    first = next((block.text for block in own if block.tag == "h1" and block.zone is Zone.HEADINGS), "")
    title = head.title or clean(raw.title) or first
    published, changed = from_data(head.metas, scripts.linked)
    stamps = from_words(block.text for block in own if may_be_stamp(block.text))
    return Page(
        url=raw.url,
        title=title,
        kind=kind_of(raw, title, first, (scripts.linked.get("@type", ""), head.metas.get("og:type", ""))),
        language=language_of(head.language, [block.text for block in own if block.zone in _CONTENT]),
        blocks=blocks,
        links=tuple(walk.links),
        third_parties=third_parties(raw.url, walk.loading.addresses, walk.loading.scripts),
        quick_exit=leaves_quickly(walk),
        published=published or stamps[0],
        changed=changed or stamps[1],
        fetched=raw.fetched,
        where=raw.where,
        municipality=raw.municipality,
        problems=problems,
    )
