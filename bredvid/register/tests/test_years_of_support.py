"""Years of support with a moving clock, against a plain model: nothing kept longer than promised, nothing due missed,
and every year's women as many as they were, before and after what is destroyed.

The model knows each woman by a name of its own and keeps her for ever. The register must count as it does.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bredvid.register import clock
from bredvid.register.actions import followups, known, periods, tidying
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import (
    Contact,
    CountedYear,
    FollowUp,
    FollowUpAnswer,
    FrozenYear,
    PeriodYear,
    SupportPeriod,
    Unit,
)
from bredvid.register.reads import due, periods as reads
from bredvid.register.rules import following, merging
from bredvid.register.tests.makers import stored, unit

pytestmark = pytest.mark.django_db
State = SupportPeriod.State
FORMS = ["P1", "P4", "M2", "T1", "U1"]
CARD = stored(channel="TEL", who="HON", situation="PÅG", age="18-24", support="E1", unmet=["INGET"])


class Woman:
    """What the model knows: everything, for ever."""

    def __init__(self, number, year):
        self.number = number
        self.opened = year
        # The years of the contacts that are still known to be hers.
        self.met: set[int] = set()
        self.state = "open"
        self.closed_on = date.max
        self.dues = []
        # Years whose rows are counted for good, each with its forms, and those that live.
        self.done: list[tuple[int, bool, int]] = []
        self.living: dict[int, tuple[bool, int]] = {}
        self.contacts: Counter[int] = Counter()

    def tells(self, year, forms):
        first, known = self.living.get(year, (False, 0))
        newest = max((done for done, _, _ in self.done), default=0)
        self.living[year] = (first or year > newest, merging.merged({"forms": known}, {"forms": forms})["forms"])

    def is_counted_for_good(self):
        self.done += [(year, first, forms) for year, (first, forms) in self.living.items()]
        self.living, self.met = {}, set()

    def supported(self, frozen):
        """The years, not final, in which a code can be corrected: with a contact, else the one it was opened in."""
        years = [year for year, (first, _) in self.living.items() if (first or year in self.met) and year not in frozen]
        return years or [year for year in [self.opened] if year not in frozen]

    def passes(self, today):
        """What days do by themselves. Says how many follow-ups were missed."""
        missed = 0
        while self.state == "resting" and self.dues and today > self.dues[0] + timedelta(days=60):
            last = self.dues.pop(0) + timedelta(days=60)
            missed += 1
            if not self.dues:
                self.state, self.closed_on = "closed", last
        if self.state == "closed" and today >= self.closed_on + timedelta(days=90):
            self.state = "gone"
            self.is_counted_for_good()
        return missed


class Support(RuleBasedStateMachine):
    """Deeds in any order, days that pass, and a keeper who tidies only now and then."""

    def __init__(self):
        super().__init__()
        self.alone = transaction.atomic()
        self.alone.__enter__()
        self.patch = pytest.MonkeyPatch()
        self.today = date(2026, 11, 20)
        self.patch.setattr(clock, "today", lambda: self.today)
        self.unit: Unit = unit()
        self.women: dict[int, Woman] = {}
        self.missed = 0
        self.answered = 0
        self.frozen: dict[int, list[tuple[bool, int, int]]] = {}

    def teardown(self):
        self.patch.undo()
        transaction.set_rollback(True)
        self.alone.__exit__(None, None, None)
        super().teardown()

    @property
    def month(self):
        return self.today.year * 100 + self.today.month

    def those(self, *states):
        return [woman for woman in self.women.values() if woman.state in states]

    def period(self, woman):
        return SupportPeriod.objects.get(unit=self.unit, number=woman.number)

    @rule(form=st.sampled_from(FORMS))
    def opens_and_counts(self, form):
        made = periods.open_period(unit=self.unit, staff=None)
        self.women[made.number] = Woman(made.number, self.today.year)
        self.counts(self.women[made.number], form)

    def counts(self, woman, form):
        forms = stored(forms=[form])
        periods.add_contact(
            unit=self.unit, staff=None, period=self.period(woman), month=self.month, place=0, values=CARD | forms
        )
        woman.tells(self.today.year, forms["forms"])
        woman.met.add(self.today.year)
        woman.contacts[self.month] += 1

    @precondition(lambda self: self.those("open"))
    @rule(data=st.data(), form=st.sampled_from(FORMS))
    def counts_again(self, data, form):
        self.counts(data.draw(st.sampled_from(self.those("open"))), form)

    @precondition(lambda self: self.those("open"))
    @rule(data=st.data(), form=st.sampled_from(FORMS))
    def corrects(self, data, form):
        woman = data.draw(st.sampled_from(self.those("open")))
        forms = stored(forms=[form])
        if not (years := woman.supported(self.frozen)):
            with pytest.raises(RegisterRefused):
                known.recode(unit=self.unit, staff=None, period=self.period(woman), values=forms)
            return
        known.recode(unit=self.unit, staff=None, period=self.period(woman), values=forms)
        for year in years:
            woman.tells(year, 0)
            woman.living[year] = (woman.living[year][0], forms["forms"])

    @precondition(lambda self: self.those("open"))
    @rule(data=st.data(), months=st.sets(st.sampled_from([3, 6, 12]), min_size=1))
    def rests(self, data, months):
        woman = data.draw(st.sampled_from(self.those("open")))
        periods.rest(unit=self.unit, staff=None, period=self.period(woman), months=months)
        woman.state = "resting"
        woman.dues = [following.due_on(self.today, term) for term in sorted(months)]
        woman.is_counted_for_good()
        woman.opened = self.today.year

    @precondition(lambda self: self.those("open", "resting"))
    @rule(data=st.data())
    def closes(self, data):
        woman = data.draw(st.sampled_from(self.those("open", "resting")))
        periods.close(unit=self.unit, staff=None, period=self.period(woman))
        woman.state, woman.closed_on, woman.dues = "closed", self.today, []

    @precondition(lambda self: self.those("closed", "resting"))
    @rule(data=st.data())
    def comes_back(self, data):
        woman = data.draw(st.sampled_from(self.those("closed", "resting")))
        periods.reopen(unit=self.unit, staff=None, period=self.period(woman))
        woman.state, woman.closed_on, woman.dues = "open", date.max, []
        woman.opened = woman.opened if woman.met or woman.living else self.today.year

    @precondition(lambda self: any(self.may_be_asked(woman) for woman in self.those("resting")))
    @rule(data=st.data(), outcome=st.sampled_from([followups.ANSWERED, followups.STOP]))
    def is_asked(self, data, outcome):
        woman = data.draw(st.sampled_from([each for each in self.those("resting") if self.may_be_asked(each)]))
        followups.record(unit=self.unit, staff=None, period=self.period(woman), outcome=outcome)
        self.answered += 1
        woman.dues.pop(0)
        if outcome == followups.STOP or not woman.dues:
            woman.state, woman.closed_on, woman.dues = "closed", self.today, []

    def may_be_asked(self, woman):
        return self.today >= woman.dues[0] - timedelta(days=30)

    @rule(days=st.sampled_from([1, 7, 31, 60, 61, 89, 90, 91, 151, 400]), tidies=st.booleans())
    def days_pass(self, days, tidies):
        self.today += timedelta(days=days)
        for woman in self.women.values():
            self.missed += woman.passes(self.today)
        if tidies:
            tidying.tidy()
            assert due.units_with_something_due(self.today, unit=self.unit) == []
            assert FollowUpAnswer.objects.filter(unit=self.unit).count() == self.answered + self.missed

    @precondition(lambda self: self.today.year - 1 not in self.frozen)
    @rule()
    def closes_the_year(self):
        year = self.today.year - 1
        FrozenYear.objects.create(unit=self.unit, year=year, frozen_on=self.today, figures={})
        self.frozen[year] = self.of_year(year)

    def of_year(self, year):
        rows = [
            *PeriodYear.objects.filter(period__unit=self.unit, year=year),
            *CountedYear.objects.filter(unit=self.unit, year=year),
        ]
        return sorted((row.first, row.forms, row.age) for row in rows)

    @invariant()
    def every_year_counts_as_the_model_does(self):
        expected = defaultdict(list)
        for woman in self.women.values():
            for year, first, forms in woman.done:
                expected[year].append((first, forms))
            for year, (first, forms) in woman.living.items():
                expected[year].append((first, forms))
        for year in range(2026, self.today.year + 1):
            assert [row[:2] for row in self.of_year(year)] == sorted(expected[year])
            women = {
                woman.number for woman in self.women.values()
                if any(each == year for each, _, _ in woman.done) or year in woman.living
            }  # fmt: skip
            assert sum(first for first, _, _ in self.of_year(year)) == len(women), "a woman counts once in a year"

    @invariant()
    def who_lives_on_is_a_woman_of_years_in_which_she_was_supported_only(self):
        for row in PeriodYear.objects.filter(first=True).select_related("period"):
            woman = self.women[row.period.number]
            assert row.year in {*woman.met, woman.opened}

    @invariant()
    def a_final_year_never_changes(self):
        for year, rows in self.frozen.items():
            assert self.of_year(year) == rows

    @invariant()
    def who_is_gone_is_not_seen_and_the_others_are(self):
        there = {woman.number for woman in self.women.values() if woman.state != "gone"}
        assert set(reads.there(self.unit).values_list("number", flat=True)) == there
        for woman in self.women.values():
            found = reads.with_number(self.unit, woman.number)
            assert (reads.seen(found).state.name.lower() if found else "gone") == woman.state

    @invariant()
    def nothing_due_is_missed(self):
        listed = {(row.number, row.due) for row in due.due_list(self.unit, today=self.today)}
        assert listed == {(woman.number, woman.dues[0]) for woman in self.those("resting")}

    @invariant()
    def what_rests_or_is_gone_leads_to_nobody(self):
        kept = SupportPeriod.objects.filter(unit=self.unit, state=State.RESTING)
        assert not PeriodYear.objects.filter(period__in=kept).exists()
        assert not Contact.objects.filter(period__in=kept).exists()
        living = sum((woman.contacts for woman in self.women.values()), Counter())
        assert Counter(Contact.objects.filter(unit=self.unit).values_list("month", flat=True)) == living

    @invariant()
    def after_tidying_nothing_is_kept_longer_than_promised(self):
        if due.units_with_something_due(self.today, unit=self.unit):
            return
        for period in SupportPeriod.objects.filter(unit=self.unit):
            woman = self.women[period.number]
            assert woman.state != "gone"
        assert FollowUp.objects.filter(period__unit=self.unit).count() == sum(
            len(woman.dues) for woman in self.women.values()
        )


def test_years_of_support_count_as_the_plain_model_does():
    run_state_machine_as_test(
        Support,
        settings=settings(
            max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
