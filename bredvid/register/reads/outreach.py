"""The outreach of a unit."""

from dataclasses import dataclass

from bredvid.register.codebook import current
from bredvid.register.models import Outreach, Unit


@dataclass(frozen=True)
class Evening:
    """An evening out in words: where, with whom; the numbers are the row's own."""

    outreach: Outreach
    arena: tuple[str, ...]
    partners: tuple[str, ...]


def of_year(unit: Unit, year: int, language: str) -> list[Evening]:
    """A unit's outreach of a year, newest month first and within it by codes."""
    found = Outreach.objects.filter(unit=unit, month__gt=year * 100, month__lt=year * 100 + 100)
    ordered = found.order_by("-month", "outreach_arena", "partners", "id")
    return [
        Evening(each, _labels(each, "outreach_arena", language), _labels(each, "partners", language))
        for each in ordered
    ]


def outreach_of(unit: Unit, number: int) -> Outreach | None:
    """One of this unit's; None for another's, as for one that never was."""
    return Outreach.objects.filter(unit=unit, pk=number).first() if number < 1 << 63 else None


def _labels(outreach: Outreach, column: str, language: str) -> tuple[str, ...]:
    chosen = current().by_column[column].chosen(getattr(outreach, column))
    return tuple(code.label(language) for code in chosen)
