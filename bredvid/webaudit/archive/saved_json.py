"""Pages that somebody saved as JSON: {"url", "title", "text"} (or "html"), one, a list, or one per line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bredvid.webaudit.archive.bounds import LARGEST_BODY, LARGEST_TEXT_FILE
from bredvid.webaudit.shapes import Raw


def pages_of_json(path: Path) -> Iterator[Raw]:
    """Gives the pages of a JSON file: an object, a list of objects, or (tried last) one object per line."""
    if path.stat().st_size > LARGEST_TEXT_FILE:
        yield from pages_of_lines(path)
        return
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        yield from pages_of_lines(path)
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        yield page_of(item, f"{path}:{number}")


def pages_of_lines(path: Path) -> Iterator[Raw]:
    """Gives the pages of a file with one JSON object per line; a line that is none is named and passed."""
    with path.open("rb") as file:
        for number in range(1, 10_000_000):
            line = file.readline(LARGEST_BODY + 1)
            if not line:
                return
            yield from _page_of_line(line, f"{path}:{number}")
            if len(line) > LARGEST_BODY:  # the rest of an endless line is no line of its own
                _pass_line(file)


def _page_of_line(line: bytes, where: str) -> Iterator[Raw]:
    if not line.strip():
        return
    try:
        yield page_of(json.loads(line.decode("utf-8-sig")), where)
    except (ValueError, RecursionError):
        yield Raw(url="", problem="too-large" if len(line) > LARGEST_BODY else "not-a-page", where=where)


def _pass_line(file: BinaryIO) -> None:
    for piece in iter(lambda: file.readline(LARGEST_BODY), b""):
        if piece.endswith(b"\n"):
            return


def page_of(item: object, where: str) -> Raw:
    """Gives one saved page; `not-a-page` where it is no object or has neither text nor html."""
    if not isinstance(item, dict):
        return Raw(url="", problem="not-a-page", where=where)
    text, html = item.get("text"), item.get("html")
    known = Raw(
        url=_string(item.get("url")),
        title=_string(item.get("title")),
        fetched=_string(item.get("fetched")),
        municipality=_string(item.get("municipality")),
        where=where,
    )
    if isinstance(text, str):
        return replace(known, text=text[:LARGEST_BODY], content_type="text/plain")
    if isinstance(html, str):
        body = html[:LARGEST_BODY].encode("utf-8", "replace")
        return replace(known, body=body, content_type="text/html", charset="utf-8")
    return replace(known, problem="not-a-page")


def _string(value: object) -> str:
    """A short text; half characters, which JSON can hold and nothing can write, are question marks."""
    return value[:2_000].strip().encode("utf-8", "replace").decode() if isinstance(value, str) else ""
