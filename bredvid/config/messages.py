"""Which strings of a room are to be translated, read out of its templates and code without gettext."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = {".html", ".txt", ".svg", ".xml"}
_NOT_SHOWN = {"tests", "migrations", "__pycache__"}
# A number: which argument is the string; (n, "c"): which is its context. None: the first.
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, order=True)
class Key:
    """What identifies a string: its English words and, where two meanings share them, a context."""

    singular: str
    context: str = ""


@dataclass
class Message:
    """A string with its English plural (empty where it has none) and the files that show it."""

    plural: str = ""
    files: set[str] = field(default_factory=set)


def rooms(package: Path = PACKAGE) -> list[Path]:
    """The folders that have their own catalogue."""
    return sorted(path.parent for path in package.glob("*/__init__.py"))


def messages_of(room: Path) -> dict[Key, Message]:
    """Every string to translate in a room. Raises ValueError for a template that cannot be read."""
    found: dict[Key, Message] = {}
    for path in _files(room):
        name = path.relative_to(room.parent.parent).as_posix()
        for key, plural in _strings(path, name):
            message = found.setdefault(key, Message())
            message.plural = message.plural or plural
            message.files.add(name)
    return found


def _files(room: Path) -> Iterator[Path]:
    for path in sorted(room.rglob("*")):
        inside = path.relative_to(room).parts
        if _NOT_SHOWN & set(inside) or not path.is_file():
            continue
        if path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in inside):
            yield path


def _strings(path: Path, name: str) -> Iterator[tuple[Key, str]]:
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        source = _as_code(source, name)
    for _line, words, _comments, context in extract("python", io.BytesIO(source.encode()), keywords=_KEYWORDS):
        singular, plural = (words, "") if isinstance(words, str) else (words[0], words[1])
        if singular:
            yield Key(singular, context or ""), plural


def _as_code(source: str, name: str) -> str:
    with warnings.catch_warnings():
        # Comments for translators are not carried over, so it does not matter where in a line they stand.
        warnings.simplefilter("ignore")
        try:
            code = templatize(source, origin=name)
        except SyntaxError as error:
            raise ValueError(f"{name}: {error}") from error
    # A template's indentation means nothing in Python and would be refused there.
    return "\n".join(line.lstrip() for line in code.splitlines())
