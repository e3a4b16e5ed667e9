"""Brings a sheet in: what is understood and new becomes contacts, all of it or nothing."""

from django.db import transaction

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.register import clock
from bredvid.register.actions import summaries
from bredvid.register.importing.examination import Examination
from bredvid.register.importing.examining import Progress, examine
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.writing import write_contacts
from bredvid.register.models import SheetImport, Unit
from bredvid.register.rules.months import year_of
from bredvid.sheets.tables import Table


@transaction.atomic
def accept(
    *, unit: Unit, table: Table, mapping: Mapping, by: Staff | None, progress: Progress | None = None
) -> tuple[Examination, SheetImport | None]:
    """Adds the contacts of every understood row that are not here yet. None where there is none of them.

    The table is examined anew within the transaction, so that what has happened since the preview is seen. `by` is
    None at the command line. Raises ImportRefused as `examine` does.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    found = examine(unit, table, mapping, progress=progress)
    if not found.new:
        return found, None
    months = found.months
    batch = SheetImport.objects.create(
        unit=unit, day=clock.today(), staff=by, rows=found.rows, added=len(found.new),
        first_month=min(months), last_month=max(months),
    )  # fmt: skip
    write_contacts(unit, batch, found.new)
    summaries.touch(unit, months=months, years={year_of(month) for month in months})
    record(staff=by, action=Action.SHEET_IMPORT, subject=subject_of(batch), detail=f"{batch.added} contacts brought in")
    return found, batch


def subject_of(batch: SheetImport) -> str:
    """The import as the log of what staff did calls it."""
    return f"register/{batch.unit_id}/import/{batch.pk}"
