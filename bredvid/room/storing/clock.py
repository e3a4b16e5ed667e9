"""Which day it is, and which second. The one place where the room asks, so that tests can travel in time."""

import time
from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in Sweden."""
    return timezone.localdate()


def now() -> int:
    """Whole seconds since 1970, for challenges and tokens alone: never kept."""
    return int(time.time())
