"""Made-up support follows the rules of real support, and is the same every time."""

from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta

import pytest

from bredvid.register.codebook import current
from bredvid.register.rules import coding, merging, retention
from bredvid.register.rules.months import of_day, through
from bredvid.register.simulation import demo_organisations, simulate
from bredvid.register.simulation.shapes import Story

TODAY = date(2026, 11, 23)
MONTHS = through(202401, 202611)


def told(contacts: int = 3000, *, units: int = 12, seed: int = 7) -> list[Story]:
    return [story for each in simulate(units, contacts, MONTHS, seed, today=TODAY) for story in each.stories]


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return told()


def test_the_same_seed_tells_the_same(stories):
    assert [asdict(story) for story in told()] == [asdict(story) for story in stories]
    assert [asdict(story) for story in told(seed=8)] != [asdict(story) for story in stories]


def test_there_are_as_many_contacts_as_were_asked_for(stories):
    assert abs(sum(len(story.contacts) for story in stories) - 3000) < 30


def test_every_row_holds_only_what_the_codebook_lets_it_hold(stories):
    coded = {variable.column for variable in current().on("contact")}
    for story in stories:
        for contact in story.contacts:
            values = {column: value for column, value in contact.items() if column in coded}
            assert coding.checked(values, on="contact").items() >= values.items()
            assert contact["tallied"] or not coding.not_filled_in(values)
            assert contact["month"] in MONTHS


def test_a_year_is_what_her_contacts_of_it_say_together(stories):
    years: Counter[str] = Counter()
    for story in stories:
        rows = story.period.years if story.period is not None and story.period.years else story.counted
        years.update(["kept" if story.keeps_contacts else "counted"] * len(rows))
        for row in rows:
            those = [contact for contact in story.contacts if contact["month"] // 100 == row["year"]]
            tellings = [{column: each.get(column, 0) for column in merging.SHARED} for each in those]
            assert {column: row[column] for column in merging.SHARED} == merging.all_merged(tellings)
    assert min(years["kept"], years["counted"]) > 50


def test_a_woman_is_counted_once_a_year_whatever_becomes_of_her_period(stories):
    for story in stories:
        if story.contacts[0]["in_period"]:
            rows = [*story.counted, *(story.period.years if story.period else [])]
            assert sorted(row["year"] for row in rows) == sorted({each["month"] // 100 for each in story.contacts})
            assert all(row["first"] for row in rows)
        else:
            assert not story.period
            assert not story.counted


def test_what_is_over_is_gone_and_what_rests_has_its_days(stories):
    states = Counter(story.period.state if story.period else 0 for story in stories if story.contacts[0]["in_period"])
    assert set(states) == {0, 1, 2, 3}
    for period in (story.period for story in stories if story.period):
        if period.closed_on is not None:
            assert not retention.is_over(period.closed_on, TODAY)
            assert period.closed_on <= TODAY
        assert bool(period.follow_ups) == (period.state == 2) == (period.rested_on is not None)
        assert all(due + timedelta(days=30) >= TODAY for _, due in period.follow_ups)
        assert bool(period.years) == (period.last_year == 0)


def test_nothing_has_happened_yet_after_today(stories):
    months = {contact["month"] for story in stories for contact in story.contacts}
    assert max(months) == of_day(TODAY)
    assert {answer["month"] for story in stories for answer in story.answers} <= set(MONTHS)


def test_a_demonstrations_organisations_say_that_they_are_made_up():
    names = [each.name for each in demo_organisations()]
    assert len(names) == len(set(names)) == 170
    assert all("Exempel" in name for name in names)
    assert all(9001 <= each.place <= 9040 for each in demo_organisations())


def test_more_organisations_than_were_made_up_are_refused():
    with pytest.raises(ValueError, match="170"):
        list(simulate(171, 10, MONTHS, 1))
