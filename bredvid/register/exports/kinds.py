"""What can be taken out, as data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.register.codebook import Variable, current

_FOLDER = Path(__file__).parent
# Layer 2 stays in the unit, in whatever form.
LEAVES = 3


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Something that can be taken out: its name, its formats and the columns that stand in it."""

    code: str
    sv: str
    en: str
    about_sv: str
    about_en: str
    formats: tuple[str, ...]
    contact: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    outreach: bool = False

    def label(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.sv

    def about(self, language: str) -> str:
        """What it is, in a line."""
        return self.about_en if language == "en" else self.about_sv

    @property
    def is_for_the_review(self) -> bool:
        """Whether it is the file that the review reads."""
        return self.code == REVIEW


REVIEW = "arsgranskning"


@cache
def kinds() -> dict[str, Kind]:
    """By code, everything that can be taken out."""
    document = tomllib.loads((_FOLDER / "exports.toml").read_text("utf-8"))
    found = [Kind(**{key: _plain(value) for key, value in row.items()}) for row in document["export"]]
    return {kind.code: kind for kind in found}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def variables(columns: tuple[str, ...], on: str) -> list[Variable]:
    """The codebook's variables of these columns. Raises ValueError for one that is not there or may not leave."""
    book = {variable.column: variable for variable in current().on(on)}
    for column in columns:
        if column not in book or book[column].layer != LEAVES:
            raise ValueError(f"{column} does not stand on {on}, or may not leave the unit")
    return [book[column] for column in columns]
