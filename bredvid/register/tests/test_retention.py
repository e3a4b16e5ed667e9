"""What is closed is destroyed ninety days later, once, whole or not at all, and the year's women stay as many."""

import logging
from datetime import date, timedelta

import pytest
from click import ClickException
from click.testing import CliRunner
from django.db import DatabaseError, connection
from rich.console import Console

from bredvid.config import doctor_checks, prepare, steps
from bredvid.register import clock
from bredvid.register.actions import followups, periods, retention, summaries, tidying
from bredvid.register.codebook import current
from bredvid.register.commands import commands
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import (
    Contact,
    CountedYear,
    FollowUp,
    FollowUpAnswer,
    FrozenYear,
    PeriodYear,
    Summary,
    SupportPeriod,
)
from bredvid.register.reads import due, periods as reads
from bredvid.register.reads.summaries import count_years, figures_of_years
from bredvid.register.tests.makers import QUICK, client_of, staff_of, stored, unit

pytestmark = pytest.mark.django_db
State = SupportPeriod.State
START = date(2026, 11, 23)
NOT_REACHED = current().variable("S04").stored(["EJ-NÅDD"])


@pytest.fixture(autouse=True)
def travel(monkeypatch):
    def to(day):
        monkeypatch.setattr(clock, "today", lambda: day)

    to(START)
    return to


def period_with_contacts(of, *months):
    period = periods.open_period(unit=of, staff=None)
    for month in months or (202611,):
        periods.add_contact(unit=of, staff=None, period=period, month=month, place=of.place, values=stored(**QUICK))
    return period


def closed(of, *months):
    period = period_with_contacts(of, *months)
    periods.close(unit=of, staff=None, period=period, closure=1)
    return period


def resting(of, *terms):
    period = period_with_contacts(of)
    periods.rest(unit=of, staff=None, period=period, months=set(terms))
    return period


def women(of):
    years = [*PeriodYear.objects.filter(period__unit=of), *CountedYear.objects.filter(unit=of)]
    return sorted((row.year, row.first, row.forms, row.place, row.closure) for row in years)


def test_on_the_day_it_is_destroyed_and_what_remains_leads_to_nobody(travel):
    ours = unit()
    period = closed(ours, 202512, 202611)
    before, counted = women(ours), figures_of_years(ours, [2025, 2026])
    travel(START + timedelta(days=89))
    assert tidying.tidy() == tidying.Tidied()
    travel(START + timedelta(days=90))
    assert tidying.tidy() == tidying.Tidied(destroyed=1)
    assert not SupportPeriod.objects.exists()
    assert not PeriodYear.objects.exists()
    assert women(ours) == before
    assert {(each.period_id, each.in_period) for each in Contact.objects.all()} == {(None, True)}
    assert {field.name for field in CountedYear._meta.get_fields() if field.is_relation} == {"unit"}
    assert period.pk not in set(CountedYear.objects.values_list("pk", flat=True))
    assert count_years(ours, [2025, 2026]) == figures_of_years(ours, [2025, 2026]) == counted


def test_a_second_time_changes_nothing(travel):
    ours = unit()
    closed(ours)
    travel(START + timedelta(days=90))
    tidying.tidy()
    before = list(CountedYear.objects.values()), list(Contact.objects.values()), list(Summary.objects.values())
    assert tidying.tidy() == tidying.Tidied()
    assert before == (
        list(CountedYear.objects.values()), list(Contact.objects.values()), list(Summary.objects.values())
    )  # fmt: skip


def test_only_one_unit_is_tidied_when_one_is_named(travel):
    ours, theirs = unit(), unit()
    closed(ours), closed(theirs)
    travel(START + timedelta(days=90))
    tidying.tidy(unit=ours)
    assert SupportPeriod.objects.get().unit == theirs


