"""Several processes at once: every period its own number and alias, and what is due destroyed once."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, connections

from bredvid.register.actions import periods, tidying
from bredvid.register.models import CountedYear, PeriodYear, SupportPeriod, Unit
from bredvid.register.tests.makers import unit

OPENERS, EACH, OVER = 3, 6, 8

BEFORE = "from bredvid.config.installation import start_django; start_django()\n"
SET_UP = BEFORE + "from bredvid.register.tests.test_periods_at_once import set_up; set_up()"
WORK = BEFORE + "import sys; from bredvid.register.tests.test_periods_at_once import work; work(sys.argv[1])"
SAY = BEFORE + "from bredvid.register.tests.test_periods_at_once import seen; print(*seen())"


def set_up():
    """A unit with periods that are over."""
    ours = unit()
    for number in range(OVER):
        period = SupportPeriod.objects.create(
            unit=ours, number=900 + number, alias=number, opened_month=202501, state=3, closed_on=date(2025, 1, 1)
        )
        PeriodYear.objects.create(period=period, year=2025, first_month=202501)


def work(kind):
    """Opens some, or destroys what is due."""
    if kind == "tidy":
        tidying.tidy(today=date(2026, 11, 23))
        return
    ours = Unit.objects.get()
    for _each in range(EACH):
        periods.open_period(unit=ours, staff=None)


def seen():
    """How many numbers and aliases there are, the largest number, and how many years were counted for good."""
    rows = SupportPeriod.objects.values_list("number", "alias")
    numbers, aliases = {number for number, _ in rows}, {alias for _, alias in rows}
    return len(rows), len(numbers), len(aliases), max(numbers), CountedYear.objects.count()


@pytest.mark.django_db(transaction=True)
def test_numbers_and_aliases_are_unique_and_what_is_due_is_destroyed_once(tmp_path):
    kinds = ["open", "tidy"] * 2 + ["open"]
    if connection.vendor == "postgresql":
        set_up()
        with ThreadPoolExecutor(len(kinds)) as pool:
            list(pool.map(_work, kinds))
        found = seen()
    else:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{tmp_path}/register.sqlite3",
            "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test",
        }
        assert python(environment, "-m", "django", "migrate", "--verbosity", "0").wait() == 0
        assert python(environment, "-c", SET_UP).wait() == 0
        for worker in [python(environment, "-c", WORK, kind) for kind in kinds]:
            assert worker.wait() == 0
        said = python(environment, "-c", SAY).communicate()[0].split()
        found = tuple(map(int, said))
    opened = OPENERS * EACH
    assert found == (opened, opened, opened, opened, OVER)


def python(environment, *words):
    """Python in a process of its own."""
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.PIPE)


def _work(kind):
    try:
        work(kind)
    finally:
        connections.close_all()
