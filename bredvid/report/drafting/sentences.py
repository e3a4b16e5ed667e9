"""The sentences of the drafted report, filled in: templates stand in sentences.toml, in both languages."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template

from bredvid.report.claims.chapter import Language

# Up to here Swedish and English write numbers in words.
LARGEST_IN_WORDS = 12


def say(name: str, language: Language, **values: str) -> str:
    """A sentence. Raises KeyError for one that is not there or a value it lacks."""
    return Template(_sentences()[name][language]).substitute(values)


def phrases(language: Language) -> list[str]:
    """Words for a large share, the strongest claim first."""
    return _sentences()["phrases"][language].split("|")


def joined(items: Sequence[str], language: Language) -> str:
    """ "a", "a och b", "a, b och c"."""
    *first, last = items
    return f"{', '.join(first)} {say('and', language)} {last}" if first else last


def binding(name: str, number: int, *, begins: bool = False, kind: str = "") -> str:
    """A count: in words where it is small, with a capital where a sentence begins."""
    style = ("|Words" if begins else "|words") if number <= LARGEST_IN_WORDS else ""
    return f"[[{kind} {name}{style}]]" if kind else f"[[{name}{style}]]"


def municipalities(number: int, language: Language) -> str:
    """The noun after a number."""
    return say("municipality" if number == 1 else "municipalities", language)


def paragraph(*sentences: str) -> str:
    """Sentences as one paragraph; the empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).resolve().parent / "sentences.toml").read_text(encoding="utf-8"))
