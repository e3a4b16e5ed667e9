"""Reads the lexicon's frames: situations told in many words, put together of groups of words. How: README.md."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from bredvid.webaudit.lexicon.shape import Frame, Term

FILE = "frames.toml"
_PARTS = ("together", "beside", "never", "on_page")
_NEEDED = ("id", "group", "lemma", "opens", "source", "date")
_KNOWN = frozenset({*_NEEDED, *_PARTS, "vocabulary", "form", "language", "any_page"})


def frames(folder: Path, groups: Collection[str]) -> tuple[Frame, ...]:
    """The frames of a lexicon; none where it has no file of them.

    Raises ValueError for one that lacks something or names an unknown group.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    data = tomllib.loads(path.read_text("utf-8"))
    return tuple(_frame({**data.get("defaults", {}), **entry}, groups) for entry in data.get("frame", ()))


def _frame(entry: Mapping[str, Any], groups: Collection[str]) -> Frame:
    name = entry.get("id", entry.get("lemma", "?"))
    parts = {part: tuple(entry.get(part, ())) for part in _PARTS}
    named = [entry.get("group"), entry.get("opens"), *(group for part in parts.values() for group in part)]
    faults = [
        *(f"lacks {field}" for field in _NEEDED if not entry.get(field)),
        *(f"unknown field {field}" for field in sorted(entry.keys() - _KNOWN)),
        *(f"unknown group {group}" for group in named if group and group not in groups),
    ]
    if faults:
        raise ValueError(f"{FILE}: frame {name}: {', '.join(faults)}")
    return Frame(_term(entry), entry["opens"], **parts, any_page=bool(entry.get("any_page")))


def _term(entry: Mapping[str, Any]) -> Term:
    """What the frame counts as, as if it were a word found where it begins."""
    return Term(
        id=entry["id"],
        group=entry["group"],
        vocabulary=entry.get("vocabulary", ""),
        form=entry.get("form", ""),
        language=entry.get("language", "sv"),
        lemma=entry["lemma"],
        forms=(),
        source=entry["source"],
        date=entry["date"],
        where=FILE,
    )
