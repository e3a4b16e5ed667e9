"""The demonstration on one's own machine: about three years of support at 170 organisations that do not exist.

Made only where the made-up staff are (SHOW_DEMO_SIGN_INS), so that no real installation has it unasked. Every
organisation is marked as made up and named so, and gives support in municipalities that do not exist.
"""

from datetime import date, timedelta
from random import Random

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from bredvid.accounts.demonstration import email_of
from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions.freezing import figures_of
from bredvid.register.codebook import current
from bredvid.register.models import AccessEntry, FrozenYear, SupportPeriod, Unit
from bredvid.register.rules.months import of_day, through
from bredvid.register.simulation.loading import load
from bredvid.register.simulation.organisations import demo_organisations
from bredvid.register.simulation.simulate import simulate

CONTACTS = 60_000
SEED = 2026
# The made-up staff who work where contacts are counted.
ROLES = ("worker", "coordinator")
_LOGGED_DAYS = 62
_BUSY = 0.6


def is_due() -> bool:
    """Whether the demonstration should be there and is not, or its staff do not work there."""
    if not settings.SHOW_DEMO_SIGN_INS:
        return False
    return not Unit.objects.filter(demonstration=True).exists() or _without_unit().exists()


@transaction.atomic
def make() -> int:
    """Makes what is missing and says how many organisations it made. Raises ValueError where demonstrations are off."""
    if not settings.SHOW_DEMO_SIGN_INS:
        raise ValueError("The demonstration is made only on one's own machine (SHOW_DEMO_SIGN_INS).")
    made: list[Unit] = []
    if not Unit.objects.filter(demonstration=True).exists():
        today = clock.today()
        made = load(simulate(demo_organisations(), CONTACTS, months_until(today), SEED, today=today))
    first = Unit.objects.get(organisation_id=demo_organisations()[0].code)
    _without_unit().update(organisation=first.organisation)
    if made:
        _log_of(first, clock.today())
        _close_first_year(made, clock.today())
    return len(made)


def months_until(today: date) -> list[int]:
    """The months of the demonstration, from a January about three years ago to this month."""
    back = 2 if today.month > 6 else 3
    return through((today.year - back) * 100 + 1, of_day(today))


def _without_unit() -> QuerySet[Staff]:
    emails = [email_of(role) for role in ROLES]
    return Staff.objects.filter(demonstration=True, organisation=None, email__in=emails)


def _close_first_year(units: list[Unit], today: date) -> None:
    """Closes the oldest year of each, as its coordinator would have done; nobody did, so the log of staff is silent."""
    year = months_until(today)[0] // 100
    closed_on = date(year + 1, 2, 1)
    FrozenYear.objects.bulk_create(
        FrozenYear(unit=unit, year=year, frozen_on=closed_on, figures=figures_of(unit, year)) for unit in units
    )


def _log_of(unit: Unit, today: date) -> None:
    """Two months of the access log, so that there is something to look through."""
    random = Random(SEED)  # noqa: S311 (invented on purpose, and the same every time)
    worker = Staff.objects.filter(demonstration=True, email=email_of("worker")).first()
    numbers = list(SupportPeriod.objects.filter(unit=unit).order_by("number").values_list("number", flat=True))
    deed = current().variable("S02").stored
    entries = []
    for back in range(_LOGGED_DAYS):
        held = {"unit": unit, "day": today - timedelta(days=back), "staff": worker}
        if random.random() < _BUSY:
            entries.append(AccessEntry(**held, deed=deed(["KONTAKT"])))
            read = random.sample(numbers, min(len(numbers), random.randint(0, 3)))
            entries += [AccessEntry(**held, deed=deed(["LÄST"]), number=number) for number in read]
    AccessEntry.objects.bulk_create(entries)
