"""A month as it is said: 202611 is November 2026."""

from datetime import date

from django.utils.formats import date_format


def month_in_words(month: int) -> str:
    """The month's name and year in the reader's language."""
    return date_format(date(month // 100, month % 100, 1), "F Y")
