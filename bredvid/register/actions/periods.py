"""Opens a support period, counts in it, corrects what is known of her, lets it rest, closes it and opens it again.

What stood there before leaves no trace. A final year stays as it is: what is told later counts in the year it is told.
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions import access_log, contacts, period_years, retention, summaries
from bredvid.register.actions.holding import hold, refuse_frozen
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, FollowUp, PeriodYear, SupportPeriod, Unit
from bredvid.register.reads import periods as seen
from bredvid.register.reads.years import frozen_years, is_frozen
from bredvid.register.rules import aliases, coding, following, merging, months, retention as rules

State = SupportPeriod.State


@transaction.atomic
def open_period(*, unit: Unit, staff: Staff | None, contact: int | None = None) -> SupportPeriod:
    """Opens a period with the unit's next number and an alias that nobody else in the unit has.

    `contact` is the key of one just counted, which then belongs to it. Raises RegisterRefused where it is not there,
    belongs to a period already or stands in a final year.
    """
    held = Unit.objects.select_for_update().get(pk=unit.pk)
    held.last_number += 1
    held.save(update_fields=("last_number",))
    taken = set(SupportPeriod.objects.filter(unit=unit).values_list("alias", flat=True))
    period = SupportPeriod.objects.create(
        unit=unit, number=held.last_number, alias=aliases.draw(taken), opened_month=_now()
    )
    if contact is not None:
        _join(period, contact)
    access_log.note(unit=unit, staff=staff, deed="ÖPPNAT", number=period.number)
    return period


@transaction.atomic
def add_contact(
    *,
    unit: Unit,
    staff: Staff | None,
    period: SupportPeriod,
    month: int,
    place: int,
    values: Mapping[str, int],
    key: int | None = None,
) -> Contact:
    """Counts a contact in an open period and adds what it says to what is known of her that year.

    Raises RegisterRefused as `contacts.count` does, and for a period that is not open or has been counted for good
    in a later year than the month's.
    """
    held = _open(unit, period)
    if months.year_of(month) < held.last_year:
        raise RegisterRefused(
            _("This period was counted for %(year)d when it came to rest. Choose a month of %(year)d or later.")
            % {"year": held.last_year}
        )
    made = contacts.count(unit=unit, staff=staff, month=month, place=place, values=values, key=key, period=held)
    if made.period_id == held.pk:
        _opened_by(held, month)
    return made


@transaction.atomic
def recode(*, unit: Unit, staff: Staff | None, period: SupportPeriod, values: Mapping[str, int]) -> None:
    """Writes what is known of her now, in place of the earlier guess, in every year that is not final.

    It stands then on the period's years and on its contacts; nowhere does it say what stood there before. Where a year
    of the period is final it counts in this year as well. Raises RegisterRefused for a period that is not open, a
    column that is not about her, and what the codebook does not know.
    """
    held = _open(unit, period)
    known = _about_her(values)
    final = frozen_years(unit)
    mine = list(held.years.all())
    if not mine or any(row.year in final for row in mine):
        refuse_frozen(unit, _now())
        period_years.year_of(held, _now())
    PeriodYear.objects.filter(period=held).exclude(year__in=final).update(**known)
    told = Contact.objects.filter(period=held)
    for year in final:
        told = told.exclude(month__range=(year * 100 + 1, year * 100 + 12))
    touched = set(told.values_list("month", flat=True))
    told.update(**known)
    summaries.touch(unit, months=touched, years=_years_of(held) - final)
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


@transaction.atomic
def set_tally(*, unit: Unit, staff: Staff | None, period: SupportPeriod, tally: int) -> None:
    """Notes whether she carries a mark by which she is counted once in the country this year (V27); never the mark.

    A mark is no contact: in a year without one she is not one of its women. Raises RegisterRefused for a period that is
    not open, for no such code, and in a final year.
    """
    held = _open(unit, period)
    _refuse_unknown("tally", tally)
    refuse_frozen(unit, _now())
    row = period_years.year_of(held, _now(), counts=False)
    row.tally = tally
    row.save(update_fields=("tally",))
    summaries.touch(unit, years=[row.year])
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


@transaction.atomic
def rest(*, unit: Unit, staff: Staff | None, period: SupportPeriod, months: set[int]) -> None:
    """Lets an open period rest: she has said yes to being asked after these months (of 3, 6 and 12).

    Her years are counted for good at once; only alias, number and the days she is asked remain. Raises RegisterRefused
    for a period that is not open, and for other months.
    """
    held = _open(unit, period)
    try:
        terms = following.checked(months)
    except ValueError as error:
        raise RegisterRefused(_("Choose when she wants to be asked: after 3, 6 or 12 months.")) from error
    today = clock.today()
    held.last_year = max([held.last_year, *held.years.filter(first=True).values_list("year", flat=True)])
    retention.cut_links(unit, [held])
    held.state, held.rested_on, held.opened_month = State.RESTING, today, _now()
    held.save(update_fields=("state", "rested_on", "opened_month", "last_year"))
    FollowUp.objects.bulk_create(
        FollowUp(period=held, months=term, due=following.due_on(today, term)) for term in terms
    )
    access_log.note(unit=unit, staff=staff, deed="VILAT", number=held.number)


@transaction.atomic
def close(*, unit: Unit, staff: Staff | None, period: SupportPeriod, closure: int = 0) -> date:
    """Closes an open or resting period and returns the day it is destroyed.

    `closure` (V24) stands on her newest year that is not final; a resting period has none. Raises RegisterRefused for
    a period that is closed already and for no such code.
    """
    held = held_by(unit, period)
    if held.state == State.CLOSED:
        raise RegisterRefused(_("This period is closed already."))
    _refuse_unknown("closure", closure)
    if held.state == State.OPEN and closure:
        _say_why(held, closure)
    retention.end(held, clock.today())
    access_log.note(unit=unit, staff=staff, deed="AVSLUTAT", number=held.number)
    return rules.goes_on(clock.today())


@transaction.atomic
def reopen(*, unit: Unit, staff: Staff | None, period: SupportPeriod) -> None:
    """Opens a period again, resting or closed, while it is there. Follow-ups she had said yes to are called off.

    Raises RegisterRefused for one that is open.
    """
    held = held_by(unit, period)
    if held.state == State.OPEN:
        raise RegisterRefused(_("This period is open already."))
    held.follow_ups.all().delete()
    _take_back_why(held)
    held.state, held.closed_on, held.rested_on = State.OPEN, None, None
    held.save(update_fields=("state", "closed_on", "rested_on"))
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


def held_by(unit: Unit, period: SupportPeriod) -> SupportPeriod:
    """The period's row, held until the transaction ends; what has lapsed is done. Raises RegisterRefused for none."""
    hold(unit)
    held = seen.there(unit).filter(pk=period.pk).select_for_update().first()
    if held is None:
        raise RegisterRefused(_("There is no such support period."))
    retention.settle(held, clock.today())
    return held


