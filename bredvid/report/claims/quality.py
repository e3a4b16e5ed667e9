"""The quality ledger in words: what each kind of note is called, and the note in the reader's language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bredvid.review.ledger import LedgerEntry
from bredvid.review.rules.finding import Kind


def kind_title(kind: Kind, language: str) -> str:
    """What a kind of note is called."""
    return _titles()[kind.value][language]


def note_text(entry: LedgerEntry, language: str) -> str:
    """The note itself."""
    return entry.note_en if language == "en" else entry.note_sv


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).resolve().parent / "quality.toml").read_text(encoding="utf-8"))
