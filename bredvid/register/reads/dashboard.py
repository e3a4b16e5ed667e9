"""What the page of figures shows, as numbers: a span of months, and the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bredvid.register.models import Unit
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


def dashboard(unit: Unit, months: Sequence[int], years: Sequence[int], *, today: date) -> Dashboard:
    """The figures of a unit. Months after today's hold nothing and are left out."""
    span = [month for month in months if month <= of_day(today)]
    shown = list(years)[:YEARS]
    needed = {*span, *(month for year in shown for month in months_of(year) if month <= of_day(today))}
    by_month = figures_of_months(unit, needed)
    return Dashboard(
        months=span,
        by_month=by_month,
        total=sums.plus(by_month[month] for month in span),
        years=_answers(by_month, figures_of_years(unit, shown)),
        due=len(due_now(unit, today=today)),
        frozen=frozen_years(unit),
    )


def _answers(by_month: Mapping[int, Figures], by_year: Mapping[int, Figures]) -> list[Supported]:
    return [
        sums.supported(year, figures, sums.plus(by_month.get(month, {}) for month in months_of(year)))
        for year, figures in sorted(by_year.items(), reverse=True)
    ]
