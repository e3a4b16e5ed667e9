"""What holds for rooms and desks. Pure: no framework, no clock."""

from collections.abc import Iterable
from datetime import date

HOLDERS = 2
FRESH_DAYS = 14


def may_be_let_in(unlocked: Iterable[date | None], today: date) -> bool:
    """Whether a woman may let a desk in: two hold its key, and one of them unlocked it within fourteen days.

    `unlocked` has one item for each who holds the organisation's key: the day she last unlocked it, None for never.
    """
    days = list(unlocked)
    return len(days) >= HOLDERS and any(day is not None and (today - day).days <= FRESH_DAYS for day in days)
