"""Opens a support period, counts in it, lets it rest, closes it and opens it again. What is known of her: known.py."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions import access_log, contacts, known, period_years, retention, summaries
from bredvid.register.actions.held_periods import held_by, held_open
from bredvid.register.actions.holding import refuse_frozen
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, FollowUp, SupportPeriod, Unit
from bredvid.register.rules import aliases, following, months, retention as rules

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
    held = held_open(unit, period)
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
def rest(*, unit: Unit, staff: Staff | None, period: SupportPeriod, months: set[int]) -> None:
    """Lets an open period rest: she has said yes to being asked after these months (of 3, 6 and 12).

    Her years are counted for good at once; only alias, number and the days she is asked remain. Raises RegisterRefused
    for a period that is not open, and for other months.
    """
    held = held_open(unit, period)
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
    known.refuse_unknown("closure", closure)
    if held.state == State.OPEN and closure:
        known.say_why(held, closure)
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
    known.take_back_why(held)
    if not (held.contacts.exists() or held.years.exists()):
        # Nothing leads to her earlier support any more: it begins anew with her coming back.
        held.opened_month = _now()
    held.state, held.closed_on, held.rested_on = State.OPEN, None, None
    held.save(update_fields=("state", "closed_on", "rested_on", "opened_month"))
    access_log.note(unit=unit, staff=staff, deed="ÄNDRAT", number=held.number)


def _join(period: SupportPeriod, key: int) -> None:
    found = Contact.objects.select_for_update().filter(unit=period.unit, pk=key, in_period=False).first()
    if found is None:
        raise RegisterRefused(_("That contact is not there any more."))
    refuse_frozen(period.unit, found.month)
    with summaries.following(period.unit, *contacts.rows(period.unit, [key], period)):
        found.period, found.in_period = period, True
        found.save(update_fields=("period", "in_period"))
        period_years.add(found)
    _opened_by(period, found.month)


def _opened_by(period: SupportPeriod, month: int) -> None:
    if month < period.opened_month:
        period.opened_month = month
        period.save(update_fields=("opened_month",))


def _now() -> int:
    return months.of_day(clock.today())
