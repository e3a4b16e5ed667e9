"""Writes who did what on which day. Never when, and never what it held."""

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.codebook import current
from bredvid.register.models import AccessEntry, Unit


def note(*, unit: Unit, staff: Staff | None, deed: str, number: int = 0, purpose: str = "") -> None:
    """Notes a deed (a code of S02), of a period by its number, or a report with its purpose (a code of S01).

    Once a day for each: a second time changes nothing. Raises ValueError for a code that is none.
    """
    AccessEntry.objects.get_or_create(
        unit=unit,
        day=clock.today(),
        staff=staff,
        deed=current().variable("S02").stored([deed]),
        purpose=current().variable("S01").stored([purpose] if purpose else []),
        number=number,
    )
