"""Closes a year: its sums are kept as they stand, and are what every figure of that year is read from afterwards."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts import activity
from bredvid.accounts.access import Action
from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import FrozenYear, Unit
from bredvid.register.reads.summaries import count_months, count_years
from bredvid.register.reads.yearly import months_of, years_with_figures
from bredvid.register.reads.years import is_frozen


@transaction.atomic
def freeze(*, unit: Unit, staff: Staff | None, year: int) -> FrozenYear:
    """Closes a year for good. Its rows stay as they are; nothing in it is changed again.

    The sums are counted from the rows here, and the unit is held meanwhile: whoever writes in it waits, and is then
    refused (actions.holding.refuse_frozen). Raises RegisterRefused for a year that has not ended, is closed already, or
    comes before anything was counted.
    """
    held = Unit.objects.select_for_update().select_related(None).get(pk=unit.pk)
    refuse(held, year)
    frozen = FrozenYear.objects.create(unit=held, year=year, frozen_on=clock.today(), figures=figures_of(held, year))
    activity.record(staff=staff, action=Action.YEAR_FREEZE, subject=f"{unit.organisation.code} {year}")
    return frozen


def figures_of(unit: Unit, year: int) -> dict[str, Any]:
    """What is kept of a year that is closed: its sums and those of its months, counted from the rows."""
    months = {str(month): figures for month, figures in count_months(unit, months_of(year)).items()}
    return {"year": count_years(unit, [year])[year], "months": months}


def refuse(unit: Unit, year: int) -> None:
    """Raises RegisterRefused for a year that cannot be closed."""
    this_year = clock.today().year
    if year >= this_year:
        raise RegisterRefused(_("%(year)d has not ended yet. It can be closed in January.") % {"year": year})
    if is_frozen(unit, year):
        raise RegisterRefused(_("%(year)d is closed already.") % {"year": year})
    if year not in years_with_figures(unit, this_year=this_year):
        raise RegisterRefused(_("Nothing is counted in %(year)d.") % {"year": year})
