"""The texts of the invented sites, read once."""

import random
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.webaudit.farm.places import Place


@cache
def texts() -> dict[str, dict[str, Any]]:
    """`texts.toml`, with the mark of quotation taken off the fields' names."""
    data = tomllib.loads((Path(__file__).parent / "texts.toml").read_text("utf-8"))
    return {
        part: {name.removeprefix("quote_"): value for name, value in fields.items()} for part, fields in data.items()
    }


def passage(place: Place, part: str, name: str) -> str:
    """A text in a municipality's mouth: one of several ways to say it, the same each time."""
    ways = texts()[part].get(name, "")
    if isinstance(ways, list):
        ways = random.Random(f"{place.number}|{part}|{name}").choice(ways)  # noqa: S311  # a lot to draw, no secret
    return str(ways).replace("{name}", place.name).replace("{phone}", place.phone).replace("{host}", place.host)


def day_of(place: Place, path: str) -> date:
    """The day that a page gives of itself, from 2016 to 2025, the same each time."""
    return date(2016, 1, 1) + timedelta(days=random.Random(f"{place.number}|{path}|day").randrange(3650))  # noqa: S311  # a lot to draw, no secret


def passages(place: Place, part: str, name: str) -> list[str]:
    """All the texts of a name, in order."""
    fill = {"{name}": place.name, "{phone}": place.phone, "{host}": place.host}
    found = [str(text) for text in texts()[part][name]]
    for mark, value in fill.items():
        found = [text.replace(mark, value) for text in found]
    return found
