"""Destroys what is due, and lets lapse what nobody tries any more. Safe to repeat, to kill and to run twice at once."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import DatabaseError, transaction

from bredvid.register import clock
from bredvid.register.actions import retention
from bredvid.register.actions.log_retention import forget_old
from bredvid.register.models import FollowUp, SupportPeriod, Unit
from bredvid.register.reads.due import units_with_something_due
from bredvid.register.rules import following, retention as rules

State = SupportPeriod.State
logger = logging.getLogger(__name__)
_tidied_on: date | None = None


@dataclass(frozen=True)
class Tidied:
    """How many follow-ups lapsed, how many periods were closed by that, and how many were destroyed."""

    lapsed: int = 0
    closed: int = 0
    destroyed: int = 0

    def __add__(self, other: "Tidied") -> "Tidied":
        return Tidied(self.lapsed + other.lapsed, self.closed + other.closed, self.destroyed + other.destroyed)


class NotAllTidied(RuntimeError):  # noqa: N818 (says what happened)
    """Some units could not be tidied; all the others were. Names them by number, and tells nothing of a row."""

    def __init__(self, done: Tidied, failed: Mapping[int, str]) -> None:
        self.done, self.failed = done, failed
        units = ", ".join(f"{number} ({kind})" for number, kind in failed.items())
        super().__init__(f"Not everything was tidied away in the register, in units: {units}")


def tidy(*, unit: Unit | None = None, today: date | None = None) -> Tidied:
    """Does what the days that have passed ask for, in one unit or in all, a transaction for each unit.

    A unit where that fails keeps no other from it. Raises NotAllTidied when all the others are done.
    """
    day = today or clock.today()
    done, failed = Tidied(), dict[int, str]()
    for key in units_with_something_due(day, unit=unit):
        try:
            done += _tidied(key, day)
        # Whatever it is that one unit fails of, what the others have promised is kept.
        except Exception as error:
            failed[key] = type(error).__name__
    if unit is None:
        forget_old(day)
    if failed:
        raise NotAllTidied(done, failed)
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
    except NotAllTidied as error:
        logger.error("%s.", error)  # noqa: TRY400  # its own words say it all
    except DatabaseError as error:
        # Only the kind of error: its words may hold what stands in a row.
        logger.error("Not everything was tidied away in the register: %s.", type(error).__name__)  # noqa: TRY400  # no trace


@transaction.atomic
def _tidied(key: int, today: date) -> Tidied:
    unit = Unit.objects.select_for_update().get(pk=key)
    waiting = SupportPeriod.objects.select_for_update().filter(unit=unit).exclude(state=State.OPEN)
    lapsed = closed = 0
    for period in waiting.filter(pk__in=_with_lapsed(unit, today)):
        lapsed += retention.settle(period, today)
        closed += period.state == State.CLOSED
    over = list(
        SupportPeriod.objects.select_for_update().filter(
            unit=unit, state=State.CLOSED, closed_on__lte=rules.closed_before(today)
        )
    )
    retention.destroy(unit, over)
    return Tidied(lapsed, closed, len(over))


def _with_lapsed(unit: Unit, today: date) -> list[int]:
    lapsed = FollowUp.objects.filter(period__unit=unit, due__lt=following.lapsed_before(today))
    return list(lapsed.values_list("period_id", flat=True).distinct())
