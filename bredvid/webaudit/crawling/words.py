"""The crawl's own words, read once: which links first, which never."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """`words.toml` as it stands; each field there says what it is for."""

    sooner: Mapping[str, int]
    later: Mapping[str, int]
    never_step: frozenset[str]
    never_query: frozenset[str]
    calendar_path: tuple[str, ...]
    calendar_query: frozenset[str]
    dropped_query: frozenset[str]
    never_ending: frozenset[str]


@cache
def words() -> Words:
    """The words that come with Bredvid."""
    data = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    return Words(
        sooner=data["sooner"],
        later=data["later"],
        never_step=frozenset(data["never"]["step"]),
        never_query=frozenset(data["never"]["query"]),
        calendar_path=tuple(data["calendar"]["path"]),
        calendar_query=frozenset(data["calendar"]["query"]),
        dropped_query=frozenset(data["dropped"]["query"]),
        never_ending=frozenset(data["endings"]["never"]),
    )


def promise(text: str, path: str) -> int:
    """How much a link promises by its text and its path; the more, the sooner it is followed. May be below nought."""
    said = f"{text.casefold()} {path.casefold()}"
    known = words()
    return sum(weight for word, weight in known.sooner.items() if word in said) - sum(
        weight for word, weight in known.later.items() if word in said
    )
