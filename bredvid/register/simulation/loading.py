"""Writes histories into the database, in batches, so that a hundred contacts and ten million cost the same memory."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from bredvid.places import models as places
from bredvid.register.codebook import current
from bredvid.register.models import (
    Contact,
    CountedYear,
    FollowUp,
    FollowUpAnswer,
    Outreach,
    PeriodYear,
    SupportPeriod,
    Unit,
)
from bredvid.register.models.columns import random_id
from bredvid.register.rules import aliases
from bredvid.register.simulation.inserting import insert
from bredvid.register.simulation.shapes import History, LivingPeriod, Organisation, Story

BATCH = 2000


def load(histories: Iterable[History]) -> list[Unit]:
    """Makes the organisations and everything of theirs, one transaction for each. They are marked as made up.

    Raises django.db.IntegrityError where one of them is there already.
    """
    return [_load(history) for history in histories]


@transaction.atomic
def _load(history: History) -> Unit:
    unit = _unit(history.organisation, last_number=history.periods)
    writer = Writer(unit)
    for story in history.stories:
        writer.take(story)
    writer.flush()
    Outreach.objects.bulk_create([Outreach(unit=unit, **row) for row in history.outreach])
    return unit


def _unit(organisation: Organisation, *, last_number: int) -> Unit:
    made = places.Organisation.objects.create(code=organisation.code, name=organisation.name)
    return Unit.objects.create(
        organisation=made,
        provider=current().variable("V02").stored([organisation.provider]),
        place=organisation.place,
        last_number=last_number,
        demonstration=True,
    )


class Writer:
    """Gathers rows of one unit, and writes them when there are enough."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._aliases: set[int] = set()
        self._stories: list[Story] = []
        self._contacts = 0

    def take(self, story: Story) -> None:
        """Takes a story to write."""
        self._stories.append(story)
        self._contacts += len(story.contacts)
        if self._contacts >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what has been taken."""
        stories, self._stories, self._contacts = self._stories, [], 0
        living = [story for story in stories if story.period is not None]
        made = SupportPeriod.objects.bulk_create(
            self._period(story.period) for story in living if story.period is not None
        )
        self._write_kept(zip(living, made, strict=True))
        _write(Contact, self._unit, (row for story in stories if not story.keeps_contacts for row in story.contacts))
        _write(CountedYear, self._unit, (row for story in stories for row in story.counted))
        _write(FollowUpAnswer, self._unit, (row for story in stories for row in story.answers))

    def _write_kept(self, pairs: Iterable[tuple[Story, SupportPeriod]]) -> None:
        contacts: list[dict[str, Any]] = []
        years: list[PeriodYear] = []
        days: list[FollowUp] = []
        for story, period in pairs:
            if story.period is None:
                continue
            years += [PeriodYear(period=period, **row) for row in story.period.years]
            days += [FollowUp(period=period, months=months, due=due) for months, due in story.period.follow_ups]
            if story.keeps_contacts:
                # Their numbers in the order of the story: what is newest in a month is then the same for everybody.
                ids = sorted(random_id() for _ in story.contacts)
                rows = zip(ids, story.contacts, strict=True)
                held = {"unit_id": self._unit.pk, "period_id": period.pk}
                contacts += [{"id": each, **held, **row} for each, row in rows]
        PeriodYear.objects.bulk_create(years)
        FollowUp.objects.bulk_create(days)
        insert(Contact, contacts)

    def _period(self, period: LivingPeriod) -> SupportPeriod:
        alias = aliases.draw(self._aliases)
        self._aliases.add(alias)
        values = {name: getattr(period, name) for name in _SAME}
        return SupportPeriod(unit=self._unit, alias=alias, **values)


_SAME = ("number", "state", "opened_month", "last_year", "rested_on", "closed_on")


def _write(model: type[models.Model], unit: Unit, rows: Iterable[dict[str, Any]]) -> None:
    insert(model, ({"unit_id": unit.pk, **row} for row in rows))
