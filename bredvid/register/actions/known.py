"""Codes what is known of her in a year: corrected, marked, and why her period was closed.

What stood there before leaves no trace. A final year stays as it is: what is told later counts in the year it is told.
"""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions import access_log, period_years, summaries
from bredvid.register.actions.held_periods import held_open
from bredvid.register.actions.holding import refuse_frozen
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, PeriodYear, SupportPeriod, Unit
from bredvid.register.reads.years import frozen_years, is_frozen
from bredvid.register.rules import coding, merging, months


@transaction.atomic
def recode(*, unit: Unit, staff: Staff | None, period: SupportPeriod, values: Mapping[str, int]) -> None:
    """Writes what is known of her now, in place of the earlier guess, in every year that is not final.

    It stands then on the years in which she was supported and on their contacts; nowhere does it say what stood there
    before. To correct a code is no contact: it makes her no woman of another year. Raises RegisterRefused for a period
    that is not open, one of which every year is final, a column that is not about her, and what the codebook does not
    know.
    """
    held = held_open(unit, period)
    known = _about_her(values)
    final = frozen_years(unit)
    years = PeriodYear.objects.filter(period=held).exclude(year__in=final)
    told = Contact.objects.filter(period=held)
    for year in final:
        told = told.exclude(month__range=(year * 100 + 1, year * 100 + 12))
    with summaries.following(unit, told, years):
        hers = years.filter(pk__in=_supported(held, final))
        hers.update(**known)
        told.update(**known)
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


def _supported(period: SupportPeriod, final: frozenset[int]) -> list[int]:
    """The keys of the years, not final, in which she was supported: with a contact, else the one it was opened in."""
    met = {months.year_of(month) for month in period.contacts.values_list("month", flat=True)}
    rows = [row for row in period.years.exclude(year__in=final) if row.first or row.year in met]
    if rows:
        return [row.pk for row in rows]
    opened = months.year_of(period.opened_month)
    if opened in final:
        raise RegisterRefused(
            _(
                "%(year)d is closed and never changes. Count a contact with her first: what she tells counts in the"
                " year she tells it."
            )
            % {"year": opened}
        )
    return [period_years.year_of(period, period.opened_month).pk]


@transaction.atomic
def set_tally(*, unit: Unit, staff: Staff | None, period: SupportPeriod, tally: int) -> None:
    """Notes whether she carries a mark by which she is counted once in the country this year (V27); never the mark.

    A mark is no contact: in a year without one she is not one of its women. Raises RegisterRefused for a period that is
    not open, for no such code, and in a final year.
    """
    held = held_open(unit, period)
    refuse_unknown("tally", tally)
    refuse_frozen(unit, _now())
    with summaries.following(unit, PeriodYear.objects.filter(period=held)):
        row = period_years.year_of(held, _now(), counts=False)
        row.tally = tally
        row.save(update_fields=("tally",))
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


def say_why(period: SupportPeriod, closure: int) -> None:
    """Writes why it was closed (V24) on her newest open year; hold its row.

    In a year without a contact she is not one of its women.
    """
    final = frozen_years(period.unit)
    with summaries.following(period.unit, PeriodYear.objects.filter(period=period)):
        row = period.years.exclude(year__in=final).order_by("-year").first()
        if row is None and not is_frozen(period.unit, months.year_of(_now())):
            row = period_years.year_of(period, _now(), counts=False)
        if row is not None:
            row.closure = closure
            row.save(update_fields=("closure",))


def take_back_why(period: SupportPeriod) -> None:
    """Takes it back from every year that is not final; hold its row. A year with nothing else is none of hers."""
    final = frozen_years(period.unit)
    with summaries.following(period.unit, PeriodYear.objects.filter(period=period)):
        for row in period.years.exclude(year__in=final).exclude(closure=0):
            row.closure = 0
            empty = not (row.first or row.tally or any(period_years.known(row).values()))
            row.delete() if empty else row.save(update_fields=("closure",))


def refuse_unknown(column: str, stored: int) -> None:
    """Raises RegisterRefused for what stands for no code of a column."""
    try:
        current().by_column[column].chosen(stored)
    except ValueError as error:
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed.")) from error


def _about_her(values: Mapping[str, int]) -> dict[str, int]:
    try:
        coded = coding.checked(values, on="year")
    except ValueError as error:
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed.")) from error
    if strangers := values.keys() - set(merging.ABOUT_HER):
        raise RegisterRefused(_("Only what is known of her can be corrected here: %s.") % ", ".join(sorted(strangers)))
    return {column: coded[column] for column in values}


def _now() -> int:
    return months.of_day(clock.today())