def test_the_new_rows_stand_in_no_order(travel, monkeypatch):
    ours = unit()
    for _each in range(12):
        closed(ours, 202601, 202511)
    shuffled = []
    monkeypatch.setattr(
        retention, "SystemRandom", lambda: type("S", (), {"shuffle": lambda _self, rows: shuffled.append(rows)})()
    )
    travel(START + timedelta(days=90))
    tidying.tidy()
    assert [len(rows) for rows in shuffled] == [24], "those of all the periods together"
    by_id = [row.year for row in CountedYear.objects.order_by("pk")]
    assert by_id != [row.year for row in shuffled[0]] or len(set(by_id)) == 1


@pytest.mark.parametrize("place", range(5))
def test_killed_in_the_middle_it_has_done_all_or_nothing(travel, monkeypatch, place):
    ours = unit()
    closed(ours), resting(ours, 3)
    travel(START + timedelta(days=400))
    everything = [FollowUp, FollowUpAnswer, PeriodYear, CountedYear, Contact, SupportPeriod, Summary]
    before = [list(model._default_manager.order_by("pk").values()) for model in everything]
    steps_of_it = [
        (FollowUpAnswer.objects, "bulk_create"), (retention, "end"), (CountedYear.objects, "bulk_create"),
        (summaries, "changed"), (retention, "cut_links"),
    ]  # fmt: skip

    def killed(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(*steps_of_it[place], killed)
        with pytest.raises(KeyboardInterrupt):
            tidying.tidy()
    assert before == [list(model._default_manager.order_by("pk").values()) for model in everything]
    assert tidying.tidy() == tidying.Tidied(lapsed=1, closed=1, destroyed=2)


def test_nothing_is_destroyed_while_it_rests_or_is_open(travel):
    ours = unit()
    period_with_contacts(ours), resting(ours, 12)
    travel(START + timedelta(days=364))
    assert tidying.tidy() == tidying.Tidied()
    assert SupportPeriod.objects.count() == 2


def test_whom_nobody_reached_counts_so_after_sixty_days_and_the_next_day_comes(travel):
    ours = unit()
    period = resting(ours, 3, 6)
    travel(date(2027, 4, 24))
    assert tidying.tidy() == tidying.Tidied(), "the sixtieth day is still hers"
    travel(date(2027, 4, 25))
    assert tidying.tidy() == tidying.Tidied(lapsed=1)
    answer = FollowUpAnswer.objects.get()
    assert (answer.month, answer.months, answer.outcome, answer.change_safety) == (202704, 3, NOT_REACHED, 0)
    assert [each.months for each in period.follow_ups.all()] == [6]


def test_after_the_last_one_it_closes_on_the_last_day_also_when_nobody_tidied(travel):
    ours = unit()
    period = resting(ours, 3)
    travel(date(2027, 6, 1))
    seen = reads.seen(SupportPeriod.objects.get(pk=period.pk))
    assert (seen.state, seen.goes_on) == (State.CLOSED, date(2027, 4, 24) + timedelta(days=90))
    tidying.tidy()
    period.refresh_from_db()
    assert (period.state, period.closed_on, period.rested_on) == (State.CLOSED, date(2027, 4, 24), None)
    travel(date(2027, 7, 23))
    assert reads.with_number(ours, period.number) is None
    assert tidying.tidy() == tidying.Tidied(destroyed=1)


def test_a_resting_period_long_forgotten_is_gone_before_anybody_tidied(travel):
    ours = unit()
    period = resting(ours, 3, 12)
    last = date(2027, 11, 23)
    travel(last + timedelta(days=149))
    assert reads.with_number(ours, period.number)
    travel(last + timedelta(days=150))
    assert reads.with_number(ours, period.number) is None
    with pytest.raises(RegisterRefused):
        periods.reopen(unit=ours, staff=None, period=period)
    assert due.how_many_overdue(clock.today()) == 1
    assert tidying.tidy() == tidying.Tidied(lapsed=2, closed=1, destroyed=1)
    assert due.how_many_overdue(clock.today()) == 0


def test_a_year_that_is_final_takes_no_answer_afterwards(travel):
    ours = unit()
    resting(ours, 3)
    FrozenYear.objects.create(unit=ours, year=2027, frozen_on=date(2028, 2, 1), figures={})
    travel(date(2028, 3, 1))
    tidying.tidy()
    assert FollowUpAnswer.objects.get().month == 202803


def test_an_answer_closes_after_the_last_and_stop_closes_at_once(travel):
    ours = unit()
    first, second = resting(ours, 3), resting(ours, 3, 6, 12)
    travel(date(2027, 2, 23))
    for period, outcome in ((first, followups.ANSWERED), (second, followups.STOP)):
        followups.record(unit=ours, staff=staff_of(ours), period=period, outcome=outcome)
        period.refresh_from_db()
        assert (period.state, period.closed_on) == (State.CLOSED, date(2027, 2, 23))
    assert not FollowUp.objects.exists()
    assert FollowUpAnswer.objects.count() == 2
    assert {field.name for field in FollowUpAnswer._meta.get_fields() if field.is_relation} == {"unit"}


def test_it_is_too_early_to_ask_but_never_to_stop(travel):
    ours = unit()
    period = resting(ours, 3)
    travel(date(2027, 1, 23))
    with pytest.raises(RegisterRefused):
        followups.record(unit=ours, staff=None, period=period, outcome=followups.ANSWERED)
    travel(date(2027, 1, 24))
    followups.record(unit=ours, staff=None, period=period, outcome=followups.NOT_REACHED)
    assert not FollowUpAnswer.objects.exists(), "somebody may try again"
    followups.record(unit=ours, staff=None, period=period, outcome=followups.STOP)
    assert FollowUpAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("outcome", "values"), [(0, {}), (9, {}), (3, {"change_health": 1}), (1, {"change_health": 9}), (1, {"forms": 1})]
)
def test_what_the_codebook_does_not_know_is_no_answer(travel, outcome, values):
    ours = unit()
    period = resting(ours, 3)
    travel(date(2027, 2, 23))
    with pytest.raises(RegisterRefused):
        followups.record(unit=ours, staff=None, period=period, outcome=outcome, values=values)
    assert FollowUp.objects.count() == 1
    assert not FollowUpAnswer.objects.exists()


