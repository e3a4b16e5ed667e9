"""Forgets what is old in the access log."""

from datetime import date

from bredvid.register.models import AccessEntry
from bredvid.register.rules.log_sample import KEPT_MONTHS
from bredvid.register.rules.months import of_day, plus


def forget_old(today: date) -> int:
    """Deletes the entries of months more than 24 months back, in every unit. How many they were.

    That a month was looked through stays: a review holds numbers, a finding and a signature, and nothing of an entry.
    """
    oldest = plus(of_day(today), -KEPT_MONTHS)
    deleted, _ = AccessEntry.objects.filter(day__lt=date(oldest // 100, oldest % 100, 1)).delete()
    return deleted
