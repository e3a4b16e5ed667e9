"""The yearly question: how many women and girls, in what exploitation, and what the count stands on."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from bredvid.register.models import Contact, CountedYear, FrozenYear, Outreach, PeriodYear, Unit
from bredvid.register.reads.summaries import figures_of_months, figures_of_years
from bredvid.register.rules import sums
from bredvid.register.rules.months import through, year_of
from bredvid.register.rules.women import Supported


def supported(unit: Unit, year: int) -> Supported:
    """The answer of one unit and year, so far where the year has not ended."""
    return supported_in(unit, [year])[year]


def supported_in(unit: Unit, years: Sequence[int]) -> dict[int, Supported]:
    """The answers of several years."""
    of_months = figures_of_months(unit, [month for year in years for month in months_of(year)])
    of_years = figures_of_years(unit, years)
    return {
        year: sums.supported(year, of_years[year], sums.plus(of_months[month] for month in months_of(year)))
        for year in years
    }


def months_of(year: int) -> list[int]:
    """The twelve months of a year."""
    return through(year * 100 + 1, year * 100 + 12)


def years_with_figures(unit: Unit, *, this_year: int) -> list[int]:
    """Every year from the first that the unit has anything of to this one, newest first; this one always."""
    months = (_first(rows.filter(unit=unit), "month") for rows in (Contact.objects, Outreach.objects))
    years = (
        _first(CountedYear.objects.filter(unit=unit), "year"),
        _first(PeriodYear.objects.filter(period__unit=unit), "year"),
        _first(FrozenYear.objects.filter(unit=unit), "year"),
    )
    found = [year_of(month) for month in months if month] + [year for year in years if year]
    return list(range(this_year, min([*found, this_year]) - 1, -1))


def _first(rows: "QuerySet[Any]", column: str) -> int | None:
    return rows.order_by(column).values_list(column, flat=True).first()
