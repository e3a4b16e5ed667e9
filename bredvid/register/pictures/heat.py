"""Needs that were not met, with the reasons: a table whose cells are the darker the more there are."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.register.codebook import NOT_FILLED_IN, Variable, current
from bredvid.register.reads.language import language
from bredvid.register.rules.sums import CROSS, Figures, count

# How dark a cell is: none, then four steps up to the largest.
STEPS = 4


@dataclass(frozen=True)
class Cell:
    """How many, and how dark."""

    count: int
    step: int


@dataclass(frozen=True)
class Row:
    """A need: how many contacts had it, and with which reasons."""

    label: str
    count: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Heat:
    """The table: reasons along, needs down, the commonest first. Empty where no need was left unmet."""

    reasons: tuple[str, ...]
    rows: tuple[Row, ...]


def heat(figures: Figures) -> Heat:
    """The table from the sums of contacts; needs and reasons that nobody had are left out."""
    needs, whys = (current().by_column[column] for column in ("unmet", "unmet_why"))
    cross = figures.get(CROSS, {})
    pairs = {tuple(int(part) for part in key.split("×")): n for key, n in cross.items()}
    found = sorted({need for need, _why in pairs}, key=lambda need: (-count(figures, "unmet", need), need))
    reasons = [*(code.number for code in whys.codes), NOT_FILLED_IN]
    reasons = [why for why in reasons if any(pairs.get((need, why)) for need in found)]
    most = max(pairs.values(), default=0)
    return Heat(
        tuple(_label(whys, why) for why in reasons),
        tuple(
            Row(
                _label(needs, need),
                count(figures, "unmet", need),
                tuple(_cell(pairs.get((need, why), 0), most) for why in reasons),
            )
            for need in found
        ),
    )


def _cell(number: int, most: int) -> Cell:
    return Cell(number, -(-number * STEPS // most) if most else 0)


def _label(variable: Variable, number: int) -> str:
    return variable.by_number[number].label(language()) if number else _("Not filled in")
