"""When a service answers, how it is reached, for whom and where, and how old its check is. Pure.

Opening hours are written "always", or periods apart by ";", each of days (1 is Monday, 7 Sunday) and a time from and
to: "1-5 09:00-16:00; 6 10:00-14:00". A period ends on the day it began, at the latest at 24:00. Times are Swedish time.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

WAYS = ("phone", "chat", "email", "visit")
ALWAYS = "always"
MINUTES_A_DAY = 24 * 60
# A check holds for so many days. Then what was checked is shown as not checked, and after as many again not at all.
CHECK_HOLDS_DAYS = 90

_PERIOD = re.compile(r"([1-7])(?:-([1-7]))? (\d{2}):(\d{2})-(\d{2}):(\d{2})")


@dataclass(frozen=True, order=True)
class Period:
    """A time of a weekday (1 is Monday) when somebody answers; from and to in minutes after midnight."""

    weekday: int
    begins: int
    ends: int


class Standing(StrEnum):
    """How a service may be shown to her."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    HIDDEN = "hidden"


def periods(hours: str) -> tuple[Period, ...]:
    """The periods of a week, in order; none where the hours are not known. Raises ValueError, in one line."""
    if not hours:
        return ()
    if hours == ALWAYS:
        return tuple(Period(day, 0, MINUTES_A_DAY) for day in range(1, 8))
    return tuple(sorted(period for part in hours.split(";") for period in _read(part.strip())))


def _read(part: str) -> list[Period]:
    found = _PERIOD.fullmatch(part)
    if not found:
        raise ValueError(f"{part!r} should be days and times such as 1-5 09:00-16:00, or {ALWAYS}.")
    first, last = int(found[1]), int(found[2] or found[1])
    begins, ends = int(found[3]) * 60 + int(found[4]), int(found[5]) * 60 + int(found[6])
    if first > last or begins >= ends or ends > MINUTES_A_DAY or int(found[4]) > 59 or int(found[6]) > 59:
        raise ValueError(f"{part!r} ends before it begins, or is no time of a day.")
    return [Period(day, begins, ends) for day in range(first, last + 1)]


def is_open(hours: str, now: datetime) -> bool | None:
    """Whether somebody answers at `now` (Swedish time); None where the hours are not known."""
    if not hours:
        return None
    minute = now.hour * 60 + now.minute
    return any(each.weekday == now.isoweekday() and each.begins <= minute < each.ends for each in periods(hours))


def next_opening(hours: str, now: datetime) -> Period | None:
    """The period that begins next after `now`, up to a week on; None where none is known."""
    minute = (now.isoweekday() - 1) * MINUTES_A_DAY + now.hour * 60 + now.minute
    week = 7 * MINUTES_A_DAY

    def wait(period: Period) -> int:
        return ((period.weekday - 1) * MINUTES_A_DAY + period.begins - minute - 1) % week

    return min(periods(hours), key=wait, default=None)


def standing(*, verified: bool, last_checked: date | None, today: date) -> Standing:
    """Checked for 90 days, then unchecked for 90 more. What nobody verified is unchecked for 90 days, then hidden."""
    if last_checked is None:
        return Standing.HIDDEN
    age = (today - last_checked).days
    if verified and age <= CHECK_HOLDS_DAYS:
        return Standing.CHECKED
    return Standing.UNCHECKED if age <= CHECK_HOLDS_DAYS * (2 if verified else 1) else Standing.HIDDEN


def serves(area: str, place: str) -> bool:
    """Whether a service of an area (codes apart by spaces; none is the whole country) is for a place.

    A place is a municipality's four digits, a county's two, or nothing for anywhere: then only
    what serves the whole country. A county is served by what serves it or any municipality in it.
    """
    codes = area.split()
    return not codes or (bool(place) and any(place.startswith(code) or code.startswith(place) for code in codes))
