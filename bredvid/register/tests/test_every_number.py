"""Two organisations over several years: every number of the page of figures is what a count by hand gives.

Random contacts, periods, corrections, removals, follow-ups, outreach and closed years, done by the register's own
actions under a moving clock. What was counted by hand when a year was closed is what it must say ever after.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from bredvid.register import clock
from bredvid.register.actions import contacts, followups, freezing, known, outreach, periods, tidying
from bredvid.register.codebook import Variable, current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, Outreach, SupportPeriod, Unit
from bredvid.register.rules.months import of_day, plus, through
from bredvid.register.rules.women import LINES
from bredvid.register.tests import counting_by_hand as hand, makers

pytestmark = pytest.mark.django_db
STEPS, LOOKS = 150, 5
ALONE = {60, 61, 62}


class World:
    """Units, a clock, and what people do. `frozen` holds the rows as they were read when a year was closed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (the same walk every time)
        self.today = date(2024, 2, 10)
        self.units = [makers.unit(), makers.unit()]
        self.frozen: dict[tuple[int, int], dict[str, list[Any]]] = {}

    def goes_on(self) -> None:
        """One deed of one unit; what the register refuses is not done."""
        unit = self.random.choice(self.units)
        deeds: list[Callable[[Unit], object]] = [
            *[self.counts] * 7, *[self.adds] * 4, self.corrects, self.corrects, self.removes, self.opens, self.opens,
            self.rests, self.closes, self.reopens, self.asks, self.asks, self.is_out, self.forgets_outreach,
            self.tells, self.waits, self.waits, self.freezes,
        ]  # fmt: skip
        try:
            self.random.choice(deeds)(unit)
        except RegisterRefused:
            return

    def values(self, what: str = "contact") -> dict[str, int]:
        return {each.column: self.code(each) for each in current().on(what) if self.random.random() < 0.7}

    def code(self, variable: Variable) -> int:
        numbers = [code for code in variable.codes if code.number not in ALONE]
        if not variable.is_multiple or self.random.random() < 0.2:
            return variable.stored([self.random.choice(variable.codes).code])
        chosen = self.random.sample(numbers, self.random.randint(0, min(3, len(numbers))))
        return variable.stored(code.code for code in chosen)

    def month(self) -> int:
        return plus(of_day(self.today), -self.random.choice((0, 0, 0, 1, 2, 13)))

    def some(self, rows):
        found = list(rows)
        if not found:
            raise RegisterRefused("there is none")
        return self.random.choice(found)

    def card(self, unit: Unit) -> dict[str, Any]:
        return {"unit": unit, "staff": None, "month": self.month(), "place": unit.place}

    def counts(self, unit: Unit) -> None:
        contacts.count(**self.card(unit), values=self.values(), tallied=self.random.random() < 0.1)

    def adds(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit, state=1).order_by("number"))
        periods.add_contact(**self.card(unit), period=period, values=self.values())

    def corrects(self, unit: Unit) -> None:
        contact = self.some(Contact.objects.filter(unit=unit).order_by("month", "forms", "id"))
        contacts.correct(**self.card(unit), contact=contact, values=self.values())

    def removes(self, unit: Unit) -> None:
        contact = self.some(Contact.objects.filter(unit=unit).order_by("month", "forms", "id"))
        contacts.remove(unit=unit, staff=None, contact=contact)

    def opens(self, unit: Unit) -> None:
        periods.open_period(unit=unit, staff=None)

    def tells(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit, state=1).order_by("number"))
        forms = current().by_column["forms"]
        known.recode(unit=unit, staff=None, period=period, values={"forms": self.code(forms)})

    def rests(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit, state=1).order_by("number"))
        periods.rest(unit=unit, staff=None, period=period, months={3, self.random.choice((6, 12))})

    def closes(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit).exclude(state=3).order_by("number"))
        closure = current().by_column["closure"]
        periods.close(unit=unit, staff=None, period=period, closure=self.code(closure))

    def reopens(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit).exclude(state=1).order_by("number"))
        periods.reopen(unit=unit, staff=None, period=period)

    def asks(self, unit: Unit) -> None:
        period = self.some(SupportPeriod.objects.filter(unit=unit, state=2).order_by("number"))
        outcome = self.code(current().by_column["outcome"])
        values = {} if outcome != followups.ANSWERED else self.values("answer")
        values.pop("outcome", None)
        followups.record(unit=unit, staff=None, period=period, outcome=outcome, values=values)

    def is_out(self, unit: Unit) -> None:
        reached, talks = (self.random.choice((None, 0, self.random.randint(1, 40))) for _each in range(2))
        outreach.record(**self.card(unit), values=self.values("outreach"), reached=reached, conversations=talks)

    def forgets_outreach(self, unit: Unit) -> None:
        outreach.remove(unit=unit, staff=None, outreach=self.some(Outreach.objects.filter(unit=unit)))

    def waits(self, _unit: Unit) -> None:
        self.today += timedelta(days=self.random.randint(20, 110))
        tidying.tidy(today=self.today)

    def freezes(self, unit: Unit) -> None:
        year = self.today.year - 1
        rows = self.rows_now(unit, year)
        freezing.freeze(unit=unit, staff=None, year=year)
        self.frozen[unit.pk, year] = rows

    def rows_now(self, unit: Unit, year: int) -> dict[str, list[Any]]:
        months = through(year * 100 + 1, year * 100 + 12)
        return {
            "contacts": hand.contacts_in(unit, months), "answers": hand.answers_in(unit, months),
            "outreach": hand.outreach_in(unit, months), "women": hand.women_in(unit, year),
        }  # fmt: skip

    def rows(self, unit: Unit, year: int) -> dict[str, list[Any]]:
        """The rows of a year: those that were there when it was closed, or those that are there."""
        return self.frozen.get((unit.pk, year)) or self.rows_now(unit, year)


