"""Which day it is. The one place where the register asks, so that tests can travel in time."""

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in Sweden."""
    return timezone.localdate()
