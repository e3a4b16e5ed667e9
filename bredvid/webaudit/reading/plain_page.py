"""A text without markup as a page."""

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.consent import without_consent
from bredvid.webaudit.reading.kinds import kind_of
from bredvid.webaudit.reading.language import language_of
from bredvid.webaudit.reading.plain_text import blocks_of, lines_of
from bredvid.webaudit.reading.problems import EMPTY, Unreadable
from bredvid.webaudit.shapes import Page, Raw

LONGEST_TITLE = 300
SIGN_LINES = 3
"""Lines in which a text tells what it is."""


def read_plain(raw: Raw, text: str, problems: tuple[str, ...]) -> Page:
    """Gives a text as a page of zone main; its title is the given one or its first line. Raises Unreadable for none."""
    lines = without_consent(lines_of(text))
    title = clean(raw.title)[:LONGEST_TITLE]
    if not lines and not title:
        raise Unreadable(EMPTY)
    blocks = tuple(blocks_of(lines, title=title))
    title, first = title or lines[0][:LONGEST_TITLE], " ".join(lines[:SIGN_LINES])
    return Page(
        url=raw.url, title=title, kind=kind_of(raw, title, first), language=language_of("", lines),
        blocks=blocks, markup=False, fetched=raw.fetched, where=raw.where, municipality=raw.municipality,
        problems=problems,
    )  # fmt: skip
