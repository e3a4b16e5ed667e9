"""An open period that nobody closes does not live on unseen: after a year without a contact somebody is asked."""

from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.actions import periods
from bredvid.register.reads import due
from bredvid.register.rules import aliases
from bredvid.register.rules.retention import QUIET_MONTHS, quiet_since
from bredvid.register.tests.makers import QUICK, client_of, contact, stored, unit

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def with_contacts(of, *months):
    period = periods.open_period(unit=of, staff=None)
    for month in months:
        periods.add_contact(unit=of, staff=None, period=period, month=month, place=of.place, values=stored(**QUICK))
    return period


def numbers(of, today=TODAY):
    return [each.number for each in due.quiet(of, today=today)]


def test_a_year_is_twelve_whole_months_whatever_the_day():
    assert QUIET_MONTHS == 12
    assert [quiet_since(date(2026, 11, day)) for day in (1, 30)] == [202510, 202510]
    assert quiet_since(date(2026, 1, 1)) == 202412


def test_those_without_a_contact_for_a_year_stand_there_the_longest_quiet_first():
    ours = unit()
    later, earlier = with_contacts(ours, 202410, 202510), with_contacts(ours, 202503)
    with_contacts(ours, 202503, 202511), with_contacts(ours, 202611)
    with_contacts(unit(), 202503)
    contact(ours, month=202611)
    assert numbers(ours) == [earlier.number, later.number]
    assert [each.month for each in due.quiet(ours, today=TODAY)] == [202503, 202510]


def test_one_in_which_nothing_was_ever_counted_is_quiet_from_its_opening():
    ours = unit()
    period = with_contacts(ours)
    assert numbers(ours, date(2027, 11, 30)) == []
    assert numbers(ours, date(2027, 12, 1)) == [period.number]


def test_one_that_rests_or_is_closed_has_an_end_already():
    ours = unit()
    resting, closed = with_contacts(ours, 202503), with_contacts(ours, 202503)
    periods.rest(unit=ours, staff=None, period=resting, months={3})
    periods.close(unit=ours, staff=None, period=closed)
    assert numbers(ours) == []


def test_one_that_is_opened_again_after_a_rest_begins_anew(monkeypatch):
    ours = unit()
    period = with_contacts(ours, 202503)
    periods.rest(unit=ours, staff=None, period=period, months={12})
    monkeypatch.setattr(clock, "today", lambda: date(2027, 10, 1))
    periods.reopen(unit=ours, staff=None, period=period)
    assert numbers(ours, date(2028, 10, 31)) == []
    assert numbers(ours, date(2028, 11, 1)) == [period.number]


def test_the_page_asks_with_her_alias_the_month_and_a_way_to_her_page():
    ours = unit()
    client, heading = client_of(ours), "Ingen kontakt på ett år"
    assert heading not in client.get("/personal/register/stod/").content.decode()
    period = with_contacts(ours, 202503)
    shown = client.get("/personal/register/stod/").content.decode()
    assert heading in shown
    assert "ingen räknad sedan mars 2025" in shown
    assert (
        f'<a href="/personal/register/stod/{period.number}/"><strong>{aliases.name_of(period.alias)}</strong>' in shown
    )
