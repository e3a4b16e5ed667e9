"""Kept sums are never counted wrong: rows put in and taken out again, and whatever is done in whatever order."""

from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from bredvid.register import clock
from bredvid.register.actions import contacts, known, outreach, periods, summaries as keeping
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, Summary, SupportPeriod, Unit
from bredvid.register.reads import summaries
from bredvid.register.reads.one_row import Row, stored_in
from bredvid.register.rules import sums
from bredvid.register.rules.months import of_day, plus, through
from bredvid.register.tests import test_every_number, test_holding
from bredvid.register.tests.makers import unit

STEPS, LOOKS = 200, 50
# What changes so many rows that the sums are made anew; the rest changes a few.
MANY = {"close a year", "take an import back"}
world, november = test_holding.world, test_holding.november
FLAGS = {Contact: ("in_period", "tallied"), CountedYear: ("first",)}


def rows_of(model, what, **numbers):
    """Rows with any codes at all of every variable."""
    codes = {
        each.column: st.sets(st.sampled_from([code.bit for code in each.codes])).map(sum)
        if each.is_multiple
        else st.sampled_from([0, *(code.number for code in each.codes)])
        for each in current().on(what)
    }
    flags = {flag: st.booleans() for flag in FLAGS.get(model, ())}
    return st.lists(st.builds(model, **codes, **flags, **numbers), max_size=4)


A_NUMBER = st.none() | st.integers(0, 50)
OF_A_MONTH = st.one_of(
    rows_of(Contact, "contact"),
    rows_of(FollowUpAnswer, "answer"),
    rows_of(Outreach, "outreach", reached=A_NUMBER, conversations=A_NUMBER),
)
OF_A_YEAR = rows_of(CountedYear, "year")


def summed(rows: list[Row], count, times: int = 1):
    return count([stored for row in rows for stored in stored_in(row, times)])


@pytest.mark.parametrize(("rows", "count"), [(OF_A_MONTH, sums.month_sums), (OF_A_YEAR, sums.year_sums)])
@given(data=st.data())
def test_the_sums_of_rows_together_are_their_sums_put_together_and_taking_out_undoes_putting_in(rows, count, data):
    some, more = data.draw(rows), data.draw(rows)
    together = summed(some + more, count)
    assert together == sums.plus([summed(some, count), summed(more, count)])
    assert sums.plus([together, summed(more, count, -1)]) == summed(some, count)


def kept_of(unit: Unit) -> dict[tuple[int, int], sums.Figures]:
    kept = Summary.objects.filter(unit=unit, figures__isnull=False)
    return {(each.span, each.key): each.figures for each in kept if each.figures is not None}


def counted_anew(unit: Unit, spans) -> dict[tuple[int, int], sums.Figures]:
    """The same spans, from the rows."""
    months, years = ([key for span, key in spans if span == which] for which in Summary.Span)
    found: dict[tuple[int, int], sums.Figures] = {}
    for span, counted in ((1, summaries.count_months(unit, months)), (2, summaries.count_years(unit, years))):
        found |= {(span, key): figures for key, figures in counted.items()}
    return found


def read_everything(unit: Unit, last: int) -> None:
    """Keeps the sums of the months until the last one, and of their years."""
    summaries.figures_of_months(unit, through(plus(last, -26), last))
    summaries.figures_of_years(unit, range(last // 100 - 2, last // 100 + 1))


@pytest.mark.django_db
@pytest.mark.parametrize("deed", sorted(test_holding.DEEDS.keys() - MANY))
def test_what_changes_a_few_rows_changes_the_sums_by_them_and_empties_none(world, deed):
    ours = world["unit"]
    read_everything(ours, 202712)  # tidying comes a year later
    test_holding.DEEDS[deed](world, {"unit": ours, "staff": None})
    assert not Summary.objects.filter(figures__isnull=True).exists()
    assert kept_of(ours) == counted_anew(ours, kept_of(ours))


class Walk(test_every_number.World):
    """Everything that is done there, and what else changes a few rows."""

    def goes_on(self) -> None:
        if self.random.random() < 0.7:
            super().goes_on()
            return
        deeds = [self.counts_alike, self.opens_with, self.marks, self.corrects_an_evening, self.takes_back]
        with suppress(RegisterRefused):
            self.random.choice(deeds)(self.random.choice(self.units))

    def one_of(self, rows):
        return self.some(rows.order_by("pk"))

    def counts_alike(self, unit: Unit) -> None:
        key, times = self.random.randrange(20), self.random.randint(1, 5)
        contacts.count_alike(**self.card(unit), values=self.values(), key=key, times=times)

    def opens_with(self, unit: Unit) -> None:
        periods.open_period(unit=unit, staff=None, contact=self.one_of(Contact.objects.filter(unit=unit)).pk)

    def marks(self, unit: Unit) -> None:
        period = self.one_of(SupportPeriod.objects.filter(unit=unit, state=SupportPeriod.State.OPEN))
        known.set_tally(unit=unit, staff=None, period=period, tally=self.code(current().by_column["tally"]))

    def corrects_an_evening(self, unit: Unit) -> None:
        evening = self.one_of(Outreach.objects.filter(unit=unit))
        outreach.correct(**self.card(unit), outreach=evening, values=self.values("outreach"), reached=3)

    def takes_back(self, unit: Unit) -> None:
        ids = list(Contact.objects.filter(unit=unit).values_list("pk", flat=True))
        contacts.take_back(unit=unit, staff=None, ids=self.random.sample(ids, min(len(ids), 3)))


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_in_whatever_order_every_kept_sum_is_what_a_count_anew_gives(seed, monkeypatch):
    # Given two organisations, whose sums are read after every deed and so are kept when the next one is done
    walk = Walk(seed)
    monkeypatch.setattr(clock, "today", lambda: walk.today)
    for step in range(STEPS):
        # When something is done
        walk.goes_on()
        for ours in walk.units:
            # Then what is kept is what the rows say
            if step % (STEPS // LOOKS) == 0:
                assert kept_of(ours) == counted_anew(ours, kept_of(ours))
            read_everything(ours, of_day(walk.today))


@pytest.mark.django_db
def test_sums_that_are_not_kept_are_not_changed_by_a_row_but_left_to_the_next_reader():
    ours = unit()
    keeping.touch(ours, months=[202611])
    keeping.changed(ours, after=[Contact(unit=ours, month=202611), Contact(unit=ours, month=202610)])
    assert list(Summary.objects.values_list("key", "version", "figures").order_by("key")) == [
        (202610, 2, None), (202611, 3, None),
    ]  # fmt: skip
