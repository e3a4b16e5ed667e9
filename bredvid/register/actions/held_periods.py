"""Takes out a support period to change it: its unit held first, then its row, and what has lapsed done."""

from django.utils.translation import gettext as _

from bredvid.register import clock
from bredvid.register.actions import retention
from bredvid.register.actions.holding import hold
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import SupportPeriod, Unit
from bredvid.register.reads import periods as seen


def held_by(unit: Unit, period: SupportPeriod) -> SupportPeriod:
    """The period's row, held until the transaction ends; what has lapsed is done. Raises RegisterRefused for none."""
    hold(unit)
    held = seen.there(unit).filter(pk=period.pk).select_for_update().first()
    if held is None:
        raise RegisterRefused(_("There is no such support period."))
    retention.settle(held, clock.today())
    return held


def held_open(unit: Unit, period: SupportPeriod) -> SupportPeriod:
    """The same, of a period that is open. Raises RegisterRefused for one that is not."""
    held = held_by(unit, period)
    if held.state != SupportPeriod.State.OPEN:
        raise RegisterRefused(_("This period is not open. Open it again first."))
    return held
