"""Where a page of the site stands as a file, and how one file reaches another. Pure."""

import posixpath
import re
from urllib.parse import quote, unquote, urlsplit

_UNSAFE = re.compile(r"[^a-z0-9]+")


def file_of(address: str, round_code: str) -> str:
    """The file of an address within the built folder.

    A page stands in a folder of its own as index.html; one with a query beside it, under a name made of the query.
    The report of the built round and its open data stand at the top, where people look for them.
    """
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    own = _own_files(path, round_code)
    if own:
        return own
    if path and not path.endswith("/"):
        return path
    query = _UNSAFE.sub("-", unquote(parts.query).lower()).strip("-")
    return f"{path}{query or 'index'}.html"


def relative(target: str, source: str) -> str:
    """How the file `source` reaches the file `target`, as it stands in a link."""
    return quote(posixpath.relpath(target, posixpath.dirname(source) or "."))


def _own_files(path: str, round_code: str) -> str:
    language, rest = ("en", path.removeprefix("en/")) if path.startswith("en/") else ("sv", path)
    if rest == f"{round_code}/rapport.pdf":
        return "report.pdf" if language == "sv" else "report-en.pdf"
    name = rest.removeprefix(f"{round_code}/data/")
    return f"data/{name}" if name and name != rest and not name.endswith("/") else ""
