"""When a page says that it was published and changed: metas, linked data, "Senast uppdaterad 12 mars 2026"."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

LONGEST_STAMP: Final = 200
"""Characters of a block that may be a date stamp."""

_ISO: Final = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)")
_IN_WORDS: Final = re.compile(r"\b(\d{1,2})(?::e|th|st|nd|rd)?\s+([a-z]{3,9})\.?\s+((?:19|20)\d\d)\b")
_MONTH_FIRST: Final = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:th|st|nd|rd)?,?\s+((?:19|20)\d\d)\b")


def from_data(metas: Mapping[str, str], linked: Mapping[str, str]) -> tuple[str, str]:
    """Gives when published and when changed by metas and linked data; empty where they do not say."""
    said = {**linked, **metas}
    return _first(said, "metas_published"), _first(said, "metas_changed")


def from_words(texts: Iterable[str]) -> tuple[str, str]:
    """Gives when published and when changed by the page's own words."""
    published = changed = ""
    for text in texts:
        folded = text.casefold()
        changed = changed or _after(folded, "changed")
        published = published or _after(folded, "published")
        if published and changed:
            break
    return published, changed


def may_be_stamp(text: str) -> bool:
    """Says quickly whether a block may hold one of these dates."""
    return len(text) <= LONGEST_STAMP and ("20" in text or "19" in text)


def day_in(text: str) -> str:
    """Gives the first day named in a text as ISO; empty where there is none."""
    if (found := _ISO.search(text)) is not None:
        return _day(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    folded = text.casefold()
    if (found := _IN_WORDS.search(folded)) is not None:
        return _day(int(found.group(3)), _month(found.group(2)), int(found.group(1)))
    if (found := _MONTH_FIRST.search(folded)) is not None:
        return _day(int(found.group(3)), _month(found.group(1)), int(found.group(2)))
    return ""


def _after(folded: str, words: str) -> str:
    for word in _data()[words]:
        start = folded.find(word)
        if start >= 0 and (day := day_in(folded[start + len(word) : start + len(word) + 40])):
            return day
    return ""


def _first(said: Mapping[str, str], names: str) -> str:
    return next((day for name in _data()[names] if (day := day_in(said.get(name, "")))), "")


def _month(name: str) -> int:
    for months in ("months_sv", "months_en"):
        if name[:3] in _data()[months]:
            return _data()[months].index(name[:3]) + 1
    return 0


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
