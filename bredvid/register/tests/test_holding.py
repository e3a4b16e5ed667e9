"""Whoever changes something in a unit holds the unit first: no year is closed, and nothing destroyed, in between.

What decides (is the year final? is the period there?) must be read after the unit is held, and everybody must hold in
one order, or two would wait for each other. Only PostgreSQL holds rows; the question is put to every database.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from time import sleep
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from bredvid.register import clock
from bredvid.register.actions import contacts, followups, freezing, known, outreach, periods, tidying
from bredvid.register.importing.withdrawing import withdraw
from bredvid.register.models import Contact, Outreach, PeriodYear, SheetImport, Unit
from bredvid.register.tests.makers import QUICK, contact, stored, unit

pytestmark = pytest.mark.django_db
CARD: dict[str, Any] = {"month": 202611, "place": 0, "values": stored(**QUICK)}
EVENING: dict[str, Any] = {"month": 202611, "place": 0, "values": {}}


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


@pytest.fixture
def world():
    """A unit, an open period with a contact, a contact outside, a resting period and an evening out."""
    ours = unit()
    period, resting = (periods.open_period(unit=ours, staff=None) for _each in range(2))
    periods.add_contact(unit=ours, staff=None, period=period, **CARD)
    periods.rest(unit=ours, staff=None, period=resting, months={3})
    batch = SheetImport.objects.create(
        unit=ours, day=date(2026, 11, 1), rows=1, added=1, first_month=202501, last_month=202501
    )
    Contact.objects.filter(pk=contact(ours, 202501).pk).update(batch=batch)
    return {
        "unit": ours, "period": period, "resting": resting, "hers": period.contacts.get(), "alone": contact(ours),
        "batch": batch, "evening": Outreach.objects.create(unit=ours, month=202611),
    }  # fmt: skip


DEEDS: dict[str, Callable[[Any, Any], Any]] = {
    "count": lambda it, by: contacts.count(**by, **CARD),
    "count alike": lambda it, by: contacts.count_alike(**by, **CARD, key=1, times=2),
    "correct": lambda it, by: contacts.correct(**by, contact=it["hers"], **CARD),
    "remove": lambda it, by: contacts.remove(**by, contact=it["alone"]),
    "take back": lambda it, by: contacts.take_back(**by, ids=[it["alone"].pk]),
    "open": lambda it, by: periods.open_period(**by, contact=it["alone"].pk),
    "count in a period": lambda it, by: periods.add_contact(**by, period=it["period"], **CARD),
    "recode": lambda it, by: known.recode(**by, period=it["period"], values=stored(forms=["M2"])),
    "mark": lambda it, by: known.set_tally(**by, period=it["period"], tally=1),
    "rest": lambda it, by: periods.rest(**by, period=it["period"], months={3}),
    "close": lambda it, by: periods.close(**by, period=it["period"], closure=1),
    "reopen": lambda it, by: periods.reopen(**by, period=it["resting"]),
    "follow up": lambda it, by: followups.record(**by, period=it["resting"], outcome=followups.STOP),
    "evening": lambda it, by: outreach.record(**by, **EVENING),
    "correct an evening": lambda it, by: outreach.correct(**by, outreach=it["evening"], **EVENING),
    "remove an evening": lambda it, by: outreach.remove(**by, outreach=it["evening"]),
    "close a year": lambda it, by: freezing.freeze(**by, year=2025),
    "take an import back": lambda it, by: withdraw(unit=it["unit"], pk=it["batch"].pk, by=None),
    "tidy": lambda it, by: tidying._tidied(it["unit"].pk, date(2027, 11, 23)),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_unit_is_held_before_anything_else_is_asked(world, deed):
    with CaptureQueriesContext(connection) as asked:
        DEEDS[deed](world, {"unit": world["unit"], "staff": None})
    first = next(sql for each in asked if not (sql := each["sql"]).startswith("SAVEPOINT"))
    assert f'FROM "{Unit._meta.db_table}"' in first
    assert connection.vendor != "postgresql" or " FOR " in first


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_is_told_while_a_year_is_being_closed_counts_in_the_year_it_is_told():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    periods.add_contact(unit=ours, staff=None, period=period, **{**CARD, "month": 202512})
    periods.add_contact(unit=ours, staff=None, period=period, **{**CARD, "month": 202601})
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            freezing.freeze(unit=ours, staff=None, year=2025)
            telling = pool.submit(_tells, ours, period)
            sleep(0.5)
            assert not telling.done(), "it waits for the year to be closed"
        telling.result(timeout=10)
    told = dict(PeriodYear.objects.values_list("year", "forms"))
    assert told == {2025: stored(forms=["P1"])["forms"], 2026: stored(forms=["M2"])["forms"]}


def _tells(unit, period):
    try:
        known.recode(unit=unit, staff=None, period=period, values=stored(forms=["M2"]))
    finally:
        connections.close_all()
