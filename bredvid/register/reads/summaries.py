"""Sums of months and years: kept, and changed with the rows; counted anew where they are not kept; final when closed.

Who counts reads the version first and keeps what she counted only if it is still the same: a change in between raises
it (actions.summaries), and its own sums are never written over by older ones.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import OperationalError, transaction

from bredvid.register.models import FrozenYear, Summary, Unit
from bredvid.register.reads import stored
from bredvid.register.rules import sums
from bredvid.register.rules.months import year_of
from bredvid.register.rules.sums import Figures

Span = Summary.Span
Counting = Callable[[Unit, Sequence[int]], Mapping[int, Figures]]


def month_figures(unit: Unit, month: int) -> Figures:
    """The sums of one month (202611)."""
    return figures_of_months(unit, [month])[month]


def year_figures(unit: Unit, year: int) -> Figures:
    """The sums of the women's and girls' rows of one year."""
    return figures_of_years(unit, [year])[year]


def figures_of_months(unit: Unit, months: Iterable[int]) -> dict[int, Figures]:
    """The sums of several months; a month of a closed year reads what was closed."""
    keys = sorted(set(months))
    frozen = _frozen(unit, {year_of(month) for month in keys})
    final = {month: frozen[year_of(month)]["months"].get(str(month), {}) for month in keys if year_of(month) in frozen}
    return final | _current(unit, Span.MONTH, [key for key in keys if key not in final], count_months)


def figures_of_years(unit: Unit, years: Iterable[int]) -> dict[int, Figures]:
    """The sums of several years' rows; a closed year reads what was closed."""
    keys = sorted(set(years))
    final = {year: figures["year"] for year, figures in _frozen(unit, keys).items()}
    return final | _current(unit, Span.YEAR, [key for key in keys if key not in final], count_years)


def count_months(unit: Unit, months: Sequence[int]) -> dict[int, Figures]:
    """The same, counted from the rows now."""
    return {month: sums.month_sums(stored.month(unit, month)) for month in months}


def count_years(unit: Unit, years: Sequence[int]) -> dict[int, Figures]:
    """The same, counted from the rows now."""
    return {year: sums.year_sums(stored.year(unit, year)) for year in years}


def _frozen(unit: Unit, years: Iterable[int]) -> dict[int, dict[str, Any]]:
    return dict(FrozenYear.objects.filter(unit=unit, year__in=list(years)).values_list("year", "figures"))


def _current(unit: Unit, span: Summary.Span, keys: Sequence[int], counting: Counting) -> dict[int, Figures]:
    kept = _kept(unit, span, keys)
    found = {key: summary.figures for key, summary in kept.items() if summary.figures is not None}
    for key in keys:
        if key not in found:
            found |= counting(unit, [key])
            _keep(unit, span, key, kept[key].version if key in kept else 0, found[key])
    return found


def _kept(unit: Unit, span: Summary.Span, keys: Sequence[int]) -> dict[int, Summary]:
    return {summary.key: summary for summary in Summary.objects.filter(unit=unit, span=span, key__in=list(keys))}


def _keep(unit: Unit, span: Summary.Span, key: int, version: int, figures: Figures) -> None:
    """Keeps what was counted of a version; where somebody else writes just now, the next reader counts again.

    Version 0 is none yet: whoever changes rows raises it at once, so that what was counted before is not kept. A
    transaction for each sum: a reader holds none while it waits for another, as somebody who writes may.
    """
    try:
        with transaction.atomic():
            if not version:
                new = Summary(unit=unit, span=span, key=key, version=version)
                Summary.objects.bulk_create([new], ignore_conflicts=True)
            same = Summary.objects.filter(unit=unit, span=span, key=key, version=version)
            same.filter(figures__isnull=True).update(figures=figures)
    except OperationalError:
        return
