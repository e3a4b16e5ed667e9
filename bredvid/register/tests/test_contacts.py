"""Counting a contact, correcting it, taking it back: once, in an open month, in one's own unit."""

from datetime import date

import pytest
from django.test import override_settings

from bredvid.register import clock
from bredvid.register.actions import contacts
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import AccessEntry, Contact, FrozenYear, Summary, SupportPeriod
from bredvid.register.tests.makers import QUICK, contact, staff_of, stored, unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


def counted(of, **options):
    options = {"month": 202611, "place": 9001, "values": stored(**QUICK), **options}
    return contacts.count(unit=of, staff=staff_of(of), **options)


def frozen(of, year):
    FrozenYear.objects.create(unit=of, year=year, frozen_on=date(year + 1, 2, 1), figures={})


def test_a_contact_is_counted_in_codes():
    ours = unit()
    made = Contact.objects.get(pk=counted(ours).pk)
    assert (made.unit, made.month, made.place, made.tallied, made.in_period) == (ours, 202611, 9001, False, False)
    assert (made.channel, made.who, made.age) == (1, 1, 2)
    assert made.unmet == 1 << 59
    assert made.naming == 0


def test_the_same_card_sent_twice_counts_once():
    ours = unit()
    first, second = counted(ours, key=77), counted(ours, key=77)
    assert first.pk == second.pk
    assert Contact.objects.count() == 1


def test_a_key_of_another_unit_is_no_key_here():
    theirs, ours = unit(), unit()
    counted(theirs, key=77)
    made = counted(ours, key=77)
    assert made.unit == ours
    assert Contact.objects.filter(unit=theirs).count() == 1


def test_a_key_that_is_a_telephone_number_is_not_kept():
    ours = unit()
    telephone = 46701234567
    assert counted(ours, key=telephone).pk != telephone
    # And nobody can say from the number of a row which key it came with, without the house's secret.
    with override_settings(SECRET_KEY="another"):  # noqa: S106 (of nothing)
        assert contacts.number_of(ours, telephone) != Contact.objects.get().pk


def test_several_alike_are_counted_once_each_and_together_once():
    ours = unit()
    for _ in range(2):
        contacts.count_alike(unit=ours, staff=None, month=202611, place=0, values=stored(**QUICK), key=5, times=12)
    assert Contact.objects.filter(unit=ours).count() == 12


@pytest.mark.parametrize("times", [0, 51])
def test_nobody_and_more_than_fifty_are_not_counted_at_once(times):
    with pytest.raises(RegisterRefused):
        contacts.count_alike(unit=unit(), staff=None, month=202611, place=0, values={}, key=5, times=times)
    assert not Contact.objects.exists()


@pytest.mark.parametrize("month", [202612, 202613, 0, 20261])
def test_a_month_that_has_not_come_or_is_none_is_refused(month):
    with pytest.raises(RegisterRefused):
        counted(unit(), month=month)


def test_yesterday_may_be_last_month():
    assert counted(unit(), month=202610).month == 202610


def test_a_closed_year_takes_no_contact():
    ours = unit()
    frozen(ours, 2025)
    with pytest.raises(RegisterRefused, match="2025"):
        counted(ours, month=202512)
    assert counted(unit(), month=202512).month == 202512, "closed for one is open for another"


@pytest.mark.parametrize(
    "values",
    [
        {"channel": 99}, {"channel": -1}, {"forms": 1 << 40}, {"forms": -1}, {"name": 1}, {"month": 202611},
        {"unmet": (1 << 59) + 1}, {"support": (1 << 60) + (1 << 61)},
    ],
)  # fmt: skip
def test_what_the_codebook_does_not_know_is_refused(values):
    with pytest.raises(RegisterRefused):
        counted(unit(), values=values)
    assert not Contact.objects.exists()


