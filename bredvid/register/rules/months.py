"""Months as whole numbers, 202611 for November 2026. Pure."""

from datetime import date


def of_day(day: date) -> int:
    """The month a day is in."""
    return day.year * 100 + day.month


def year_of(month: int) -> int:
    """202611 → 2026"""
    return month // 100


def quarter_of(month: int) -> int:
    """202611 → 4"""
    return (month % 100 - 1) // 3 + 1


def plus(month: int, months: int) -> int:
    """The month so many months later, or earlier. 202611 + 2 → 202701"""
    count = (month // 100) * 12 + month % 100 - 1 + months
    return count // 12 * 100 + count % 12 + 1


def through(first: int, last: int) -> list[int]:
    """Every month from the first to the last, both included; none where the last is before the first."""
    found = []
    while first <= last:
        found.append(first)
        first = plus(first, 1)
    return found


def is_month(number: int) -> bool:
    """Whether a number is a month of this century or the last."""
    return 190001 <= number <= 299912 and 1 <= number % 100 <= 12
