"""A closed year: its figures are final, whatever becomes of its rows."""

from datetime import date

import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.register import clock
from bredvid.register.actions import contacts, freezing
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, CountedYear, FrozenYear
from bredvid.register.reads.summaries import figures_of_months, month_figures, year_figures
from bredvid.register.reads.yearly import months_of, supported
from bredvid.register.rules import sums
from bredvid.register.tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def january(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 20))


@pytest.fixture
def unit():
    return makers.unit()


@pytest.fixture
def staff(unit):
    return makers.staff_of(unit, "coordinator")


def counted(unit, year=2025, **codes):
    return CountedYear.objects.create(unit=unit, year=year, quarter=1, **makers.stored(**codes))


def test_a_closed_year_reads_the_same_before_and_after(unit, staff):
    for month in (202501, 202506, 202512):
        makers.contact(unit, month, forms=["M2"])
    counted(unit, forms=["P1"])
    before = figures_of_months(unit, months_of(2025)), year_figures(unit, 2025), supported(unit, 2025)
    freezing.freeze(unit=unit, staff=staff, year=2025)
    assert (figures_of_months(unit, months_of(2025)), year_figures(unit, 2025), supported(unit, 2025)) == before


def test_it_stays_the_same_when_its_rows_are_gone(unit, staff):
    makers.contact(unit, 202506)
    counted(unit, forms=["P1"])
    freezing.freeze(unit=unit, staff=staff, year=2025)
    before = month_figures(unit, 202506), supported(unit, 2025)
    Contact.objects.all().delete()
    CountedYear.objects.all().delete()
    assert (month_figures(unit, 202506), supported(unit, 2025)) == before


def test_what_was_counted_is_counted_from_the_rows_and_not_from_older_sums(unit, staff):
    makers.contact(unit, 202506)
    month_figures(unit, 202506)
    makers.contact(unit, 202506)  # past the actions: the kept sum knows nothing of it
    freezing.freeze(unit=unit, staff=staff, year=2025)
    assert sums.count(month_figures(unit, 202506), sums.CONTACTS) == 2


def test_nothing_can_be_added_corrected_or_taken_back_in_it(unit, staff):
    contact = makers.contact(unit, 202506)
    freezing.freeze(unit=unit, staff=staff, year=2025)
    card = {"unit": unit, "staff": staff, "place": unit.place, "values": makers.stored(**makers.QUICK)}
    with pytest.raises(RegisterRefused):
        contacts.count(month=202507, **card)
    with pytest.raises(RegisterRefused):
        contacts.correct(contact=contact, month=202601, **card)
    with pytest.raises(RegisterRefused):
        contacts.remove(unit=unit, staff=staff, contact=contact)
    assert Contact.objects.get() == contact


@pytest.mark.parametrize("year", [2026, 2027, 2024])
def test_a_year_that_has_not_ended_or_holds_nothing_is_refused(unit, staff, year):
    makers.contact(unit, 202506)
    with pytest.raises(RegisterRefused):
        freezing.freeze(unit=unit, staff=staff, year=year)
    assert not FrozenYear.objects.exists()


def test_a_year_is_closed_once(unit, staff):
    makers.contact(unit, 202506)
    freezing.freeze(unit=unit, staff=staff, year=2025)
    with pytest.raises(RegisterRefused):
        freezing.freeze(unit=unit, staff=staff, year=2025)


def test_another_units_year_stays_open(unit, staff):
    other = makers.unit()
    makers.contact(unit, 202506)
    makers.contact(other, 202506)
    freezing.freeze(unit=unit, staff=staff, year=2025)
    contacts.count(unit=other, staff=None, month=202507, place=0, values={})
    assert sums.count(month_figures(other, 202507), sums.CONTACTS) == 1


def test_closing_is_written_in_the_log_of_the_house(unit, staff):
    makers.contact(unit, 202506)
    freezing.freeze(unit=unit, staff=staff, year=2025)
    entry = ActivityEntry.objects.get(action="year.freeze")
    assert (entry.staff, entry.subject) == (staff, f"{unit.organisation.code} 2025")