def _open(unit: Unit, period: SupportPeriod) -> SupportPeriod:
    held = held_by(unit, period)
    if held.state != State.OPEN:
        raise RegisterRefused(_("This period is not open. Open it again first."))
    return held


def _join(period: SupportPeriod, key: int) -> None:
    found = Contact.objects.select_for_update().filter(unit=period.unit, pk=key, in_period=False).first()
    if found is None:
        raise RegisterRefused(_("That contact is not there any more."))
    refuse_frozen(period.unit, found.month)
    found.period, found.in_period = period, True
    found.save(update_fields=("period", "in_period"))
    period_years.add(found)
    _opened_by(period, found.month)
    summaries.touch(period.unit, months=[found.month], years=[months.year_of(found.month)])


def _opened_by(period: SupportPeriod, month: int) -> None:
    if month < period.opened_month:
        period.opened_month = month
        period.save(update_fields=("opened_month",))


def _about_her(values: Mapping[str, int]) -> dict[str, int]:
    try:
        coded = coding.checked(values, on="year")
    except ValueError as error:
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed.")) from error
    if strangers := values.keys() - set(merging.ABOUT_HER):
        raise RegisterRefused(_("Only what is known of her can be corrected here: %s.") % ", ".join(sorted(strangers)))
    return {column: coded[column] for column in values}


def _refuse_unknown(column: str, stored: int) -> None:
    try:
        current().by_column[column].chosen(stored)
    except ValueError as error:
        raise RegisterRefused(_("Something on the page is not in the codebook. Nothing was changed.")) from error


def _say_why(period: SupportPeriod, closure: int) -> None:
    """Writes why it was closed on her newest open year; in a year without a contact she is not one of its women."""
    final = frozen_years(period.unit)
    row = period.years.exclude(year__in=final).order_by("-year").first()
    if row is None and not is_frozen(period.unit, months.year_of(_now())):
        row = period_years.year_of(period, _now(), counts=False)
    if row is not None:
        row.closure = closure
        row.save(update_fields=("closure",))
        summaries.touch(period.unit, years=[row.year])


def _take_back_why(period: SupportPeriod) -> None:
    final = frozen_years(period.unit)
    for row in period.years.exclude(year__in=final).exclude(closure=0):
        row.closure = 0
        empty = not (row.first or row.tally or any(period_years.known(row).values()))
        row.delete() if empty else row.save(update_fields=("closure",))
        summaries.touch(period.unit, years=[row.year])


def _years_of(period: SupportPeriod) -> set[int]:
    return set(period.years.values_list("year", flat=True))


def _now() -> int:
    return months.of_day(clock.today())
