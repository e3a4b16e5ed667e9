"""Says which organisations count, and who works in them: an administrator's act, not about anybody who is counted."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bredvid.accounts import activity
from bredvid.accounts.actions import set_organisation
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.places.models import Organisation
from bredvid.places.names import slug
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import Unit

_LONGEST_CODE = 40


def add_unit(
    *, by: Staff | None, organisation: Organisation | None = None, name: str = "", provider: str, place: int
) -> Unit:
    """Lets an organisation count: one of the directory's, or a new one by its name.

    Raises RegisterRefused where it counts already, and ValueError for a provider that is no code of V02.
    """
    try:
        with transaction.atomic():
            unit = Unit.objects.create(
                organisation=organisation or _new_organisation(name), provider=_stored(provider), place=place
            )
            _log(by, unit, f"added: {provider}, {place:04d}")
    except IntegrityError as error:
        raise RegisterRefused(_("That organisation counts here already.")) from error
    return unit


@transaction.atomic
def change_unit(*, by: Staff | None, unit: Unit, provider: str, place: int) -> None:
    """Says anew what an organisation is, and where it gives support. Raises ValueError for no code of V02."""
    held = Unit.objects.select_for_update().get(pk=unit.pk)
    was = f"{code_of(held)}, {held.place:04d}"
    held.provider, held.place = _stored(provider), place
    held.save(update_fields=["provider", "place"])
    if was != (now := f"{provider}, {place:04d}"):
        _log(by, held, f"{was} → {now}")


def take_on(*, by: Staff | None, unit: Unit, staff: Staff) -> None:
    """Says that somebody works here: from now on she meets this unit and no other."""
    set_organisation(by=by, staff=staff, organisation=unit.organisation)


def let_go(*, by: Staff | None, unit: Unit, staff: Staff) -> None:
    """Says that somebody works here no longer. Raises RegisterRefused for somebody who does not."""
    if staff.organisation_id != unit.organisation_id:
        raise RegisterRefused(_("She does not work there."))
    set_organisation(by=by, staff=staff, organisation=None)


def code_of(unit: Unit) -> str:
    """Its code of V02; empty where it has none."""
    return "".join(code.code for code in current().variable("V02").chosen(unit.provider))


def _stored(provider: str) -> int:
    return current().variable("V02").stored([provider])


def _new_organisation(name: str) -> Organisation:
    words = " ".join(name.split())
    if Organisation.objects.filter(name__iexact=words).exists():
        raise RegisterRefused(_("There is an organisation of that name. Choose it in the list."))
    try:
        code = slug(words)[: _LONGEST_CODE - 5].rstrip("-")
    except ValueError as error:
        raise RegisterRefused(_("Write the organisation's name in letters.")) from error
    taken = set(Organisation.objects.filter(code__startswith=code).values_list("code", flat=True))
    free = next(each for each in (code, *(f"{code}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)
    return Organisation.objects.create(code=free, name=words)


def _log(by: Staff | None, unit: Unit, detail: str) -> None:
    activity.record(staff=by, action=Action.UNIT_SET, subject=f"unit/{unit.organisation_id}", detail=detail)
