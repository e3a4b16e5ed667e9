"""What the page of figures shows, as numbers: a span of months, and the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bredvid.register.models import Unit
from bredvid.register.reads.counting_ahead import Counted, count_ahead
from bredvid.register.reads.due import due_now
from bredvid.register.reads.summaries import figures_of_months, figures_of_years
from bredvid.register.reads.yearly import months_of
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules import sums
from bredvid.register.rules.months import of_day
from bredvid.register.rules.sums import Figures
from bredvid.register.rules.women import Supported

# How many years stand beside each other.
YEARS = 6


@dataclass(frozen=True)
class Dashboard:
    """The sums of each month and of the whole span, the years' answers (newest first), and what is to be done."""

    months: Sequence[int]
    by_month: Mapping[int, Figures]
    total: Figures
    years: Sequence[Supported]
    due: int
    frozen: frozenset[int]

    @property
    def contacts(self) -> int:
        """Every contact of the span: the base of what is said of contacts."""
        return sums.count(self.total, sums.CONTACTS)

    @property
    def is_empty(self) -> bool:
        """Whether the span holds nothing at all."""
        return not any(self.total.values())


def count_for_dashboard(unit: Unit, months: Sequence[int], years: Sequence[int], *, today: date) -> Counted:
    """Counts what the dashboard needs and is not counted yet, for a little while: ask again until it is done."""
    return count_ahead(unit, months=_needed(months, years, today), years=years[:YEARS])


def dashboard(unit: Unit, months: Sequence[int], years: Sequence[int], *, today: date) -> Dashboard:
    """The figures of a unit. Months after today's hold nothing and are left out."""
    span = [month for month in months if month <= of_day(today)]
    by_month = figures_of_months(unit, _needed(months, years, today))
    return Dashboard(
        months=span,
        by_month=by_month,
        total=sums.plus(by_month[month] for month in span),
        years=_answers(by_month, figures_of_years(unit, years[:YEARS])),
        due=len(due_now(unit, today=today)),
        frozen=frozen_years(unit),
    )


def _needed(months: Sequence[int], years: Sequence[int], today: date) -> set[int]:
    of_years = (month for year in years[:YEARS] for month in months_of(year))
    return {month for month in (*months, *of_years) if month <= of_day(today)}


def _answers(by_month: Mapping[int, Figures], by_year: Mapping[int, Figures]) -> list[Supported]:
    return [
        sums.supported(year, figures, sums.plus(by_month.get(month, {}) for month in months_of(year)))
        for year, figures in sorted(by_year.items(), reverse=True)
    ]
