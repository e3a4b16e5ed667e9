"""Counts outreach, corrects it and takes it back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bredvid.accounts.models import Staff
from bredvid.register.actions import access_log, summaries
from bredvid.register.actions.contacts import number_of, refuse_closed
from bredvid.register.actions.holding import hold
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Outreach, Unit
from bredvid.register.rules import coding


@transaction.atomic
def record(
    *,
    unit: Unit,
    staff: Staff | None,
    month: int,
    place: int,
    values: Mapping[str, int],
    reached: int | None = None,
    conversations: int | None = None,
    key: int | None = None,
) -> Outreach:
    """Counts an evening out. `reached` and `conversations` are None when nobody counted, which is not nobody.

    The same `key` sent twice counts once. Raises RegisterRefused for a month that is not open, and for what the
    codebook does not know.
    """
    refuse_closed(unit, month)
    columns = _columns(month=month, place=place, values=values, reached=reached, conversations=conversations)
    number = number_of(unit, key)
    with summaries.following(unit, Outreach.objects.filter(unit=unit, pk=number)):
        made, is_new = Outreach.objects.get_or_create(pk=number, defaults={"unit": unit, **columns})
    if is_new:
        access_log.note(unit=unit, staff=staff, deed="UPPSÖKT")
    return made


@transaction.atomic
def correct(
    *,
    unit: Unit,
    staff: Staff | None,
    outreach: Outreach,
    month: int,
    place: int,
    values: Mapping[str, int],
    reached: int | None = None,
    conversations: int | None = None,
) -> Outreach:
    """Replaces what stands there. Raises RegisterRefused as `record` does."""
    held = _held(unit, outreach)
    for each in {held.month, month}:
        refuse_closed(unit, each)
    columns = _columns(month=month, place=place, values=values, reached=reached, conversations=conversations)
    with summaries.following(unit, Outreach.objects.filter(pk=held.pk)):
        for column, value in columns.items():
            setattr(held, column, value)
        held.save()
    access_log.note(unit=unit, staff=staff, deed="UPPSÖKT")
    return held


@transaction.atomic
def remove(*, unit: Unit, staff: Staff | None, outreach: Outreach) -> None:
    """Takes it back as if it had never been counted. Raises RegisterRefused in a year that is closed."""
    held = _held(unit, outreach)
    refuse_closed(unit, held.month)
    with summaries.following(unit, Outreach.objects.filter(pk=held.pk)):
        held.delete()
    access_log.note(unit=unit, staff=staff, deed="UPPSÖKT")


def _columns(*, values: Mapping[str, int], **plain: Any) -> dict[str, Any]:
    try:
        return {**coding.checked(values, on="outreach"), **plain}
    except ValueError as error:
        raise RegisterRefused(_("Something on the card is not in the codebook. Nothing was counted.")) from error


def _held(unit: Unit, outreach: Outreach) -> Outreach:
    hold(unit)
    held = Outreach.objects.select_for_update().filter(unit=unit, pk=outreach.pk).first()
    if held is None:
        raise RegisterRefused(_("That is not there any more."))
    return held
