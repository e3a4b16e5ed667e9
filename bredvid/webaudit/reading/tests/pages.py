"""Small pages to read, in the manner of real ones."""

from typing import Any

from bredvid.webaudit.reading.page import read
from bredvid.webaudit.shapes import Page, Raw, Zone

ADDRESS = "https://www.exempelkommun.test/stod/hjalp"


def page_of(body: str | bytes, **said: Any) -> Page:
    """Reads a page's HTML."""
    data = body.encode() if isinstance(body, str) else body
    return read(Raw(**{"url": ADDRESS, "content_type": "text/html", "body": data, **said}))


def text_page(text: str, **said: Any) -> Page:
    """Reads a text that somebody saved."""
    return read(Raw(**{"url": "hjalp.txt", "text": text, **said}))


def in_zone(page: Page, zone: Zone) -> list[str]:
    """The texts of a zone."""
    return [block.text for block in page.blocks if block.zone is zone]


def zone_of(page: Page, text: str) -> Zone | None:
    """The one zone in which a text stands; None for none."""
    found = {block.zone for block in page.blocks if text in block.text}
    if len(found) > 1:
        raise LookupError(f"{text!r} stands in {sorted(found)}")
    return next(iter(found), None)
