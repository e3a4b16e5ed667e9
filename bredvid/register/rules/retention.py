"""How long a period is kept, and what a day that passes does to it by itself. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bredvid.register.rules import following, months

# A closed period is kept so long, should she come back, and then it is destroyed.
KEPT_DAYS = 90
# An open period without a contact for so many whole months is shown to those who support her: is it over, or not?
QUIET_MONTHS = 12


def goes_on(closed_on: date) -> date:
    """The day a period closed then is destroyed: from that day nobody sees it."""
    return closed_on + timedelta(days=KEPT_DAYS)


def is_over(closed_on: date, today: date) -> bool:
    """Whether a period closed then is to be destroyed."""
    return today >= goes_on(closed_on)


def closed_before(today: date) -> date:
    """Periods closed on this day or earlier are over."""
    return today - timedelta(days=KEPT_DAYS)


def asked_before(today: date) -> date:
    """A resting period whose last follow-up is due before this day is over, whether anybody has noted it or not."""
    return following.lapsed_before(today) - timedelta(days=KEPT_DAYS - 1)


def quiet_since(today: date) -> int:
    """The month (202511) since which a period has been quiet for a year, if its last contact was then or earlier."""
    return months.plus(months.of_day(today), -QUIET_MONTHS - 1)


@dataclass(frozen=True)
class Standing:
    """How a period that rested or was closed stands on a day.

    `lapsed` are the days of follow-ups whose time has run out, `closed_on` when it is or was closed, and `gone`
    whether it is to be destroyed. While it rests `closed_on` is None.
    """

    lapsed: tuple[date, ...]
    closed_on: date | None
    gone: bool


def resting(dues: Sequence[date], *, rested_on: date, today: date) -> Standing:
    """A resting period: a follow-up nobody could reach her for lapses, and after the last one it is closed."""
    lapsed = tuple(due for due in dues if following.has_lapsed(due, today))
    if len(lapsed) < len(dues):
        return Standing(lapsed, None, gone=False)
    closed_on = max(map(following.last_day, dues), default=rested_on)
    return Standing(lapsed, closed_on, gone=is_over(closed_on, today))


def closed(closed_on: date, *, today: date) -> Standing:
    """A closed period."""
    return Standing((), closed_on, gone=is_over(closed_on, today))
