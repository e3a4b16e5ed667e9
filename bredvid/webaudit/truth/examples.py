"""The labelled set's blocks: what each says, and the page it comes as."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bredvid.webaudit.shapes import Raw

FOLDER = Path(__file__).parent / "blocks"
HELD_OUT = Path(__file__).parent / "held-out"
"""Blocks that nobody who betters words, rules or code may open, where there are any: README.md, "Held out"."""

_ID = re.compile("[a-z][0-9]{3}")
_FIELDS = frozenset({"id", "kind_of_site", "url", "quote_title", "quote_text", "quote_html"})


class BlocksError(ValueError):
    """A file of blocks that cannot be used: which, and why."""


@dataclass(frozen=True, slots=True)
class Example:
    """One block: a page, or the part of one that somebody saved. Exactly one of `text` and `html` says something."""

    id: str
    kind_of_site: str
    url: str
    title: str = ""
    text: str = ""
    html: str = ""

    @property
    def kept_back(self) -> bool:
        """Every second block: words and rules are not bettered on it, so that it can tell how they fare on others."""
        return int(self.id[1:]) % 2 == 0

    def raw(self) -> Raw:
        """The block as an archive would give it."""
        if self.text:
            return Raw(url=self.url, text=self.text, title=self.title, where=self.id)
        return Raw(url=self.url, body=self.html.encode(), content_type="text/html", charset="utf-8", where=self.id)


def examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Every block, by id. Raises BlocksError for a block that is not whole, or an id that is used twice."""
    found = sorted((block for path in sorted(folder.glob("*.toml")) for block in _in_file(path)), key=lambda b: b.id)
    if not found:
        raise BlocksError(f"{folder.name}: no blocks here")
    for before, after in pairwise(found):
        if before.id == after.id:
            raise BlocksError(f"{after.id}: two blocks have this id")
    return tuple(found)


def part_of(blocks: Iterable[Example], part: str) -> tuple[Example, ...]:
    """The blocks of a part: "all", "open" or "kept-back"."""
    return tuple(block for block in blocks if part == "all" or block.kept_back == (part == "kept-back"))


def _in_file(path: Path) -> Iterator[Example]:
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("block", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BlocksError(f"{path.name}: {error}") from error
    for position, row in enumerate(rows, start=1):
        yield _example(row, f"{path.name}, block {position}")


def _example(row: dict[str, str], where: str) -> Example:
    if unknown := sorted(row.keys() - _FIELDS):
        raise BlocksError(f"{where}: no such field: {', '.join(unknown)}")
    if missing := sorted(name for name in ("id", "kind_of_site", "url") if not row.get(name)):
        raise BlocksError(f"{where}: missing {', '.join(missing)}")
    if not _ID.fullmatch(row["id"]):
        raise BlocksError(f"{where}: id is {row['id']!r}, expected a letter and three digits")
    text, html = row.get("quote_text", "").strip("\n"), row.get("quote_html", "").strip("\n")
    if bool(text) == bool(html):
        raise BlocksError(f"{where} ({row['id']}): give either quote_text or quote_html")
    return Example(row["id"], row["kind_of_site"], row["url"], row.get("quote_title", ""), text, html)
