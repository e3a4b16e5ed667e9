"""The month's contacts: in no order of time, one's own only, corrected and removed while the year is open."""

import re
from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.models import Contact, FrozenYear, SupportPeriod
from bredvid.register.tests.makers import QUICK, client_of, contact, stored, unit
from bredvid.register.views.contacts import PER_PAGE

pytestmark = pytest.mark.django_db
LIST = "/personal/register/kontakter/"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


@pytest.fixture
def ours():
    return unit()


@pytest.fixture
def worker(ours):
    return client_of(ours)


def corrected(**changed):
    return {**QUICK, "month": "202611", "place": "9001", **changed}


def test_a_month_shows_its_own_contacts_in_words(worker, ours):
    contact(ours, channel="CHATT", forms=["P3"])
    contact(ours, month=202610, channel="MÖTE")
    contact(unit(), channel="EPOST")
    words = worker.get(LIST).content.decode()
    assert "Chatt · Hon själv" in words
    assert "Sugardejting" in words
    assert "Möte ·" not in words
    assert "E-post ·" not in words
    assert "Möte ·" in worker.get(LIST, {"manad": "202610"}).content.decode()


def test_the_order_is_of_codes_and_tells_nothing_of_when(worker, ours):
    codes = ["MÖTE", "TEL", "CHATT", "TEL", "EPOST"]
    for channel in codes:
        contact(ours, channel=channel)
    forwards = [line.contact.channel for line in worker.get(LIST).context["lines"]]
    assert forwards == sorted(forwards)
    same = [line.contact.pk for line in worker.get(LIST).context["lines"] if line.contact.channel == 1]
    assert same == sorted(same), "the same codes stand by their random numbers"


@pytest.mark.parametrize("month", ["202612", "190001", "202600"])
def test_a_month_that_has_not_come_or_is_none_is_not_there(worker, month):
    assert worker.get(LIST, {"manad": month}).status_code == 404


def test_a_month_that_is_no_number_is_this_one(worker):
    assert worker.get(LIST, {"manad": "x"}).context["month"] == 202611


def test_nothing_but_month_and_page_is_heard(worker, ours):
    contact(ours)
    contact(ours, who="YRK")
    plain = worker.get(LIST)
    for name in ("forms", "who", "age", "q", "place", "period"):
        assert len(worker.get(LIST, {name: "1"}).context["lines"]) == len(plain.context["lines"])


def test_a_large_month_has_pages(worker, ours):
    Contact.objects.bulk_create([Contact(unit=ours, month=202611, channel=1, who=1) for _ in range(PER_PAGE + 3)])
    first, second = worker.get(LIST), worker.get(LIST, {"sida": 2})
    assert (len(first.context["lines"]), len(second.context["lines"])) == (PER_PAGE, 3)
    assert not {x.contact.pk for x in first.context["lines"]} & {x.contact.pk for x in second.context["lines"]}


def test_a_contact_of_a_period_is_marked_and_leads_to_no_period(worker, ours):
    period = SupportPeriod.objects.create(unit=ours, number=41_897, alias=77_777, opened_month=202611)
    contact(ours, period=period)
    words = worker.get(LIST).content.decode()
    assert "i en stödperiod" in words
    assert "41897" not in words
    assert "77777" not in words


def test_a_contact_is_corrected_on_the_same_card(worker, ours):
    made = contact(ours, forms=["P1"], naming="ORD2")
    page = worker.get(f"{LIST}{made.pk}/")
    assert re.findall(r'name="forms" value="([^"]*)"[^>]* checked', page.content.decode()) == ["P1"]
    answer = worker.post(f"{LIST}{made.pk}/", corrected(forms=["M2"], month="202610"))
    assert answer["Location"] == f"{LIST}?manad=202610&klart=rattad"
    made.refresh_from_db()
    assert (made.forms, made.naming, made.month) == (1 << 6, 0, 202610)
    assert Contact.objects.count() == 1


def test_what_was_not_filled_in_may_stay_so_but_what_was_may_not_be_emptied(worker, ours):
    tallied = Contact.objects.create(unit=ours, month=202611, channel=1, who=1, tallied=True)
    assert "kan fyllas i" in worker.get(LIST).content.decode()
    moved = {"channel": "CHATT", "who": "HON", "month": "202611", "place": "9001"}
    assert worker.post(f"{LIST}{tallied.pk}/", moved).status_code == 302
    tallied.refresh_from_db()
    assert (tallied.channel, tallied.tallied) == (2, True)
    assert worker.post(f"{LIST}{tallied.pk}/", {**moved, "who": ""}).status_code == 422
    worker.post(f"{LIST}{tallied.pk}/", corrected())
    tallied.refresh_from_db()
    assert not tallied.tallied
    assert "kan fyllas i" not in worker.get(LIST).content.decode()


def test_a_contact_is_removed(worker, ours):
    made = contact(ours)
    answer = worker.post(f"{LIST}{made.pk}/ta-bort/")
    assert "Borttaget." in worker.get(answer["Location"]).content.decode()
    assert not Contact.objects.exists()
    assert worker.post(f"{LIST}{made.pk}/ta-bort/").status_code == 404


def headers(answer):
    """What stands above a page, without the second it was made in."""
    return {name: value for name, value in answer.headers.items() if name != "Expires"}


@pytest.mark.parametrize(("way", "method"), [("", "get"), ("", "post"), ("ta-bort/", "post")])
def test_a_foreign_contact_and_one_that_never_was_are_answered_alike(worker, way, method):
    # Given a number that no contact has
    address = f"{LIST}123456789/{way}"
    never = getattr(worker, method)(address, corrected())
    # When another unit's contact has it
    theirs = Contact.objects.create(pk=123456789, unit=unit(), month=202611, **stored(**QUICK))
    foreign = getattr(worker, method)(address, corrected())
    # Then nothing tells the two apart
    assert never.status_code == foreign.status_code == 404
    assert never.content == foreign.content
    assert headers(never) == headers(foreign)
    assert Contact.objects.get() == theirs
    assert worker.get(f"{LIST}{1 << 70}/").status_code == 404


def test_a_closed_year_is_shown_and_not_touched(worker, ours):
    made = contact(ours, month=202503)
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    page = worker.get(LIST, {"manad": "202503"}).content.decode()
    assert "Året är stängt" in page
    assert f"{LIST}{made.pk}/" not in page
    assert worker.post(f"{LIST}{made.pk}/", corrected()).status_code == 409
    assert worker.post(f"{LIST}{made.pk}/ta-bort/").status_code == 409
    made.refresh_from_db()
    assert made.month == 202503
