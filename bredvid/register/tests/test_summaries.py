"""Kept sums: right, final when closed, and never older than the rows they stand for."""

from typing import Any

import pytest

from bredvid.register.actions import summaries as touching
from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, Summary
from bredvid.register.reads import summaries
from bredvid.register.reads.summaries import month_figures, year_figures
from bredvid.register.rules import sums
from bredvid.register.tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return makers.unit()


def contacts_of(unit, month=202611) -> int:
    return sums.count(month_figures(unit, month), sums.CONTACTS)


def everything(unit):
    codes: dict[str, Any]
    """A row with every code of every variable."""
    for variable in current().on("contact"):
        for code in variable.codes:
            codes = {variable.column: [code.code]}
            makers.contact(unit, **codes)
    for model, what, more in (
        (CountedYear, "year", {"year": 2026, "quarter": 4}),
        (FollowUpAnswer, "answer", {"month": 202611, "months": 3}),
        (Outreach, "outreach", {"month": 202611, "reached": 4}),
    ):
        for variable in current().on(what):
            for code in variable.codes:
                model.objects.create(unit=unit, **more, **makers.stored(**{variable.column: [code.code]}))
    for again in (True, False):
        CountedYear.objects.create(unit=unit, year=2026, quarter=1, first=again, **makers.stored(forms=["P1"]))


def test_sums_hold_only_columns_and_codes_of_the_codebook(unit):
    everything(unit)
    for figures in (month_figures(unit, 202611), year_figures(unit, 2026)):
        assert figures
        for name, counts in figures.items():
            for key, number in counts.items():
                assert sums.is_known(name, key), (name, key)
                assert type(number) is int


@pytest.mark.parametrize(
    ("name", "key"),
    [("anna", "1"), ("channel", "99"), ("channel", "Anna"), ("contacts", "phone"), ("forms/groups", "X"),
     ("unmet×unmet_why", "1"), ("unmet×unmet_why", "1×99"), ("forms/anna", "1"), ("place", "180"), ("reached", "0")],
)  # fmt: skip
def test_anything_else_is_told_from_them(name, key):
    assert not sums.is_known(name, key)


def test_a_sum_that_is_kept_is_not_counted_again(unit, django_assert_num_queries):
    makers.contact(unit)
    contacts_of(unit)
    with django_assert_num_queries(2):  # which years are closed, and what is kept
        assert contacts_of(unit) == 1


def test_a_change_makes_it_counted_again(unit):
    makers.contact(unit)
    contacts_of(unit)
    makers.contact(unit)
    touching.touch(unit, months=[202611])
    assert contacts_of(unit) == 2


@pytest.mark.parametrize("kept_before", [False, True], ids=["never counted", "counted before"])
def test_whoever_counted_before_a_change_does_not_keep_what_she_counted(unit, monkeypatch, kept_before):
    # Given somebody who counts
    makers.contact(unit)
    if kept_before:
        contacts_of(unit)
        touching.touch(unit, months=[202611])
    count = summaries.count_months

    def count_while_somebody_writes(unit, months):
        counted = count(unit, months)
        # When a contact is counted between her counting and her keeping
        makers.contact(unit)
        touching.touch(unit, months=[202611])
        return counted

    monkeypatch.setattr(summaries, "count_months", count_while_somebody_writes)
    assert contacts_of(unit) == 1
    monkeypatch.undo()
    # Then the next reader counts again
    assert contacts_of(unit) == 2


def test_two_who_count_at_once_keep_one_sum(unit, monkeypatch):
    makers.contact(unit)
    count = summaries.count_months

    def count_twice(unit, months):
        monkeypatch.undo()
        contacts_of(unit)
        return count(unit, months)

    monkeypatch.setattr(summaries, "count_months", count_twice)
    assert contacts_of(unit) == 1
    assert Summary.objects.filter(unit=unit).count() == 1


def test_a_month_with_nothing_is_kept_too(unit, django_assert_num_queries):
    assert month_figures(unit, 202611) == {}
    with django_assert_num_queries(2):
        assert month_figures(unit, 202611) == {}


def test_sums_thrown_away_are_made_again(unit):
    makers.contact(unit)
    contacts_of(unit)
    Summary.objects.all().delete()
    assert contacts_of(unit) == 1


def test_another_units_rows_are_not_in_it(unit):
    makers.contact(makers.unit())
    assert contacts_of(unit) == 0
    assert Contact.objects.count() == 1


def test_not_counted_at_an_outreach_is_not_nobody(unit):
    for reached in (None, 0, 7):
        Outreach.objects.create(unit=unit, month=202611, reached=reached)
    figures = month_figures(unit, 202611)
    assert sums.count(figures, sums.OUTREACH, sums.EVENTS) == 3
    assert sums.count(figures, sums.OUTREACH, sums.REACHED) == 7
    assert sums.count(figures, sums.OUTREACH, sums.REACHED + sums.COUNTED) == 2
    assert sums.count(figures, sums.OUTREACH, sums.CONVERSATIONS + sums.COUNTED) == 0
