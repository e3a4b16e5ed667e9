"""Support periods: opened, counted in, corrected, resting, closed and opened again."""

from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.actions import contacts, known, periods
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import (
    AccessEntry,
    Contact,
    CountedYear,
    FollowUp,
    FrozenYear,
    PeriodYear,
    SupportPeriod,
)
from bredvid.register.reads import periods as seen
from bredvid.register.reads.summaries import year_figures
from bredvid.register.rules import aliases, sums
from bredvid.register.tests.makers import QUICK, contact, staff_of, stored, unit

pytestmark = pytest.mark.django_db
State = SupportPeriod.State
DONE = current().variable("V24").stored(["HON-KLAR"])


@pytest.fixture(autouse=True)
def today(monkeypatch):
    travel(monkeypatch, date(2026, 11, 23))


def travel(monkeypatch, day):
    monkeypatch.setattr(clock, "today", lambda: day)


def opened(of, **options):
    return periods.open_period(unit=of, staff=None, **options)


def told(of, period, month=202611, **codes):
    values = stored(**{**QUICK, **codes})
    return periods.add_contact(unit=of, staff=None, period=period, month=month, place=of.place, values=values)


def frozen(of, year):
    FrozenYear.objects.create(unit=of, year=year, frozen_on=date(year + 1, 2, 1), figures={})


def forms(*codes):
    return stored(forms=list(codes))["forms"]


def test_a_period_gets_the_next_number_and_two_words_of_its_own():
    ours, theirs = unit(), unit()
    first, second, foreign = opened(ours), opened(ours), opened(theirs)
    assert (first.number, second.number, foreign.number) == (1, 2, 1)
    assert first.alias != second.alias
    assert aliases.words_of(first.alias)
    assert not PeriodYear.objects.exists(), "a woman is counted when something is known of her"


def test_a_number_is_never_used_again():
    ours = unit()
    opened(ours).delete()
    assert opened(ours).number == 2


def test_a_contact_just_counted_joins_the_period_opened_after_it():
    ours = unit()
    counted = contact(ours, month=202610)
    period = opened(ours, contact=counted.pk)
    counted.refresh_from_db()
    [year] = period.years.all()
    assert (counted.period, counted.in_period, period.opened_month) == (period, True, 202610)
    assert (year.year, year.first, year.first_month, year.forms) == (2026, True, 202610, forms("P1"))


def test_a_foreign_contact_one_of_a_period_and_one_of_a_final_year_join_nothing():
    ours = unit()
    in_a_period = told(ours, opened(ours))
    old = contact(ours, month=202512)
    frozen(ours, 2025)
    for key in (contact(unit()).pk, in_a_period.pk, old.pk, 1):
        with pytest.raises(RegisterRefused):
            opened(ours, contact=key)
    assert SupportPeriod.objects.count() == 1


def test_contacts_put_together_what_is_known_of_her_in_the_year():
    ours = unit()
    period = opened(ours)
    told(ours, period, forms=["U1"], age="OK", material="SPRIDD")
    told(ours, period, forms=["P3"], age="18-24", material="FINNS")
    told(ours, period, forms=["M2"], age="OK", unmet=["P4"], unmet_why=["PLATS"])
    [year] = PeriodYear.objects.all()
    assert year.forms == forms("P3", "M2")
    assert (year.age, year.material) == tuple(stored(age="18-24", material="SPRIDD").values())
    assert (year.unmet, year.unmet_why) == tuple(stored(unmet=["P4"], unmet_why=["PLATS"]).values())


def test_a_card_sent_twice_is_one_contact_and_does_not_bring_back_what_was_corrected():
    ours = unit()
    period = opened(ours)
    card = {"unit": ours, "staff": None, "period": period, "month": 202611, "place": 0, "key": 5}
    periods.add_contact(**card, values=stored(**QUICK))
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    periods.add_contact(**card, values=stored(**QUICK))
    assert Contact.objects.get().forms == PeriodYear.objects.get().forms == forms("M2")


