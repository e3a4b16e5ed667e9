"""Addresses of a page's links: absolute, without fragment. Most are made without the standard library's long way."""

from typing import Final
from urllib.parse import urljoin, urlsplit

_KEPT: Final = ("tel:", "mailto:", "sms:")
LONGEST: Final = 2_000


class Addresses:
    """Makes a page's links absolute. `base` is what the page says its addresses begin from."""

    def __init__(self, url: str, base: str = "") -> None:
        self.base = _joined(url, base) if base else url
        try:
            parts = urlsplit(self.base)
            self._origin, self._scheme = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "", parts.scheme
        except ValueError:
            self._origin, self._scheme = "", ""
        self.relative = 0  # how many addresses hung on the page's own

    @property
    def origin(self) -> str:
        """What most addresses of a site begin with; empty for a page without an address."""
        return self._origin

    def absolute(self, href: str | None) -> str:
        """Gives an address; empty for a place on the same page, a script, and what is no address."""
        href = (href or "").strip()
        if not href or href[0] == "#" or len(href) > LONGEST:
            return ""
        if href.startswith(_KEPT):
            return href
        href = href.partition("#")[0]
        if href.startswith(("http://", "https://")):
            return href
        if href[0] == "/" and href[1:2] != "/" and self._origin and "/." not in href:
            return self._origin + href
        scheme, colon, _ = href.partition(":")
        if colon and scheme.isalpha():
            return href.partition("#")[0] if scheme.lower() in ("http", "https") else _kept(scheme.lower(), href)
        self.relative += 1
        return _joined(self.base, href)


def _kept(scheme: str, href: str) -> str:
    return href if f"{scheme}:" in _KEPT else ""


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
