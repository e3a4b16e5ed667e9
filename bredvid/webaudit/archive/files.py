"""One file of a folder as raw pages: HTML, text, PDF, JSON. A WARC has a reader of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bredvid.webaudit.archive.bounds import LARGEST_BODY
from bredvid.webaudit.archive.saved_json import pages_of_json, pages_of_lines
from bredvid.webaudit.archive.warc_reading import pages_of_warc
from bredvid.webaudit.shapes import Raw

_CONTENT_TYPES: Final = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain", ".pdf": "application/pdf"}
_JSON: Final[dict[str, Callable[[Path], Iterator[Raw]]]] = {".json": pages_of_json, ".jsonl": pages_of_lines}


def is_page_file(path: Path) -> bool:
    """Says whether a file is of a sort we read; by its name only."""
    return path.suffix.lower() in _CONTENT_TYPES or path.suffix.lower() in _JSON or is_warc(path)


def is_warc(path: Path) -> bool:
    """Says whether a file is a WARC, packed or not."""
    return path.name.lower().endswith((".warc", ".warc.gz"))


def pages_of_file(path: Path) -> Iterator[Raw]:
    """Gives a file's pages. Never raises for what is in the file, nor for a file that cannot be opened."""
    suffix = path.suffix.lower()
    try:
        if is_warc(path):
            yield from pages_of_warc(path)
        elif suffix in _JSON:
            yield from _JSON[suffix](path)
        else:
            yield _document(path, _CONTENT_TYPES.get(suffix, "text/html"))
    except OSError:
        yield Raw(url="", problem="cannot-be-opened", where=str(path))


def _document(path: Path, content_type: str) -> Raw:
    """A file that is one page; one byte more than the largest body is read, so that the reader sees that it was cut."""
    with path.open("rb") as file:
        return Raw(url="", body=file.read(LARGEST_BODY + 1), content_type=content_type, where=str(path))
