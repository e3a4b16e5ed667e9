"""The words of language.toml, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """What each set is for stands in the file."""

    common: dict[str, frozenset[str]]
    declared: dict[str, str]
    tried: list[str]
    abbreviations: frozenset[str]
    not_passive: frozenset[str]


@cache
def language_words() -> LanguageWords:
    """Gives the words."""
    read = tomllib.loads(Path(__file__).with_name("language.toml").read_text(encoding="utf-8"))
    return LanguageWords(
        common={language: frozenset(words) for language, words in read["common"].items()},
        declared=read["declared"],
        tried=read["tried"]["languages"],
        abbreviations=frozenset(read["abbreviations"]["sv"]),
        not_passive=frozenset(read["not_passive"]["sv"]),
    )