@pytest.mark.parametrize("seed", range(4))
def test_every_number_is_what_a_count_by_hand_gives(seed, monkeypatch):
    world = World(seed)
    monkeypatch.setattr(clock, "today", lambda: world.today)
    clients = {unit.pk: makers.client_of(unit, "worker", "coordinator") for unit in world.units}
    for step in range(STEPS):
        world.goes_on()
        if step % (STEPS // LOOKS) == 0 or step == STEPS - 1:
            for unit in world.units:
                looks_right(world, unit, clients[unit.pk])


def test_every_number_holds_through_ten_years(monkeypatch):
    world, looked = World(10), 0
    monkeypatch.setattr(clock, "today", lambda: world.today)
    clients = {unit.pk: makers.client_of(unit, "worker", "coordinator") for unit in world.units}
    first = world.today.year
    while world.today.year < first + 10:
        world.goes_on()
        if world.today.year != looked:
            looked = world.today.year
            for unit in world.units:
                looks_right(world, unit, clients[unit.pk])
    assert len(world.frozen) >= 10  # several years of both were closed on the way, and are looked at again here
    for unit in world.units:
        looks_right(world, unit, clients[unit.pk])


def looks_right(world: World, unit: Unit, client) -> None:
    """The page of the last twelve months, and of the year before, against the rows."""
    now = of_day(world.today)
    last_year = world.today.year - 1
    for query, months in (
        ("", through(plus(now, -11), now)),
        (f"?ar={last_year}", through(last_year * 100 + 1, last_year * 100 + 12)),
    ):
        shown = client.get(f"/personal/register/siffror/{query}").context
        if list(shown["span"].months) != months:
            continue  # a year before anything was counted is not shown
        span = {
            kind: [
                row
                for year in {month // 100 for month in months}
                for row in world.rows(unit, year)[kind]
                if row.month in months
            ]
            for kind in ("contacts", "answers", "outreach")
        }
        contacts_look_right(shown, span["contacts"], months)
        follow_ups_look_right(shown, span["answers"])
        outreach_looks_right(shown, span["outreach"])
        years_look_right(world, unit, shown)


def contacts_look_right(shown, rows, months) -> None:
    assert shown["found"].contacts == len(rows)
    assert shown["in_period"] == sum(row.in_period for row in rows)
    assert shown["tallied"] == sum(row.tallied for row in rows)
    for (column, _words), month in zip(shown["columns"], months, strict=True):
        here = [row for row in rows if row.month == month]
        linked = sum(row.in_period for row in here)
        own = hand.with_code(here, "who", "HON")
        assert (column.month, column.linked, column.alone, column.own) == (month, linked, len(here) - linked, own)
    for name, picture in shown["pictures"].items():
        picture_looks_right(picture, name, rows)
    heat_looks_right(shown["heat"], rows)
    needs = {code.code for code in current().by_column["unmet"].codes if code.number not in ALONE}
    assert shown["unmet"] == hand.with_any(rows, "unmet", needs)
    assert shown["unmet_known"] == hand.with_any(rows, "unmet", needs | {"INGET"})


def picture_looks_right(picture, column, rows) -> None:
    variable = current().by_column[column]
    expected = {code.sv: hand.with_code(rows, column, code.code) for code in variable.codes}
    drawn = [*picture.everything, *picture.missing]
    assert picture.base == len(rows)
    assert {bar.label: bar.count for bar in drawn} == {**expected, "Inte ifyllt": hand.with_code(rows, column, "")}, (
        column
    )
    groups = {group.sv: hand.with_any(rows, column, set(group.codes)) for group in variable.groups}
    assert {group.label: group.count for group, _bars in picture.groups} == groups


def heat_looks_right(heat, rows) -> None:
    found = {
        (row.label, reason): cell.count
        for row in heat.rows
        for reason, cell in zip(heat.reasons, row.cells, strict=True)
    }
    variables = current().by_column
    expected = {
        (variables["unmet"].by_code[need].sv, variables["unmet_why"].by_code[why].sv if why else "Inte ifyllt"): number
        for (need, why), number in hand.crossed(rows).items()
    }
    assert {pair: number for pair, number in found.items() if number} == expected
    assert {row.label: row.count for row in heat.rows} == {
        code.sv: number
        for code in variables["unmet"].codes
        if code.number not in ALONE and (number := hand.with_code(rows, "unmet", code.code))
    }


def follow_ups_look_right(shown, rows) -> None:
    assert shown["follow_ups"] == len(rows)
    picture_looks_right(shown["outcome"], "outcome", rows)
    answered = [row for row in rows if hand.codes(row, "outcome") == {"SVARADE"}]
    assert shown["answered"] == len(answered)
    variables = [each for each in current().on("answer") if each.column.startswith("change_")]
    for change, variable in zip(shown["changes"], variables, strict=False):
        expected = {code.sv: hand.with_code(answered, variable.column, code.code) for code in variable.codes}
        expected["Inte ifyllt"] = hand.with_code(answered, variable.column, "")
        assert dict(change.answers) == {label: number for label, number in expected.items() if number}
    assert len(shown["changes"]) == (len(variables) if answered else 0)


def outreach_looks_right(shown, rows) -> None:
    assert shown["events"] == len(rows)
    for name in ("reached", "conversations"):
        counted = [getattr(row, name) for row in rows if getattr(row, name) is not None]
        assert (shown[name], shown[f"{name}_at"]) == (sum(counted), len(counted))
    picture_looks_right(shown["arena"], "outreach_arena", rows)


def years_look_right(world, unit, shown) -> None:
    for row in shown["years"]:
        rows = world.rows(unit, row.year)
        for line in LINES:
            answer = row.supported.lines[line]
            assert (answer.low, answer.high) == hand.interval_of(rows["women"], rows["contacts"], line), (
                row.year,
                line,
            )
        own = [each for each in rows["contacts"] if hand.codes(each, "who") == {"HON"}]
        assert row.supported.own == len(own)
        assert row.supported.own_linked == sum(each.in_period for each in own)
        assert row.supported.women == sum(each.first for each in rows["women"])
