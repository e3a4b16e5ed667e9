"""Notes how a follow-up went. What she answered leads to no period."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions import access_log, retention, summaries
from bredvid.register.actions.held_periods import held_by
from bredvid.register.actions.holding import refuse_frozen
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import FollowUpAnswer, SupportPeriod, Unit
from bredvid.register.rules import coding, following, months

ANSWERED, NOT_REACHED, STOP = (current().variable("S04").stored([code]) for code in ("SVARADE", "EJ-NÅDD", "STOPP"))


@transaction.atomic
def record(
    *,
    unit: Unit,
    staff: Staff | None,
    period: SupportPeriod,
    outcome: int,
    values: Mapping[str, int] | None = None,
    stop: bool = False,
) -> SupportPeriod:
    """Notes how the next follow-up of a resting period went (a code of S04), and returns the period as it stands then.

    Answered: `values` holds her own answers (V23) by column. Not reached: nothing is counted yet, for somebody may try
    again until 60 days after the day. Stop, or `stop` with an answer: she is asked no more, and the period is closed
    today. It is closed as well after the last one. Raises RegisterRefused for a period that does not rest, before the
    first day she may be asked, and for what the codebook does not know.
    """
    held = held_by(unit, period)
    waiting = list(held.follow_ups.all()) if held.state == SupportPeriod.State.RESTING else []
    if not waiting:
        raise RegisterRefused(_("Nobody is to be asked about this period now."))
    if outcome != STOP and clock.today() < following.first_day(waiting[0].due):
        raise RegisterRefused(_("It is too early to ask. Nothing was noted."))
    if outcome != NOT_REACHED:
        _count(unit, waiting[0].months, outcome, values or {})
        waiting.pop(0).delete()
        if outcome == STOP or stop or not waiting:
            retention.end(held, clock.today())
    access_log.note(unit=unit, staff=staff, deed="FÖLJT-UPP", number=held.number)
    return held


def _count(unit: Unit, terms: int, outcome: int, values: Mapping[str, int]) -> None:
    month = months.of_day(clock.today())
    refuse_frozen(unit, month)
    try:
        coded = coding.checked({**values, "outcome": outcome}, on="answer")
    except ValueError as error:
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed.")) from error
    if outcome not in (ANSWERED, STOP) or (outcome == STOP and values):
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed."))
    answer = FollowUpAnswer.objects.create(unit=unit, month=month, months=terms, **coded)
    summaries.changed(unit, after=[answer])
