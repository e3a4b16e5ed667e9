"""Says that sums have to be made again. Call it in the transaction that changes the rows."""

from collections.abc import Iterable

from django.db.models import F

from bredvid.register.models import Summary, Unit

Span = Summary.Span


def touch(unit: Unit, *, months: Iterable[int] = (), years: Iterable[int] = ()) -> None:
    """Empties the sums of these months (202611) and years (2026) of a unit, and raises their version.

    A reader who counted before the change finds another version and does not write what she counted.
    """
    spans = [(Span.MONTH, key) for key in set(months)] + [(Span.YEAR, key) for key in set(years)]
    for span, key in sorted(spans):
        changed = Summary.objects.filter(unit=unit, span=span, key=key)
        if not changed.update(version=F("version") + 1, figures=None):
            Summary.objects.bulk_create([Summary(unit=unit, span=span, key=key)], ignore_conflicts=True)
            changed.update(version=F("version") + 1, figures=None)
