"""Destroys what is due, and lets lapse what nobody tries any more. Safe to repeat, to kill and to run twice at once."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import SystemRandom

from django.conf import settings
from django.db import DatabaseError, transaction

from bredvid.register import clock
from bredvid.register.actions import period_years, summaries
from bredvid.register.actions.log_retention import forget_old
from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUp, FollowUpAnswer, PeriodYear, SupportPeriod, Unit
from bredvid.register.reads.due import units_with_something_due
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules import following, months, retention

State = SupportPeriod.State
logger = logging.getLogger(__name__)
_tidied_on: date | None = None


@dataclass
class Tidied:
    """How many follow-ups lapsed, how many periods were closed by that, and how many were destroyed."""

    lapsed: int = 0
    closed: int = 0
    destroyed: int = 0


def tidy(*, unit: Unit | None = None, today: date | None = None) -> Tidied:
    """Does what the days that have passed ask for, in one unit or in all, a transaction for each unit."""
    day = today or clock.today()
    done = Tidied()
    for key in units_with_something_due(day, unit=unit):
        _tidy(key, day, done)
    if unit is None:
        forget_old(day)
    return done


def is_due() -> bool:
    """Whether anything is to be destroyed, or lapses, today."""
    return bool(units_with_something_due(clock.today()))


def tidy_once_a_day() -> None:
    """Tidies at the first page that this process answers on a day.

    A page is answered also when that fails; then the next page tries again, for what is due has been promised.
    """
    global _tidied_on
    today = clock.today()
    if not settings.REGISTER_TIDIES_ITSELF or _tidied_on == today:
        return
    try:
        tidy(today=today)
        _tidied_on = today
    except DatabaseError as error:
        # Only the kind of error: its words may hold what stands in a row.
        logger.error("Not everything was tidied away in the register: %s.", type(error).__name__)  # noqa: TRY400


@transaction.atomic
def _tidy(key: int, today: date, done: Tidied) -> None:
    unit = Unit.objects.select_for_update().get(pk=key)
    waiting = SupportPeriod.objects.select_for_update().filter(unit=unit).exclude(state=State.OPEN)
    for period in waiting.filter(pk__in=_with_lapsed(unit, today)):
        done.lapsed += settle(period, today)
        done.closed += period.state == State.CLOSED
    over = list(
        SupportPeriod.objects.select_for_update().filter(
            unit=unit, state=State.CLOSED, closed_on__lte=retention.closed_before(today)
        )
    )
    destroy(unit, over)
    done.destroyed += len(over)


def settle(period: SupportPeriod, today: date) -> int:
    """Lets a resting period's follow-ups lapse, closes it after the last, and says how many lapsed. Hold its row."""
    if period.state != State.RESTING or period.rested_on is None:
        return 0
    waiting = list(period.follow_ups.all())
    standing = retention.resting([each.due for each in waiting], rested_on=period.rested_on, today=today)
    lapsed = [each for each in waiting if each.due in standing.lapsed]
    _not_reached(period.unit, lapsed, today)
    FollowUp.objects.filter(pk__in=[each.pk for each in lapsed]).delete()
    if standing.closed_on is not None:
        end(period, standing.closed_on)
    return len(lapsed)


def end(period: SupportPeriod, day: date) -> None:
    """Closes a period on a day: from then it is kept for 90 days. Hold its row."""
    period.follow_ups.all().delete()
    period.state, period.closed_on, period.rested_on = State.CLOSED, day, None
    period.save(update_fields=("state", "closed_on", "rested_on"))


def cut_links(unit: Unit, periods: Iterable[SupportPeriod]) -> None:
    """Turns the years of periods into rows that lead to nobody, and lets go of their contacts. Hold their rows.

    The new rows have random numbers and are written in no order, those of all the periods together.
    """
    keys = [period.pk for period in periods]
    years = list(PeriodYear.objects.filter(period__in=keys))
    remaining = period_years.counted_for_good((unit.pk, row) for row in years)
    SystemRandom().shuffle(remaining)
    CountedYear.objects.bulk_create(remaining)
    PeriodYear.objects.filter(pk__in=[row.pk for row in years]).delete()
    Contact.objects.filter(period__in=keys).update(period=None)
    summaries.touch(unit, years={row.year for row in years})


def destroy(unit: Unit, periods: list[SupportPeriod]) -> None:
    """Destroys periods: what remains is counted and leads to nobody. Hold their rows."""
    cut_links(unit, periods)
    keys = [period.pk for period in periods]
    FollowUp.objects.filter(period__in=keys).delete()
    SupportPeriod.objects.filter(pk__in=keys).delete()


def _with_lapsed(unit: Unit, today: date) -> list[int]:
    lapsed = FollowUp.objects.filter(period__unit=unit, due__lt=following.lapsed_before(today))
    return list(lapsed.values_list("period_id", flat=True).distinct())


def _not_reached(unit: Unit, lapsed: list[FollowUp], today: date) -> None:
    """Counts those who were not reached, in the month when somebody last could try; later where that year is closed."""
    frozen = frozen_years(unit) if lapsed else frozenset()
    outcome = current().variable("S04").stored(["EJ-NÅDD"])
    made = []
    for each in lapsed:
        last, now = (months.of_day(day) for day in (following.last_day(each.due), today))
        month = last if months.year_of(last) not in frozen else now
        if months.year_of(month) not in frozen:
            made.append(FollowUpAnswer(unit=unit, month=month, months=each.months, outcome=outcome))
    FollowUpAnswer.objects.bulk_create(made)
    keys = {answer.month for answer in made}
    summaries.touch(unit, months=keys, years={months.year_of(month) for month in keys})