def test_those_due_stand_in_the_list_the_longest_waiting_first(travel):
    ours = unit()
    late = resting(ours, 3)
    travel(date(2027, 1, 10))
    soon = resting(ours, 3)
    resting(unit(), 3)
    travel(date(2027, 3, 20))
    rows = due.due_list(ours, today=clock.today())
    assert [(row.number, row.overdue, row.may_be_asked) for row in rows] == [
        (late.number, True, True), (soon.number, False, True)
    ]  # fmt: skip
    assert [each.number for each in due.ends_soon(ours, today=clock.today())] == []


def test_those_that_end_within_a_month_are_listed(travel):
    ours = unit()
    period = closed(ours)
    for days, listed in ((59, []), (60, [period]), (89, [period]), (90, [])):
        assert due.ends_soon(ours, today=START + timedelta(days=days)) == listed


def test_the_first_page_of_a_day_tidies_and_the_second_does_not_ask(travel, settings, monkeypatch):
    settings.REGISTER_TIDIES_ITSELF = True
    monkeypatch.setattr(tidying, "_tidied_on", None)
    ours = unit()
    closed(ours)
    client = client_of(ours)
    travel(START + timedelta(days=90))
    client.get("/personal/register/stod/")
    assert not SupportPeriod.objects.exists()
    monkeypatch.setattr(tidying, "tidy", lambda **_: pytest.fail("once a day is enough"))
    assert client.get("/personal/register/stod/").status_code == 200


