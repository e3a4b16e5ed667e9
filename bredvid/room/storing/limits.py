"""How long a room is kept and how much is written in it. Pure: no framework, no clock."""

from datetime import date, timedelta
from typing import Final

DAYS_KEPT: Final = (30, 90, 365)
"""What she may choose, in days after her last visit."""

SHIFTS: Final = 7
"""The end is moved by so many days at most, drawn once: nobody can reckon the last visit from it."""

ENTRIES_A_DAY: Final = 200
BYTES_A_DAY: Final = 4 * 1024 * 1024
ENTRIES_A_BATCH: Final = 4
ANSWERS_KEPT: Final = timedelta(days=2)


def ends_on(visited: date, days: int, shift: int) -> date:
    """The day on which a room is destroyed unless she comes back."""
    return visited + timedelta(days=days + shift)


def week_of(day: date) -> str:
    """The week of a day, as 2026-W48: all that is told of when a room ends."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def is_over(entries: int, size: int) -> bool:
    """Whether one author has written more in one room than a day allows."""
    return entries > ENTRIES_A_DAY or size > BYTES_A_DAY
