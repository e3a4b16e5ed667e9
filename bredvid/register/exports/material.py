"""What an export is made of: the sums of one unit and year. It reads sums alone, never a row of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from bredvid.register import clock
from bredvid.register.models import Unit
from bredvid.register.reads.summaries import figures_of_months, year_figures
from bredvid.register.reads.yearly import months_of, supported, years_with_figures
from bredvid.register.reads.years import is_frozen
from bredvid.register.rules import sums
from bredvid.register.rules.sums import Figures
from bredvid.register.rules.women import Supported


@dataclass(frozen=True, kw_only=True)
class Material:
    """One unit's year in sums. `closed`: the year is final; `so_far`: it has not ended."""

    unit: Unit
    year: int
    purpose: str
    closed: bool
    so_far: bool
    months: Mapping[int, Figures]
    contacts: Figures
    rows: Figures
    supported: Supported


def material_of(unit: Unit, year: int, purpose: str) -> Material:
    """The sums of a unit and year; `purpose` is a code of S01."""
    months = figures_of_months(unit, months_of(year))
    return Material(
        unit=unit, year=year, purpose=purpose, closed=is_frozen(unit, year), so_far=clock.today().year <= year,
        months=months, contacts=sums.plus(months[month] for month in sorted(months)), rows=year_figures(unit, year),
        supported=supported(unit, year),
    )  # fmt: skip


def years_of(unit: Unit) -> list[int]:
    """The years that can be taken out, newest first."""
    return years_with_figures(unit, this_year=clock.today().year)
