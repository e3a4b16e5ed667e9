"""Links in the pages and style sheets of a built site: found, turned into relative ones, and tried. Pure."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urldefrag, urlsplit

# Our own templates write every attribute in double quotes; an address of the site begins with one slash.
_LINK = re.compile(r'(?P<name>\b(?:href|src|action))="(?P<address>/(?!/)[^"]*)"')
_ANY_LINK = re.compile(r'\b(?:href|src|action)="(?P<address>[^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')
_STYLE_LINK = re.compile(r"""url\(\s*["']?(?P<address>[^"')]+)["']?\s*\)""")
# A module is not loaded from a file by every browser; our scripts import nothing, so they need not be modules.
_MODULE = '<script type="module" '
_CLASSIC = "<script defer "


def addresses_in(html: str) -> Iterator[str]:
    """The addresses of this site that a page leads to, without the place within a page."""
    for match in _LINK.finditer(html):
        yield urldefrag(unescape(match["address"])).url


def addresses_in_style(css: str, address: str) -> Iterator[str]:
    """The addresses that a style sheet at `address` leads to."""
    for match in _STYLE_LINK.finditer(css):
        if not urlsplit(match["address"]).scheme:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(address), match["address"]))


def with_relative_links(html: str, reach: Callable[[str], str]) -> str:
    """The page with every address of this site made relative by `reach`, which is given it without its fragment."""

    def relative(match: re.Match[str]) -> str:
        address, fragment = urldefrag(unescape(match["address"]))
        return f'{match["name"]}="{reach(address)}{"#" + fragment if fragment else ""}"'

    return _LINK.sub(relative, html).replace(_MODULE, _CLASSIC)


def broken_links(pages: Mapping[str, str], files: set[str]) -> list[str]:
    """One line for each link that leads nowhere: to no file of `files`, or to no place in its page.

    `pages` are the HTML files by name. Links to other sites, telephone numbers and the like are not tried.
    """
    ids = {name: set(_ID.findall(html)) for name, html in pages.items()}
    broken: list[str] = []
    for name, html in pages.items():
        for link in sorted({unescape(match["address"]) for match in _ANY_LINK.finditer(html)}):
            fault = _fault(name, link, files, ids)
            if fault:
                broken.append(f"{name}: {link} leads to {fault}")
    return broken


def _fault(name: str, link: str, files: set[str], ids: Mapping[str, set[str]]) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    if target not in files:
        return f"no file ({target})"
    if parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
        return f"no place called {parts.fragment} in {target}"
    return ""
