"""Keeps the sums of months and years in step with the rows. Call it in the transaction that changes the rows.

Where a few rows change, what they held is taken out of the sums and what they hold is put in (`following`, `changed`).
Where many do, or the sums are not kept, they are emptied, and whoever reads them next counts anew (`touch`). Whoever
calls holds the unit, so that nobody else changes its rows meanwhile.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import F, QuerySet

from bredvid.register.models import Summary, Unit
from bredvid.register.reads.one_row import Row, Span, span_of, stored_in
from bredvid.register.rules import sums
from bredvid.register.rules.sums import Figures, Stored


def touch(unit: Unit, *, months: Iterable[int] = (), years: Iterable[int] = ()) -> None:
    """Empties the sums of these months (202611) and years (2026) of a unit, and raises their version.

    A reader who counted before the change finds another version and does not write what she counted.
    """
    spans = [(Span.MONTH, key) for key in set(months)] + [(Span.YEAR, key) for key in set(years)]
    for span, key in sorted(spans):
        _empty(unit, span, key)


@contextmanager
def following(unit: Unit, *rows: "QuerySet[Any]") -> Iterator[None]:
    """Changes the sums as these rows of the unit are changed within, made or deleted included.

    The rows are read from the database before and after: name them by what the change leaves as it is (their number,
    their period), and every one of them.
    """
    before = [row for each in rows for row in each.all()]
    yield
    changed(unit, before=before, after=[row for each in rows for row in each.all()])


def changed(unit: Unit, *, before: Iterable[Row] = (), after: Iterable[Row] = ()) -> None:
    """Takes what rows of the unit held `before` a change out of their sums, and puts in what they hold `after` it."""
    held: dict[tuple[Span, int], list[Stored]] = {}
    for rows, times in ((before, -1), (after, 1)):
        for row in rows:
            held.setdefault(span_of(row), []).extend(stored_in(row, times))
    for (span, key), stored in sorted(held.items()):
        if difference := (sums.month_sums if span == Span.MONTH else sums.year_sums)(stored):
            _add(unit, span, key, difference)


def _add(unit: Unit, span: Span, key: int, difference: Figures) -> None:
    kept = Summary.objects.select_for_update().filter(unit=unit, span=span, key=key).first()
    if kept is None or kept.figures is None:
        _empty(unit, span, key)
        return
    kept.figures, kept.version = sums.plus([kept.figures, difference]), kept.version + 1
    kept.save(update_fields=("figures", "version"))


def _empty(unit: Unit, span: Span, key: int) -> None:
    kept = Summary.objects.filter(unit=unit, span=span, key=key)
    if not kept.update(version=F("version") + 1, figures=None):
        Summary.objects.bulk_create([Summary(unit=unit, span=span, key=key)], ignore_conflicts=True)
        kept.update(version=F("version") + 1, figures=None)
