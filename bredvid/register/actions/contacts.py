"""Counts a contact, corrects it and takes it back. What stood there before leaves no trace."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.actions import access_log, period_years, summaries
from bredvid.register.actions.holding import hold, refuse_frozen
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Contact, PeriodYear, SupportPeriod, Unit
from bredvid.register.models.columns import random_id
from bredvid.register.rules import coding, months

MOST_ALIKE = 50
LARGEST_KEY = 1 << 62


@transaction.atomic
def count(
    *,
    unit: Unit,
    staff: Staff | None,
    month: int,
    place: int,
    values: Mapping[str, int],
    key: int | None = None,
    period: SupportPeriod | None = None,
    tallied: bool = False,
) -> Contact:
    """Counts one contact. `values` holds what is stored by column; what is not named is not filled in.

    `key` came with the card: a card that is sent twice counts once. With a `period` (whose row the caller holds) it
    adds what it says to what is known of her that year. Raises RegisterRefused for a month that is not open, a code
    the codebook does not know, and a period of another unit.
    """
    if period is not None and period.unit_id != unit.pk:
        raise RegisterRefused(_("There is no such support period."))
    columns = _columns(unit, month, place, values)
    columns |= {"tallied": tallied, "period": period, "in_period": period is not None}
    number = number_of(unit, key)
    with summaries.following(unit, *rows(unit, [number], period)):
        made, is_new = Contact.objects.get_or_create(pk=number, defaults=columns)
        if is_new:
            period_years.add(made)
    if is_new:
        access_log.note(unit=unit, staff=staff, deed="KONTAKT", number=period.number if period else 0)
    return made


@transaction.atomic
def count_alike(
    *, unit: Unit, staff: Staff | None, month: int, place: int, values: Mapping[str, int], key: int, times: int
) -> list[Contact]:
    """Counts several contacts that are alike, as after an evening out. Sent twice they count once.

    Raises RegisterRefused as `count` does, and for fewer than one or more than fifty.
    """
    if not 1 <= times <= MOST_ALIKE:
        raise RegisterRefused(_("Between 1 and %(most)d can be counted at once.") % {"most": MOST_ALIKE})
    columns = _columns(unit, month, place, values)
    numbers = keys_alike(number_of(unit, key), times)
    there = Contact.objects.filter(unit=unit).in_bulk(numbers)
    new = {number: Contact(pk=number, **columns) for number in numbers if number not in there}
    if new:
        with summaries.following(unit, *rows(unit, numbers)):
            Contact.objects.bulk_create(new.values(), ignore_conflicts=True)
        access_log.note(unit=unit, staff=staff, deed="KONTAKT")
    return [(there | new)[number] for number in numbers]


@transaction.atomic
def correct(
    *, unit: Unit, staff: Staff | None, contact: Contact, values: Mapping[str, int], month: int, place: int
) -> Contact:
    """Replaces what stands on a contact; what is not named is not filled in. Raises RegisterRefused as `count` does.

    One that was tallied is so no longer when everything the quick card asks for stands there.
    """
    held = _held(unit, contact)
    for each in {held.month, month}:
        refuse_closed(unit, each)
    coded = _coded(values)
    with summaries.following(unit, *rows(unit, [held.pk], held.period)):
        period_years.take_out(held)
        for column, stored in {**coded, "month": month, "place": place}.items():
            setattr(held, column, stored)
        held.tallied = held.tallied and bool(coding.not_filled_in(coded))
        held.save()
        period_years.add(held)
    access_log.note(unit=unit, staff=staff, deed="RÄTTAT")
    return held


@transaction.atomic
def remove(*, unit: Unit, staff: Staff | None, contact: Contact) -> None:
    """Takes a contact back as if it had never been counted. Raises RegisterRefused in a year that is closed."""
    held = _held(unit, contact)
    refuse_closed(unit, held.month)
    with summaries.following(unit, *rows(unit, [held.pk], held.period)):
        period_years.take_out(held)
        held.delete()
    access_log.note(unit=unit, staff=staff, deed="ÅNGRAT")


@transaction.atomic
def take_back(*, unit: Unit, staff: Staff | None, ids: Iterable[int]) -> int:
    """Takes back the contacts of a receipt that are still there, and says how many. A second time takes back none."""
    hold(unit)
    found = list(Contact.objects.filter(unit=unit, pk__in=list(ids)))
    for contact in found:
        remove(unit=unit, staff=staff, contact=contact)
    return len(found)


def number_of(unit: Unit, key: int | None) -> int:
    """The number of the row that a card's key stands for in a unit; a random one where it has no key.

    Never the key itself: it came from a browser, so it could be a phone number, or another unit's row.
    """
    return random_id() if key is None else _scattered("register.key", f"{unit.pk}-{key}")


def keys_alike(number: int, times: int) -> list[int]:
    """The numbers of several contacts sent with one card: no one else sees that they belong together."""
    return [number, *(_scattered("register.alike", f"{number}-{each}") for each in range(1, times))]


def rows(unit: Unit, numbers: Iterable[int], period: SupportPeriod | None = None) -> "tuple[QuerySet[Any], ...]":
    """What changes with these contacts: they themselves, and what is known of her whose period they belong to."""
    contacts = Contact.objects.filter(unit=unit, pk__in=list(numbers))
    return (contacts, PeriodYear.objects.filter(period=period)) if period else (contacts,)


def _scattered(salt: str, text: str) -> int:
    return int.from_bytes(salted_hmac(salt, text).digest()[:8]) % LARGEST_KEY + 1


def refuse_closed(unit: Unit, month: int) -> None:
    """Raises RegisterRefused for a month that has not come, that is none, or whose year is closed."""
    if not months.is_month(month) or month > months.of_day(clock.today()):
        raise RegisterRefused(_("That month has not come yet. Choose this month or an earlier one."))
    refuse_frozen(unit, month)


def new_key() -> int:
    """A key to send with a card."""
    return random_id()


def _columns(unit: Unit, month: int, place: int, values: Mapping[str, int]) -> dict[str, Any]:
    refuse_closed(unit, month)
    return {"unit": unit, "month": month, "place": place, **_coded(values)}


def _coded(values: Mapping[str, int]) -> dict[str, int]:
    try:
        return coding.checked(values, on="contact")
    except ValueError as error:
        raise RegisterRefused(_("Something on the card is not in the codebook. Nothing was counted.")) from error


def _held(unit: Unit, contact: Contact) -> Contact:
    hold(unit)
    held = Contact.objects.select_for_update().filter(unit=unit, pk=contact.pk).first()
    if held is None:
        raise RegisterRefused(_("That contact is not there any more."))
    return held
