"""What a response carries: unpacked within bounds, its links, its addresses where it is a sitemap."""

import html
import re
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

LARGEST = 10_000_000
MOST_LINKS = 20_000
MOST_IN_SITEMAP = 20_000


class TooLargeError(Exception):
    """It unpacks to more than anybody should hold."""


def unpacked(body: bytes, headers: Mapping[str, str], largest: int = LARGEST) -> bytes:
    """The body without gzip or deflate. Raises TooLargeError, without holding more than `largest` bytes of it.

    A body that is not what it says, or broken off, gives what can be had of it.
    """
    encoding = headers.get("content-encoding", "").lower().strip()
    if encoding not in ("gzip", "x-gzip", "deflate"):
        return body
    return inflated(body, largest)


def inflated(body: bytes, largest: int = LARGEST) -> bytes:
    """Unpacks gzip (all its members) or zlib; other bytes as they are. Raises TooLargeError."""
    whole, rest = b"", body
    while rest:
        unpacker = zlib.decompressobj(wbits=47)
        try:
            whole += unpacker.decompress(rest, largest + 1 - len(whole))
        except zlib.error:
            return whole or body
        if len(whole) > largest:
            raise TooLargeError
        rest = unpacker.unused_data
    return whole


def links_in(body: bytes, base: str) -> Iterator[tuple[str, str]]:
    """Every link of a page with its text, in the page's order, at most MOST_LINKS; absolute, as they stand otherwise.

    A form is no link. A link's text is what stands in it, else its title or the picture's alternative text.
    """
    try:
        tree = LexborHTMLParser(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        tree = LexborHTMLParser(body.decode("cp1252", errors="replace"))
    node = tree.css_first("base[href]")
    if node is not None:
        base = urljoin(base, node.attributes.get("href") or "")
    for number, link in enumerate(tree.css("a[href]")):
        if number == MOST_LINKS:
            return
        href = link.attributes.get("href")
        if href and not href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")):
            try:
                yield urljoin(base, href), _text(link)
            except ValueError:
                continue


def _text(link: LexborNode) -> str:
    if text := " ".join(link.text(deep=True, separator=" ").split()):
        return text[:200]
    picture = link.css_first("img[alt]")
    said = link.attributes.get("title") or link.attributes.get("aria-label")
    return said or (picture.attributes.get("alt") or "" if picture is not None else "")


def in_sitemap(body: bytes) -> tuple[bool, list[str]]:
    """The addresses in a sitemap, and whether they are sitemaps in turn. Raises TooLargeError.

    Read by its `loc` elements alone: no XML parser means none of XML's bombs. Also a plain list, one address a line.
    """
    text = inflated(body).decode("utf-8", errors="replace")
    found = [html.unescape(loc).strip() for loc in re.findall(r"<(?:\w+:)?loc>\s*([^<]{1,2000})", text)]
    if not found and "<" not in text[:200]:
        found = [line.strip() for line in text.splitlines() if line.startswith("http")]
    return "<sitemapindex" in text[:2000], found[:MOST_IN_SITEMAP]
