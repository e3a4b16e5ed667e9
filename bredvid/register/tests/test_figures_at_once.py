"""Several processes at once: sums that are read while others count are right in the end, and so is a closed year."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import sleep

import pytest
from django.db import connection, connections

from bredvid.register import clock
from bredvid.register.actions import contacts, freezing
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, FrozenYear, Unit
from bredvid.register.reads.summaries import month_figures
from bredvid.register.rules import sums
from bredvid.register.tests import makers

EACH, READS = 12, 25
KINDS = ["count", "read", "undo", "close", "read", "count"]
MODULE = "bredvid.register.tests.test_figures_at_once"
BEFORE = "from bredvid.config.installation import start_django; start_django()\n"


def months() -> tuple[int, int]:
    """A month of the year that is being closed, and one of this year."""
    year = clock.today().year
    return (year - 1) * 100 + 6, year * 100 + 1


def set_up() -> None:
    """A unit with something to close."""
    makers.contact(makers.unit(), months()[0])


def work(kind: str) -> None:
    """Counts in both years, counts and takes back, reads both, or closes the one that has ended."""
    unit = Unit.objects.get()
    if kind == "close":
        sleep(0.2)
        freezing.freeze(unit=unit, staff=None, year=clock.today().year - 1)
        return
    deeds: dict[str, Callable[[Unit, int], object]] = {"count": counts, "undo": undoes, "read": month_figures}
    for _each in range(READS if kind == "read" else EACH):
        for month in months():
            deeds[kind](unit, month)


def counts(unit: Unit, month: int) -> Contact | None:
    """One contact; none in a year that has been closed meanwhile."""
    try:
        return contacts.count(unit=unit, staff=None, month=month, place=unit.place, values={})
    except RegisterRefused:
        return None


def undoes(unit: Unit, month: int) -> None:
    """One contact that is taken back at once, unless the year has been closed in between."""
    if made := counts(unit, month):
        with suppress(RegisterRefused):
            contacts.remove(unit=unit, staff=None, contact=made)


def seen() -> tuple[int, int, int, int]:
    """What the closed year says and has, and what this year's sum says and has."""
    unit, (closed, current) = Unit.objects.get(), months()
    found = FrozenYear.objects.get().figures["months"][str(closed)]
    rows = [Contact.objects.filter(month=month).count() for month in (closed, current)]
    return (
        sums.count(found, sums.CONTACTS), rows[0], sums.count(month_figures(unit, current), sums.CONTACTS), rows[1]
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_nothing_is_counted_beside_a_closed_year_or_lost_from_a_kept_sum(tmp_path):
    if connection.vendor == "postgresql":
        set_up()
        with ThreadPoolExecutor(len(KINDS)) as pool:
            list(pool.map(_work, KINDS))
        found: tuple[int, ...] = seen()
    else:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{tmp_path}/register.sqlite3",
            "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test",
        }
        assert python(environment, "-m", "django", "migrate", "--verbosity", "0").wait() == 0
        assert python(environment, "-c", BEFORE + f"import {MODULE} as it; it.set_up()").wait() == 0
        one = BEFORE + f"import sys, {MODULE} as it; it.work(sys.argv[1])"
        for worker in [python(environment, "-c", one, kind) for kind in KINDS]:
            assert worker.wait() == 0
        said = python(environment, "-c", BEFORE + f"import {MODULE} as it; print(*it.seen())").communicate()[0].split()
        found = tuple(map(int, said))
    said_of_closed, rows_of_closed, said_of_current, rows_of_current = found
    assert said_of_closed == rows_of_closed
    assert said_of_current == rows_of_current == EACH * KINDS.count("count")


def python(environment: dict[str, str], *words: str) -> "subprocess.Popen[bytes]":
    """Python in a process of its own."""
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE)


def _work(kind: str) -> None:
    try:
        work(kind)
    finally:
        connections.close_all()
