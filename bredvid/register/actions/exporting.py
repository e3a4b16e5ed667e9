"""Notes that figures were taken out: by whom, for what purpose, what and for which year. Never what they were."""

from django.db import transaction

from bredvid.accounts import activity
from bredvid.accounts.access import Action
from bredvid.accounts.models import Staff
from bredvid.register.actions.access_log import note
from bredvid.register.models import Unit


@transaction.atomic
def note_taken_out(*, unit: Unit, staff: Staff, kind: str, year: int, purpose: str, form: str) -> None:
    """Writes it in the unit's access log and in the house's log. Raises ValueError for a purpose that is none."""
    note(unit=unit, staff=staff, deed="TAGIT-UT", purpose=purpose)
    activity.record(
        staff=staff,
        action=Action.FIGURES_EXPORT,
        subject=unit.organisation.code,
        detail=f"{kind} {year} {purpose} {form}",
    )
