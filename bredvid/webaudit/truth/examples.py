"""The labelled set's blocks: what each says, and the page it comes as."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bredvid.webaudit.shapes import Raw

FOLDER = Path(__file__).parent / "blocks"
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
    for before, after in zip(found, found[1:], strict=False):
        if before.id == after.id:
            raise BlocksError(f"{after.id}: two blocks have this id")
    return tuple(found)


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
    text, html = row.get("quote_text", "").strip("\n"), row.get("quote_html", "").strip("\n")
    if bool(text) == bool(html):
        raise BlocksError(f"{where} ({row['id']}): give either quote_text or quote_html")
    return Example(row["id"], row["kind_of_site"], row["url"], row.get("quote_title", ""), text, html)
