"""How it was for those who were asked later: better, same or worse, a bar for each part of life."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.register.codebook import Variable, current
from bredvid.register.pictures.language import length
from bredvid.register.reads.language import language
from bredvid.register.rules.sums import Figures, count

TONES = ("better", "same", "worse")
# What an answer's code says: its place in TONES. The exploitation can have ended or become less; both are better.
_WAYS = {"BÄTTRE": 0, "UPPHÖRT": 0, "MINSKAT": 0, "SAMMA": 1, "SÄMRE": 2, "ÖKAT": 2}


@dataclass(frozen=True)
class Part:
    """A piece of a bar: where it begins and how long it is, of 100."""

    tone: str
    start: str
    length: str


@dataclass(frozen=True)
class Change:
    """A part of life: the pieces of its bar, and every answer with its number."""

    label: str
    parts: tuple[Part, ...]
    answers: tuple[tuple[str, int], ...]


def answered(figures: Figures) -> int:
    """How many were reached and answered: the base of every change."""
    return count(figures, "outcome", current().by_column["outcome"].by_code["SVARADE"].number)


def changes(figures: Figures) -> list[Change]:
    """A bar for each part of life; empty where nobody has answered."""
    base = answered(figures)
    variables = [variable for variable in current().on("answer") if variable.column.startswith("change_")]
    return [_change(variable, figures, base) for variable in variables] if base else []


def _change(variable: Variable, figures: Figures, base: int) -> Change:
    ways = [0, 0, 0]
    for code in variable.codes:
        if code.code in _WAYS:
            ways[_WAYS[code.code]] += count(figures, variable.column, code.number)
    starts = (0, ways[0], ways[0] + ways[1])
    parts = (
        Part(tone, length(start, base), length(way, base))
        for tone, start, way in zip(TONES, starts, ways, strict=True)
        if way
    )
    return Change(variable.label(language()), tuple(parts), _answers(variable, figures, base))


def _answers(variable: Variable, figures: Figures, base: int) -> tuple[tuple[str, int], ...]:
    """Every answer that somebody gave. Whoever was not reached or said stop has none here."""
    found = [(code.label(language()), count(figures, variable.column, code.number)) for code in variable.codes]
    rest = base - sum(number for _label, number in found)
    return tuple((label, number) for label, number in (*found, (_("Not filled in"), rest)) if number > 0)
