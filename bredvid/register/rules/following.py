"""Follow-ups: when she is asked how it is, and for how long somebody tries. Pure."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from bredvid.register.rules import months as calendar_months

# Months after the support came to rest.
TERMS = (3, 6, 12)
# She may be asked so long before the day, and so long after it; then she counts as not reached.
EARLY_DAYS = 30
TRIED_DAYS = 60


def due_on(rested_on: date, months: int) -> date:
    """The day she has said yes to be asked; the last of the month where the month has no such day."""
    year, month = divmod(calendar_months.plus(calendar_months.of_day(rested_on), months), 100)
    return date(year, month, min(rested_on.day, monthrange(year, month)[1]))


def first_day(due: date) -> date:
    """The first day she may be asked."""
    return due - timedelta(days=EARLY_DAYS)


def last_day(due: date) -> date:
    """The last day somebody tries."""
    return due + timedelta(days=TRIED_DAYS)


def has_lapsed(due: date, today: date) -> bool:
    """Whether nobody tries any more."""
    return today > last_day(due)


def lapsed_before(today: date) -> date:
    """Follow-ups due before this day have lapsed."""
    return today - timedelta(days=TRIED_DAYS)


def checked(terms: Iterable[int]) -> list[int]:
    """The terms in order. Raises ValueError for none at all and for one that is not offered."""
    chosen = sorted(set(terms))
    if not chosen or not set(chosen) <= set(TERMS):
        raise ValueError("choose among 3, 6 and 12 months")
    return chosen
