"""Holds a unit while something in it is changed, and refuses what would change a closed year."""

from django.utils.translation import gettext as _

from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Unit
from bredvid.register.reads.years import is_frozen
from bredvid.register.rules.months import year_of


def hold(unit: Unit) -> None:
    """Holds the unit's row until the transaction ends: who counts, corrects, closes a year or destroys waits for it.

    Call it before anything is read that decides what is written. Always the unit first, then a period, then a contact:
    two who hold in the same order never wait for each other.
    """
    Unit.objects.select_for_update(no_key=True).values_list("pk").get(pk=unit.pk)


def refuse_frozen(unit: Unit, month: int) -> None:
    """Raises RegisterRefused for a month of a final year. Call it in the transaction of the change.

    The unit is held until then: a year that is being closed (actions.freezing) is waited for, and then refused.
    """
    hold(unit)
    if is_frozen(unit, year_of(month)):
        raise RegisterRefused(
            _("%(year)d is closed and never changes. What is told now counts in the month it is told.")
            % {"year": year_of(month)}
        )