def test_a_form_told_later_takes_the_place_of_the_guess_and_nothing_says_what_it_was():
    ours = unit()
    period = opened(ours)
    told(ours, period, month=202512, forms=["P4"])
    told(ours, period, forms=["P4", "T1"])
    guess = current().variable("V08").by_code["P4"].number
    assert [sums.count(year_figures(ours, year), "forms", guess) for year in (2025, 2026)] == [1, 1]
    known.recode(unit=ours, staff=staff_of(ours), period=period, values=stored(forms=["M2"], age="40+"))
    rows = [*Contact.objects.all(), *PeriodYear.objects.all()]
    assert len(rows) == 4
    assert {(row.forms, row.age) for row in rows} == {(forms("M2"), stored(age="40+")["age"])}
    assert [sums.count(year_figures(ours, year), "forms", guess) for year in (2025, 2026)] == [0, 0]
    entry = AccessEntry.objects.get(deed=current().variable("S02").stored(["ÄNDRAT"]))
    assert (entry.number, entry.day) == (period.number, date(2026, 11, 23))


def test_a_final_year_stays_and_what_is_told_then_counts_in_the_year_it_is_told():
    ours = unit()
    period = opened(ours)
    first = told(ours, period, month=202512)
    frozen(ours, 2025)
    told(ours, period)
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    first.refresh_from_db()
    before, now = PeriodYear.objects.order_by("year")
    assert (before.year, before.forms, first.forms) == (2025, forms("P1"), forms("P1"))
    assert (now.year, now.first, now.forms) == (2026, True, forms("M2"))


@pytest.mark.parametrize(
    "values", [{"support": 1}, {"unmet": 1}, {"channel": 1}, {"forms": 1 << 40}, {"first": 0}, {"closure": 1}]
)
def test_what_was_given_and_what_the_codebook_does_not_know_is_not_corrected_on_the_period(values):
    ours = unit()
    with pytest.raises(RegisterRefused):
        known.recode(unit=ours, staff=None, period=opened(ours), values=values)


def test_resting_leaves_only_alias_number_and_days():
    ours = unit()
    period = opened(ours)
    told(ours, period, month=202512)
    told(ours, period)
    periods.rest(unit=ours, staff=None, period=period, months={3, 12})
    period.refresh_from_db()
    assert (period.state, period.last_year, period.rested_on) == (State.RESTING, 2026, date(2026, 11, 23))
    assert list(FollowUp.objects.values_list("months", "due")) == [(3, date(2027, 2, 23)), (12, date(2027, 11, 23))]
    assert not PeriodYear.objects.exists()
    assert not Contact.objects.filter(period__isnull=False).exists()
    assert Contact.objects.filter(in_period=True).count() == 2
    assert sorted(CountedYear.objects.values_list("year", "first", "quarter")) == [(2025, True, 4), (2026, True, 4)]


@pytest.mark.parametrize("months", [set(), {1}, {3, 4}, {0}])
def test_she_is_asked_after_three_six_or_twelve_months(months):
    ours = unit()
    with pytest.raises(RegisterRefused):
        periods.rest(unit=ours, staff=None, period=opened(ours), months=months)


def test_a_resting_period_that_comes_back_is_not_counted_again_in_the_same_year():
    ours = unit()
    period = opened(ours)
    told(ours, period)
    periods.rest(unit=ours, staff=None, period=period, months={3})
    periods.reopen(unit=ours, staff=None, period=period)
    told(ours, period, forms=["M2"])
    period.refresh_from_db()
    assert period.state == State.OPEN
    assert not FollowUp.objects.exists()
    assert (CountedYear.objects.get().first, PeriodYear.objects.get().first) == (True, False)


def test_she_rests_again_and_is_still_one_woman_of_the_year():
    ours = unit()
    period = opened(ours)
    for _each in range(3):
        told(ours, period)
        periods.rest(unit=ours, staff=None, period=period, months={3})
        periods.reopen(unit=ours, staff=None, period=period)
    assert sorted(CountedYear.objects.values_list("first", flat=True)) == [False, False, True]


def test_but_she_is_in_the_next_year(monkeypatch):
    ours = unit()
    period = opened(ours)
    told(ours, period)
    periods.rest(unit=ours, staff=None, period=period, months={3})
    travel(monkeypatch, date(2027, 1, 10))
    periods.reopen(unit=ours, staff=None, period=period)
    told(ours, period, month=202701)
    assert PeriodYear.objects.get().first
    with pytest.raises(RegisterRefused, match="2026"):
        told(ours, period, month=202512)


