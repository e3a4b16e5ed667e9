"""Which years are final."""

from django.utils.translation import gettext as _

from bredvid.register.errors import RegisterRefused
from bredvid.register.models import FrozenYear, Unit
from bredvid.register.rules.months import year_of


def frozen_years(unit: Unit) -> frozenset[int]:
    """The years of a unit that never change again."""
    return frozenset(FrozenYear.objects.filter(unit=unit).values_list("year", flat=True))


def is_frozen(unit: Unit, year: int) -> bool:
    """Whether a year is final."""
    return FrozenYear.objects.filter(unit=unit, year=year).exists()


def refuse_frozen(unit: Unit, month: int) -> None:
    """Raises RegisterRefused for a month of a final year. Call it in the transaction of the change.

    The unit is held until then: a year that is being closed (actions.freezing) is waited for, and then refused.
    """
    Unit.objects.select_for_update(no_key=True).values_list("pk").get(pk=unit.pk)
    if is_frozen(unit, year_of(month)):
        raise RegisterRefused(
            _("%(year)d is closed and never changes. What is told now counts in the month it is told.")
            % {"year": year_of(month)}
        )
