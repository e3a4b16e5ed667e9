"""Draws codes by their chances and gives what is stored for them. Pure."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bredvid.register.codebook import NONE, current

_CHANCES = Path(__file__).with_name("chances.toml")
# Lists of chances that several columns share, or that have another name than their column.
_COLUMN = {"age_of_girls": "age", "change": "change_safety"}
# So many draws of each variable are made beforehand, and drawn among: millions of contacts are then made in minutes.
_POOL = 4096


@cache
def chances() -> dict[str, Any]:
    """The chances as they are written."""
    return tomllib.loads(_CHANCES.read_text("utf-8"))


@cache
def share(name: str) -> float:
    """A share of the whole, 0–1."""
    return float(chances()["share"][name])


def busyness(months: Sequence[int]) -> list[float]:
    """How busy each month is beside the others: season, and growth from year to year."""
    season = chances()["season"]
    return [
        season["months"][month % 100 - 1] * (1 + season["yearly_growth"]) ** (month // 100 - months[0] // 100)
        for month in months
    ]


class Draws:
    """Draws from a source of chance of its own."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def happens(self, chance: float) -> bool:
        """Whether something with this chance happens."""
        return self.random.random() < chance

    def one(self, name: str) -> int:
        """What is stored for one code of a single variable."""
        return _singles(name)[int(self.random.random() * _POOL)]

    def some(self, name: str) -> int:
        """What is stored for one or more codes of a multiple variable."""
        return _masks(name)[int(self.random.random() * _POOL)]


@cache
def none_of(column: str) -> int:
    """What is stored for "none" in a multiple variable."""
    found = [code for code in current().by_column[column].codes if code.number == NONE]
    return found[0].bit


@cache
def _singles(name: str) -> list[int]:
    weights = chances()["single"][name]
    variable = current().by_column[_COLUMN.get(name, name)]
    numbers = [variable.stored([code]) for code in weights]
    return Random(name).choices(numbers, list(weights.values()), k=_POOL)  # noqa: S311 (invented on purpose)


@cache
def _masks(name: str) -> list[int]:
    weights = chances()["multiple"][name]
    variable, random = current().by_column[name], Random(name)  # noqa: S311 (invented on purpose)
    bits = [(variable.stored([code]), chance) for code, chance in weights.items()]
    return [_mask(bits, random) for _ in range(_POOL)]


def _mask(bits: Sequence[tuple[int, float]], random: Random) -> int:
    mask = sum(bit for bit, chance in bits if random.random() < chance)
    return mask or random.choices([bit for bit, _ in bits], [chance for _, chance in bits])[0]
