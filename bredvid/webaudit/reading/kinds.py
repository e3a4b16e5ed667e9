"""What sort of page it is. Rule: docs/reference/web-indicators.md, section 2, "Kind"; address parts: kinds.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bredvid.webaudit.reading.signs import groups_in
from bredvid.webaudit.shapes import Kind, Raw

_SIGNS: Final = {
    "minutes_sign": Kind.MINUTES,
    "internal_sign": Kind.INTERNAL,
    "calendar_sign": Kind.CALENDAR,
    "news_sign": Kind.NEWS,
}


def kind_of(raw: Raw, title: str, first: str = "", declared: Iterable[str] = ()) -> Kind:
    """Gives a page's kind by, in this order: what it declares, its address, its title, its first heading or lines.

    `declared` are linked data's type and og:type. A menu that says "Nyheter" tells nothing: the page's own title does.
    """
    if is_start(raw):
        return Kind.START
    return _declared(declared) or _of_address(raw.url) or _of_words(title) or _of_words(first) or Kind.GUIDANCE


def is_start(raw: Raw) -> bool:
    """Says whether it is the site's first page: the crawl says so, or its address has no path to speak of."""
    if raw.depth == 0:
        return True
    parts = _segments(raw.url)
    return bool(raw.url) and (not parts or (len(parts) == 1 and parts[0] in _data().start))


def _declared(types: Iterable[str]) -> Kind | None:
    said = {name.lower() for name in types if name}
    return next((Kind(kind) for kind, names in _data().types.items() if not said.isdisjoint(names)), None)


def _of_address(url: str) -> Kind | None:
    segments = _segments(url)
    return next((Kind(kind) for kind, names in _data().segments.items() if not names.isdisjoint(segments)), None)


def _of_words(text: str) -> Kind | None:
    found = groups_in(text[:300])
    return next((kind for group, kind in _SIGNS.items() if group in found), None)


def _segments(url: str) -> list[str]:
    """The parts of an address' path, without SiteVision's running numbers and file endings."""
    try:
        path = urlsplit(url).path.lower()
    except ValueError:
        return []
    return [_bare(part) for part in path.split("/") if part]


def _bare(part: str) -> str:
    for ending in (".html", ".htm", ".aspx", ".php"):
        part = part.removesuffix(ending)
    head, dot, tail = part.partition(".")
    return head if dot and tail[:1].isdigit() else part


@dataclass(frozen=True, slots=True)
class _Data:
    start: frozenset[str]
    segments: Mapping[str, frozenset[str]]
    types: Mapping[str, frozenset[str]]


@cache
def _data() -> _Data:
    read = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
    return _Data(
        start=frozenset(read["start"]["names"]),
        segments={kind: frozenset(parts) for kind, parts in read["segments"].items()},
        types={kind: frozenset(name.lower() for name in names) for kind, names in read["types"].items()},
    )