def test_a_page_is_answered_also_when_tidying_fails(settings, monkeypatch, caplog):
    settings.REGISTER_TIDIES_ITSELF = True
    monkeypatch.setattr(tidying, "_tidied_on", None)

    def broken(**_options):
        raise DatabaseError("secret words of a row")

    monkeypatch.setattr(tidying, "tidy", broken)
    client = client_of(unit())
    with caplog.at_level(logging.ERROR):
        assert client.get("/personal/register/stod/").status_code == 200
    assert "DatabaseError" in caplog.text
    assert "secret words" not in caplog.text


def test_the_next_page_of_the_day_tries_again_where_tidying_failed(travel, settings, monkeypatch):
    settings.REGISTER_TIDIES_ITSELF = True
    monkeypatch.setattr(tidying, "_tidied_on", None)
    ours = unit()
    closed(ours)
    client = client_of(ours)
    travel(START + timedelta(days=90))
    with monkeypatch.context() as broken:
        broken.setattr(retention, "destroy", _locked)
        client.get("/personal/register/stod/")
    assert SupportPeriod.objects.exists()
    client.get("/personal/register/stod/")
    assert not SupportPeriod.objects.exists()


def _locked(*_rows):
    raise DatabaseError("database is locked")


def test_the_command_the_step_and_the_doctor_know_what_is_due(travel):
    closed(unit())
    travel(START + timedelta(days=91))
    assert steps.retention_is_due()
    [finding] = doctor_checks.retention()
    assert (finding.state, finding.cure) == ("wrong", "bredvid register tidy")
    done = CliRunner().invoke(commands, ["tidy"])
    assert done.exit_code == 0
    assert done.output.startswith("1 periods destroyed")
    assert not steps.retention_is_due()
    [finding] = doctor_checks.retention()
    assert finding.state == "ok"


@pytest.fixture
def one_that_fails(travel, monkeypatch):
    """Three units with a period to destroy, of which the second cannot be tidied."""
    three = [unit(), unit(), unit()]
    for each in three:
        closed(each)
    travel(START + timedelta(days=90))
    whole = retention.destroy

    def destroy(of, periods):
        whole(of, periods)
        if of == three[1]:
            raise LookupError("secret words of a row")

    monkeypatch.setattr(retention, "destroy", destroy)
    return three[1]


def test_a_unit_that_cannot_be_tidied_keeps_no_other_from_it_and_is_named_by_its_number(one_that_fails):
    done = CliRunner().invoke(commands, ["tidy"])
    assert done.exit_code == 1
    assert done.output.startswith("2 periods destroyed, 0 follow-ups lapsed")
    assert f"in units: {one_that_fails.pk} (LookupError)" in done.output
    assert "secret" not in done.output
    assert SupportPeriod.objects.get().unit == one_that_fails


def test_preparing_says_in_one_line_that_a_unit_could_not_be_tidied(one_that_fails):
    step = steps.Step("retention", "Destroying what is due", steps.retention_is_due, steps.destroy_what_is_due)
    with pytest.raises(ClickException, match=rf"Destroying what is due: .* in units: {one_that_fails.pk} "):
        prepare._run(step, Console(quiet=True))


def test_the_page_tells_the_log_which_unit_and_nothing_of_its_rows(one_that_fails, settings, monkeypatch, caplog):
    settings.REGISTER_TIDIES_ITSELF = True
    monkeypatch.setattr(tidying, "_tidied_on", None)
    with caplog.at_level(logging.ERROR):
        assert client_of(one_that_fails).get("/personal/register/stod/").status_code == 200
    assert f"in units: {one_that_fails.pk} (LookupError)" in caplog.text
    assert "secret" not in caplog.text


def test_the_tables_are_searched_by_index_for_what_is_due():
    with connection.cursor() as cursor:
        names = connection.introspection.get_constraints(cursor, SupportPeriod._meta.db_table)
    assert "period_due_to_end" in names
