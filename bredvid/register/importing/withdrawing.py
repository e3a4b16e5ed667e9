"""Takes an import back: its contacts go, but those of a year that is closed."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.register.actions import summaries
from bredvid.register.errors import RegisterRefused
from bredvid.register.importing.accepting import subject_of
from bredvid.register.models import Contact, SheetImport, Unit
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules.months import year_of


@dataclass(frozen=True)
class Withdrawn:
    """How many contacts went, and how many stay since their year is closed."""

    gone: int
    left: int


@transaction.atomic
def withdraw(*, unit: Unit, pk: int, by: Staff | None) -> Withdrawn:
    """Deletes the contacts of an import of the unit.

    Raises SheetImport.DoesNotExist where it has no such import, RegisterRefused where there is nothing that can go.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    batch = SheetImport.objects.get(unit=unit, pk=pk)
    mine = Contact.objects.filter(unit=unit, batch=batch)
    frozen = frozen_years(unit)
    months = {month for month in mine.values_list("month", flat=True).distinct() if year_of(month) not in frozen}
    if not months:
        raise RegisterRefused(_("There is nothing to take back: the contacts are gone, or their years are closed."))
    gone = mine.filter(month__in=months).delete()[0]
    left = mine.count()
    summaries.touch(unit, months=months, years={year_of(month) for month in months})
    SheetImport.objects.filter(pk=batch.pk).update(taken_back=True)
    record(
        staff=by,
        action=Action.SHEET_IMPORT,
        subject=subject_of(batch),
        detail=f"{gone} contacts taken back, {left} left",
    )
    return Withdrawn(gone, left)