def test_closing_says_which_day_it_is_destroyed_and_why_it_ended():
    ours = unit()
    period = opened(ours)
    told(ours, period)
    assert periods.close(unit=ours, staff=None, period=period, closure=DONE) == date(2027, 2, 21)
    period.refresh_from_db()
    assert (period.state, period.closed_on) == (State.CLOSED, date(2026, 11, 23))
    assert PeriodYear.objects.get().closure == DONE


def test_closing_in_a_year_without_a_contact_makes_her_no_woman_of_that_year(monkeypatch):
    ours = unit()
    period = opened(ours)
    told(ours, period)
    frozen(ours, 2026)
    travel(monkeypatch, date(2027, 3, 1))
    periods.close(unit=ours, staff=None, period=period, closure=DONE)
    before, now = PeriodYear.objects.order_by("year")
    assert (before.closure, before.first, now.closure, now.first) == (0, True, DONE, False)
    periods.reopen(unit=ours, staff=None, period=period)
    assert PeriodYear.objects.get() == before


def test_a_closed_period_is_opened_again_for_ninety_days_and_not_longer(monkeypatch):
    ours = unit()
    period, gone = opened(ours), opened(ours)
    for each in (period, gone):
        told(ours, each)
        periods.close(unit=ours, staff=None, period=each, closure=DONE)
    travel(monkeypatch, date(2027, 2, 20))
    periods.reopen(unit=ours, staff=None, period=period)
    assert PeriodYear.objects.get(period=period).closure == 0
    travel(monkeypatch, date(2027, 2, 21))
    with pytest.raises(RegisterRefused):
        periods.reopen(unit=ours, staff=None, period=gone)
    assert seen.with_number(ours, gone.number) is None, "also before it has been tidied away"


def test_it_is_found_by_its_words_or_its_number_and_only_in_its_unit():
    ours, theirs = unit(), unit()
    period = opened(ours)
    first, second = aliases.words_of(period.alias)
    for text in (f"{first} {second}", f" {second.upper()}-{first} ", "1", "nr 1", "#1"):
        assert seen.find(ours, text) == period
        assert seen.find(theirs, text) is None
    for text in ("", first, "2", "Anna Andersson", "1 2", "P1", "9" * 40, f"{first} {second} {second}"):
        assert seen.find(ours, text) is None


def test_whether_she_carries_a_mark_is_noted_on_the_year():
    ours = unit()
    period = opened(ours)
    told(ours, period)
    known.set_tally(unit=ours, staff=None, period=period, tally=1)
    assert PeriodYear.objects.get().tally == 1
    with pytest.raises(RegisterRefused):
        known.set_tally(unit=ours, staff=None, period=period, tally=9)


def test_a_contact_taken_back_is_taken_out_of_what_is_known_and_leaves_no_year_behind():
    ours = unit()
    period = opened(ours)
    first, second = told(ours, period, forms=["P1"]), told(ours, period, forms=["M2"], age="40+")
    contacts.remove(unit=ours, staff=None, contact=second)
    year = PeriodYear.objects.get()
    assert (year.forms, year.age) == (forms("P1"), stored(age="18-24")["age"])
    contacts.remove(unit=ours, staff=None, contact=first)
    assert not PeriodYear.objects.exists(), "she is no woman of a year without a contact"


def test_a_contact_moved_to_another_year_moves_what_it_says():
    ours = unit()
    made = told(ours, opened(ours), month=202601)
    values = stored(**{**QUICK, "forms": ["M2"]})
    contacts.correct(unit=ours, staff=None, contact=made, values=values, month=202512, place=0)
    year = PeriodYear.objects.get()
    assert (year.year, year.forms, year.first, year.first_month) == (2025, forms("M2"), True, 202512)


def test_what_was_told_outlives_a_contact_taken_back():
    ours = unit()
    period = opened(ours)
    known.recode(unit=ours, staff=None, period=period, values=stored(forms=["M2"]))
    contacts.remove(unit=ours, staff=None, contact=told(ours, period, forms=["P3"]))
    assert PeriodYear.objects.get(year=2026).forms == forms("M2")