def test_a_reason_without_a_need_is_not_kept():
    made = counted(unit(), values=stored(**{**QUICK, "unmet_why": ["PLATS"]}))
    assert made.unmet_why == 0
    made = counted(unit(), values=stored(**{**QUICK, "unmet": ["P4"], "unmet_why": ["PLATS"]}))
    assert made.unmet_why == 1 << 4


def test_a_contact_of_a_period_says_so_and_a_foreign_period_is_none():
    ours, theirs = unit(), unit()
    period = SupportPeriod.objects.create(unit=ours, number=3, alias=8, opened_month=202611)
    made = counted(ours, period=period)
    assert made.in_period
    with pytest.raises(RegisterRefused):
        counted(theirs, period=period)


def test_counting_raises_the_version_of_its_months_sums_and_is_logged_once_a_day_without_content():
    ours = unit()
    staff = staff_of(ours)
    for key in (1, 2):
        contacts.count(unit=ours, staff=staff, month=202610, place=0, values=stored(**QUICK), key=key)
    assert {(each.span, each.key, each.version) for each in Summary.objects.all()} == {(1, 202610, 3)}
    [entry] = AccessEntry.objects.all()
    assert (entry.staff, entry.day, entry.deed, entry.number) == (staff, date(2026, 11, 23), 1, 0)


def test_correcting_replaces_and_leaves_no_trace_of_the_earlier_guess():
    ours = unit()
    made = counted(ours, values=stored(**QUICK, naming="ORD2"))
    values = stored(**{**QUICK, "forms": ["M2"]})
    contacts.correct(unit=ours, staff=None, contact=made, values=values, month=202509, place=0)
    now = Contact.objects.get()
    assert (now.pk, now.forms, now.naming, now.month, now.place) == (made.pk, 1 << 6, 0, 202509, 0)
    assert {each.key for each in Summary.objects.all()} == {202611, 202509}


@pytest.mark.parametrize(("of", "to"), [(202512, 202601), (202601, 202512)])
def test_nothing_is_moved_out_of_or_into_a_closed_year(of, to):
    ours = unit()
    made = contact(ours, month=of)
    frozen(ours, 2025)
    with pytest.raises(RegisterRefused):
        contacts.correct(unit=ours, staff=None, contact=made, values=stored(**QUICK), month=to, place=0)
    made.refresh_from_db()
    assert made.month == of


def test_a_tallied_contact_is_so_until_the_card_is_filled_in():
    ours = unit()
    made = counted(ours, values=stored(channel="TEL", who="HON"), tallied=True)
    options = {"unit": ours, "staff": None, "contact": made, "month": 202611, "place": 0}
    assert contacts.correct(**options, values=stored(channel="CHATT", who="HON")).tallied
    assert not contacts.correct(**options, values=stored(**QUICK)).tallied


def test_removing_leaves_nothing_and_not_in_a_closed_year():
    ours = unit()
    kept, gone = contact(ours, month=202511), contact(ours)
    frozen(ours, 2025)
    contacts.remove(unit=ours, staff=None, contact=gone)
    with pytest.raises(RegisterRefused):
        contacts.remove(unit=ours, staff=None, contact=kept)
    assert list(Contact.objects.all()) == [kept]


def test_taking_back_twice_takes_back_once():
    ours = unit()
    ids = [contact(ours).pk, contact(ours).pk]
    assert contacts.take_back(unit=ours, staff=None, ids=ids) == 2
    assert contacts.take_back(unit=ours, staff=None, ids=ids) == 0


def test_a_foreign_contact_is_neither_corrected_nor_removed():
    made, theirs = contact(unit()), unit()
    with pytest.raises(RegisterRefused):
        contacts.correct(unit=theirs, staff=None, contact=made, values=stored(**QUICK), month=202611, place=0)
    with pytest.raises(RegisterRefused):
        contacts.remove(unit=theirs, staff=None, contact=made)
    assert contacts.take_back(unit=theirs, staff=None, ids=[made.pk]) == 0
    assert Contact.objects.get() == made
