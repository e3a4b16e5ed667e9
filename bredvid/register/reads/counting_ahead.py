"""Counts the sums a page will need, a little while at a time: nobody waits long for a page that says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

from django.conf import settings

from bredvid.register.models import Summary, Unit
from bredvid.register.reads.summaries import Span, month_figures, year_figures
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules.months import year_of


@dataclass(frozen=True)
class Counted:
    """How many of the sums are there now, of how many."""

    there: int
    needed: int

    @property
    def is_done(self) -> bool:
        """Whether all of them are there."""
        return self.there == self.needed


def count_ahead(unit: Unit, *, months: Iterable[int], years: Iterable[int]) -> Counted:
    """Counts and keeps what is not kept yet of these months and years, newest first, until all is or it takes long.

    At least one each time: whoever asks again gets to the end.
    """
    needed = {(Span.MONTH, month) for month in months} | {(Span.YEAR, year) for year in years}
    left = sorted(_left(unit, needed), key=lambda each: each[1])
    begun = monotonic()
    while left:
        span, key = left.pop()
        (month_figures if span == Span.MONTH else year_figures)(unit, key)
        if monotonic() - begun > settings.REGISTER_PATIENCE_S:
            break
    return Counted(there=len(needed) - len(left), needed=len(needed))


def _left(unit: Unit, needed: set[tuple[Span, int]]) -> set[tuple[Span, int]]:
    """Which of them are to be counted: what is closed has its sums, and what is kept too."""
    kept = set(Summary.objects.filter(unit=unit, figures__isnull=False).values_list("span", "key"))
    frozen = frozen_years(unit)
    years = {each: each[1] if each[0] == Span.YEAR else year_of(each[1]) for each in needed}
    return {each for each in needed if each not in kept and years[each] not in frozen}
