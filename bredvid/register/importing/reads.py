"""What can be seen of a unit's imports."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from bredvid.accounts.models import Staff
from bredvid.register.models import SheetImport, Unit
from bredvid.register.reads.months_in_words import month_in_words


@dataclass(frozen=True)
class ShownImport:
    """An import as a page shows it. `left` is how many of its contacts are still here."""

    pk: int
    span: str
    day: date
    staff: Staff | None
    rows: int
    added: int
    left: int
    taken_back: bool


def imports_of(unit: Unit) -> list[ShownImport]:
    """The imports of a unit, the latest first."""
    return [_shown(batch) for batch in _of(unit).order_by("-day", "-pk")]


def shown_import(unit: Unit, pk: int) -> ShownImport:
    """One import of a unit. Raises SheetImport.DoesNotExist."""
    return _shown(_of(unit).get(pk=pk))


def _of(unit: Unit) -> "QuerySet[SheetImport]":
    return SheetImport.objects.filter(unit=unit).select_related("staff").annotate(left=Count("contacts"))


def _shown(batch: SheetImport) -> ShownImport:
    first, last = month_in_words(batch.first_month), month_in_words(batch.last_month)
    return ShownImport(
        pk=batch.pk,
        span=first if first == last else f"{first} – {last}",
        day=batch.day,
        staff=batch.staff,
        rows=batch.rows,
        added=batch.added,
        left=batch.left,  # type: ignore[attr-defined]  # annotated above
        taken_back=batch.taken_back,
    )
