"""Which months a unit may still count in."""

from django.db.models import Min

from bredvid.register import clock
from bredvid.register.models import Contact, Unit
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules import months


def all_months(unit: Unit) -> list[int]:
    """Every month from the first that may hold anything until now, newest first: at least last year and this."""
    now = months.of_day(clock.today())
    earliest = Contact.objects.filter(unit=unit).aggregate(first=Min("month"))["first"] or now
    first = min(months.year_of(now) - 1, months.year_of(earliest)) * 100 + 1
    return months.through(first, now)[::-1]


def open_months(unit: Unit) -> list[int]:
    """Those of them whose year is not closed, newest first."""
    closed = frozen_years(unit)
    return [month for month in all_months(unit) if months.year_of(month) not in closed]
