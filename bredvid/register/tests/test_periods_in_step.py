"""What is known of her stays in step with her contacts, also when a card is sent again or a contact is taken back."""

from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.actions import contacts, known, periods
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import CountedYear, FrozenYear, PeriodYear
from bredvid.register.reads.summaries import count_years, year_figures
from bredvid.register.reads.yearly import supported
from bredvid.register.tests.makers import QUICK, stored, unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


def told(of, period, *, key=None, month=202611, **codes):
    values = stored(**{**QUICK, **codes})
    return periods.add_contact(unit=of, staff=None, period=period, month=month, place=0, values=values, key=key)


def test_a_card_sent_again_later_does_not_bring_back_what_it_said():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    told(ours, period, key=7, age="18-24")
    told(ours, period, key=8, age="25-39")
    kept = year_figures(ours, 2026)
    told(ours, period, key=7, age="18-24")
    assert PeriodYear.objects.get().age == stored(age="25-39")["age"]
    assert kept == year_figures(ours, 2026) == count_years(ours, [2026])[2026]


def test_what_a_contact_of_a_period_says_is_known_of_her_whoever_counts_it():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    contacts.count(unit=ours, staff=None, month=202611, place=0, values=stored(**QUICK), period=period)
    assert PeriodYear.objects.get(period=period).first


def test_a_year_in_which_she_was_not_counted_does_not_keep_her_from_being_counted():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    made = told(ours, period)
    known.set_tally(unit=ours, staff=None, period=period, tally=1)
    contacts.remove(unit=ours, staff=None, contact=made)
    periods.rest(unit=ours, staff=None, period=period, months={3})
    assert not CountedYear.objects.get().first, "a mark without a contact is no woman of the year"
    periods.reopen(unit=ours, staff=None, period=period)
    told(ours, period)
    assert PeriodYear.objects.get().first


def test_a_mark_without_a_contact_is_no_woman_of_the_year():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    known.set_tally(unit=ours, staff=None, period=period, tally=1)
    assert supported(ours, 2026).any_form.low == supported(ours, 2026).women == 0
    told(ours, period)
    assert supported(ours, 2026).any_form.low == supported(ours, 2026).women == 1


def women_of(ours, year):
    answer = supported(ours, year)
    return answer.women, answer.any_form.low, answer.any_form.high


def test_what_is_corrected_in_a_year_without_a_contact_makes_no_woman_of_that_year():
    # Given somebody who was supported in 2025, a year that is final
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    told(ours, period, month=202512)
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    # When a colleague corrects a code in November 2026
    with pytest.raises(RegisterRefused, match="2025"):
        known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    # Then nobody is supported in 2026 for that, and what she tells when she is met counts then
    assert women_of(ours, 2026) == (0, 0, 0)
    told(ours, period)
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    assert women_of(ours, 2026) == (1, 1, 1)


def test_a_mark_of_a_year_without_a_contact_takes_no_codes_of_hers():
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    told(ours, period, month=202512)
    known.set_tally(unit=ours, staff=None, period=period, tally=1)
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    before, now = PeriodYear.objects.order_by("year")
    assert (before.forms, now.forms, now.tally) == (stored(forms=["M2"])["forms"], 0, 1)
    assert women_of(ours, 2026) == (0, 0, 0)


def test_opening_is_support_so_what_is_known_then_makes_her_one_of_that_year(monkeypatch):
    ours = unit()
    first, second = (periods.open_period(unit=ours, staff=None) for _each in range(2))
    known.set_tally(unit=ours, staff=None, period=second, tally=1)
    known.recode(unit=ours, staff=None, period=second, values=stored(forms=["P1"]))
    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 10))
    known.recode(unit=ours, staff=None, period=first, values=stored(forms=["P1"]))
    assert women_of(ours, 2026) == (2, 2, 2)
    assert women_of(ours, 2027) == (0, 0, 0)


def test_opening_again_after_a_rest_is_support_too(monkeypatch):
    ours = unit()
    period = periods.open_period(unit=ours, staff=None)
    told(ours, period)
    periods.rest(unit=ours, staff=None, period=period, months={3})
    monkeypatch.setattr(clock, "today", lambda: date(2027, 1, 10))
    periods.reopen(unit=ours, staff=None, period=period)
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    assert (women_of(ours, 2026), women_of(ours, 2027)) == ((1, 1, 1), (1, 1, 1))
