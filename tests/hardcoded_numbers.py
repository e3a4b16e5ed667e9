"""Finds telephone numbers that somebody typed into a template, a style, a script or a translation."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bredvid.places.telephone import digits, is_short, pattern

MARKUP = {".html", ".txt", ".xml", ".svg", ".po"}
CODE = {".css", ".js", ".mjs", ".json", ".webmanifest"}
# Attributes that a reader sees, hears or presses.
READ_ALOUD = r"""(?:href|title|alt|aria-label|aria-description|placeholder|content|value)\s*=\s*("[^"]*"|'[^']*')"""


def files_under(package: Path) -> Iterator[Path]:
    """Every template, static file and catalogue of every room."""
    for path in sorted(package.rglob("*")):
        if {"templates", "static", "locale"} & set(path.parts) and path.suffix in MARKUP | CODE and path.is_file():
            yield path


def numbers_in(path: Path, phones: Iterable[str]) -> set[str]:
    """Which of the numbers stand in the file.

    A short number such as 112 is looked for where people read, and after "tel:" everywhere: among the lengths and
    coordinates of a style or a drawing it would be found by chance.
    """
    text = html.unescape(path.read_text(encoding="utf-8"))
    read = _readable(text) if path.suffix in MARKUP else ""
    return {
        phone
        for phone in phones
        if pattern(phone).search(read if is_short(phone) else f"{text}\n{read}")
        or re.search(rf"tel:\s*{digits(phone)}(?![0-9])", text)
    }


def _readable(text: str) -> str:
    text = re.sub(r"\{#.*?#\}|<!--.*?-->|(?m:^#.*$)", " ", text, flags=re.DOTALL)
    spoken = " ".join(re.findall(READ_ALOUD, text))
    return f"{re.sub(r'<[^>]*>', ' ', text)} {spoken}"
