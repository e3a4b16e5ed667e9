"""What an element's class, id or label tells of it: marks.toml, asked once for each spelling."""

import tomllib
from enum import IntFlag
from functools import cache, lru_cache
from pathlib import Path
from typing import Final


class Mark(IntFlag):
    """What an attribute's words point at."""

    BANNER = 1
    FOLDED = 2
    ASIDE = 4
    NAV = 8
    FOOTER = 16
    LEAVING = 32


_LONGEST: Final = 400
"""Characters of an attribute; an endless one tells nothing more."""


@lru_cache(maxsize=20_000)
def marks_of(attribute: str) -> int:
    """Gives the marks of a class, id or label, as the bits of Mark."""
    folded, found = attribute.lower(), 0
    for mark, needles in _needles():
        if any(needle in folded for needle in needles):
            found |= mark
    return found


def marks_in(attribute: str | None) -> int:
    """Gives the marks of an attribute that may be missing or endless."""
    return marks_of(attribute[:_LONGEST]) if attribute else 0


@cache
def main_part_selector() -> str:
    """The places where a page without `main` may keep its content, as one selector."""
    return ",".join(_data()["main_part"])


@cache
def _needles() -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((int(mark), tuple(_data()[str(mark.name).lower()])) for mark in Mark)


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
