"""Finds the texts of the house file by file, for the word lint: templates, catalogues, data and chapters."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

from bredvid.report.texts.lint import Finding, findings

QUOTING_FIELDS = ("quote", "instead_of", "official_title")
"""A field whose name begins so holds others' words; whoever shows it marks it as a quotation."""

NAMING_FIELDS = ("code", "key", "kind", "id", "slug")
"""These hold names for the machine, not texts."""

_COMMENT = re.compile(r"{#.*?#}|{%-?\s*comment\b.*?endcomment\s*-?%}|<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def lint(path: Path, where: str = "") -> Iterator[Finding]:
    """The findings in one file, by its ending; nothing for an ending without texts."""
    reader = READERS.get(path.suffix)
    for finding in reader(path) if reader else ():
        yield replace(finding, where=where or str(path))


def lint_tree(root: Path, *patterns: str) -> Iterator[Finding]:
    """The findings in every file under `root` that a pattern names. Raises ValueError for a pattern without files."""
    for pattern in patterns:
        paths = sorted(path for path in root.glob(pattern) if path.is_file())
        if not paths:
            raise ValueError(f"no file under the root matches {pattern}")
        for path in paths:
            yield from lint(path, path.relative_to(root).as_posix())


def _template(path: Path) -> Iterator[Finding]:
    return findings(_blank(_COMMENT, path.read_text("utf-8")), "en")


def _markdown(path: Path) -> Iterator[Finding]:
    return findings(_blank(_CODE, path.read_text("utf-8")), "sv" if "sv" in path.parts else "en")


def _catalogue(path: Path) -> Iterator[Finding]:
    """Our English (msgid) and its translation."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    language = path.parts[-3] if len(path.parts) > 2 else ""
    for message in catalogue:
        for texts, spoken in ((message.id, "en"), (message.string, language)):
            for text in texts if isinstance(texts, list | tuple) else (texts,):
                yield from (replace(found, line=message.lineno or 1) for found in findings(text or "", spoken))


def _data(path: Path) -> Iterator[Finding]:
    raw = path.read_text("utf-8")
    for name, text in _texts(tomllib.loads(raw)):
        language = name[-2:] if name.endswith(("_sv", "_en")) else ""
        for found in findings(text, language):
            place = raw.find(text.split("\n", 1)[0])
            yield replace(found, line=raw.count("\n", 0, max(place, 0)) + 1)


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Each text in the data with the name of the field it stands in, others' words and machine names left out."""
    if name.startswith(QUOTING_FIELDS) or name in NAMING_FIELDS:
        return
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from _texts(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, name)
    elif isinstance(value, str):
        yield name, value


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


READERS: dict[str, Callable[[Path], Iterator[Finding]]] = {
    ".html": _template,
    ".md": _markdown,
    ".po": _catalogue,
    ".toml": _data,
}
