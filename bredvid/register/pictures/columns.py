"""Contacts month by month, as columns: those of a support period below, those outside above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bredvid.register.pictures.language import length
from bredvid.register.rules import sums
from bredvid.register.rules.months import year_of
from bredvid.register.rules.sums import Figures


@dataclass(frozen=True)
class Column:
    """A month: how many contacts of a period and outside, and the most of any month (the height of the drawing)."""

    month: int
    linked: int
    alone: int
    own: int
    tallied: int
    most: int
    begins_year: bool

    @property
    def all(self) -> int:
        """Every contact of the month."""
        return self.linked + self.alone

    @property
    def year(self) -> int:
        """The year it is in."""
        return year_of(self.month)

    @property
    def low(self) -> str:
        """Height of the lower part, of 100."""
        return length(self.linked, self.most)

    @property
    def high(self) -> str:
        """Height of the upper part, of 100."""
        return length(self.alone, self.most)

    @property
    def low_top(self) -> str:
        """Where the lower part begins, from above."""
        return length(self.most - self.linked, self.most)

    @property
    def high_top(self) -> str:
        """Where the upper part begins, from above."""
        return length(self.most - self.all, self.most)


def columns(months: Sequence[int], figures: Mapping[int, Figures]) -> list[Column]:
    """A column for each month, in order."""
    most = max((sums.count(figures[month], sums.CONTACTS) for month in months), default=0)
    return [_column(month, figures[month], most, months[:1] == [month]) for month in months]


def _column(month: int, figures: Figures, most: int, is_first: bool) -> Column:
    linked = sums.count(figures, sums.CONTACTS, sums.LINKED)
    return Column(
        month=month,
        linked=linked,
        alone=sums.count(figures, sums.CONTACTS) - linked,
        own=sums.count(figures, sums.CONTACTS, sums.OWN),
        tallied=sums.count(figures, sums.CONTACTS, sums.TALLIED),
        most=most,
        # Before a January there is no room for the year that ends.
        begins_year=month % 100 == 1 or (is_first and month % 100 != 12),
    )
