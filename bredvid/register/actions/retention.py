"""What becomes of periods that have rested or are closed: follow-ups lapse, links are cut, rows are destroyed."""

from collections.abc import Iterable
from datetime import date
from random import SystemRandom

from bredvid.register.actions import period_years, summaries
from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUp, FollowUpAnswer, PeriodYear, SupportPeriod, Unit
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules import following, months, retention

State = SupportPeriod.State


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
    summaries.changed(unit, before=years, after=remaining)


def destroy(unit: Unit, periods: list[SupportPeriod]) -> None:
    """Destroys periods: what remains is counted and leads to nobody. Hold their rows."""
    cut_links(unit, periods)
    keys = [period.pk for period in periods]
    FollowUp.objects.filter(period__in=keys).delete()
    SupportPeriod.objects.filter(pk__in=keys).delete()


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
    summaries.changed(unit, after=made)
