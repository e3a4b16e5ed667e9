"""What the register never collects, with its reason. Pure."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from bredvid.register.codebook.reading import FOLDER


@dataclass(frozen=True, kw_only=True)
class Never:
    """Something that is never collected, why, and the words that give such a column away."""

    sv: str
    en: str
    why_sv: str
    why_en: str
    words: tuple[str, ...]

    def label(self, language: str) -> str:
        """What it is, in a language."""
        return self.en if language == "en" else self.sv

    def why(self, language: str) -> str:
        """Why not, in a language."""
        return self.why_en if language == "en" else self.why_sv


@cache
def never_collected() -> tuple[Never, ...]:
    """The whole list."""
    entries = tomllib.loads((FOLDER / "never.toml").read_text("utf-8"))["never"]
    return tuple(Never(**{**entry, "words": tuple(entry["words"])}) for entry in entries)


def forbids(name: str) -> Never | None:
    """What a column, key or field of this name would collect that never is; None where the name is free.

    A short word must stand alone between underscores or hyphens; a longer one is found anywhere.
    """
    parts = set(re.split(r"[_\-\s]+", name.lower()))
    for entry in never_collected():
        for word in entry.words:
            if word in parts or (len(word) > 5 and word in name.lower()):
                return entry
    return None
