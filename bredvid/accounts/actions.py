"""What can be done with staff: one transaction each, with its entry in the log. `by` is None for the command line."""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import IntegrityError, transaction

from bredvid.accounts import activity, sessions
from bredvid.accounts.activity import Event
from bredvid.accounts.invitations import invitation_of
from bredvid.accounts.models import Invitation, Membership, Staff
from bredvid.accounts.receivers import subject_of
from bredvid.accounts.roles import ADMINISTRATOR, ROLES, Action
from bredvid.places.models import Organisation


class StaffError(ValueError):
    """Something that cannot be done with staff; by its `code` a page says what in the reader's language."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


def invite(
    *, by: Staff | None, email: str, name: str, roles: Collection[str], organisation: Organisation | None = None
) -> Invitation:
    """Writes an invitation. Raises StaffError for an unknown role, and for somebody who is staff or invited already."""
    email = email.strip()
    _known(roles)
    with transaction.atomic():
        if Staff.objects.filter(email__iexact=email).exists():
            raise StaffError("is-staff", f"{email} has an account already.")
        try:
            with transaction.atomic():
                invitation = Invitation.objects.create(
                    email=email, name=name.strip(), roles=_sorted(roles), organisation=organisation, invited_by=by
                )
        except IntegrityError as error:  # a colleague was faster by a moment
            raise StaffError("is-invited", f"{email} is invited already; renew that invitation.") from error
        _log(by, Action.STAFF_INVITE, f"invitation/{invitation.pk}", ", ".join(_sorted(roles)))
    return invitation


def renew(*, by: Staff | None, invitation: Invitation) -> Invitation:
    """Makes a new link for an invitation; the old one opens nothing any more."""
    with transaction.atomic():
        invitation.renew()
        invitation.save()
        _log(by, Action.STAFF_INVITE, f"invitation/{invitation.pk}", "renewed")
    return invitation


def withdraw(*, by: Staff | None, invitation: Invitation) -> None:
    """Takes an invitation back."""
    with transaction.atomic():
        _log(by, Action.STAFF_INVITE, f"invitation/{invitation.pk}", "withdrawn")
        invitation.delete()


def accept(*, token: str, name: str, password: str | None) -> Staff:
    """Makes the account of somebody who answers her invitation; `password` is None if she takes a passkey instead.

    Raises InvitationError for a link that opens nothing: of two answers at once the second meets it.
    """
    with transaction.atomic():
        invitation = invitation_of(token, Invitation.objects.select_for_update())
        staff = Staff.objects.create_user(
            invitation.email, password, name=name.strip() or invitation.name, organisation=invitation.organisation
        )
        for role in invitation.roles:
            Membership.objects.create(staff=staff, role=role)
        _log(staff, Event.JOINED, subject_of(staff), f"invitation/{invitation.pk}")
        invitation.delete()
    return staff


def change_roles(*, by: Staff | None, staff: Staff, roles: Collection[str]) -> None:
    """Gives somebody these roles and no others. Raises StaffError for the last active administrator's own."""
    _known(roles)
    with transaction.atomic():
        before = {membership.role for membership in staff.memberships.select_for_update()}
        if ADMINISTRATOR in before and ADMINISTRATOR not in roles:
            _not_the_last_administrator(staff)
        staff.memberships.exclude(role__in=roles).delete()
        for role in set(roles) - before:
            Membership.objects.create(staff=staff, role=role)
        if before != set(roles):
            was, now = ", ".join(_sorted(before)) or "–", ", ".join(_sorted(roles)) or "–"
            _log(by, Action.STAFF_CHANGE, subject_of(staff), f"{was} → {now}")
    staff.forget_roles()


def deactivate(*, by: Staff | None, staff: Staff, reason: str) -> None:
    """Closes an account and signs her out everywhere. Raises StaffError for the last active administrator's."""
    with transaction.atomic():
        if staff.memberships.filter(role=ADMINISTRATOR).exists():
            _not_the_last_administrator(staff)
        staff.is_active = False
        staff.save(update_fields=["is_active"])
        sessions.end_all_of(staff)
        _log(by, Action.STAFF_CHANGE, subject_of(staff), f"closed: {_reason(reason)}")


def reactivate(*, by: Staff | None, staff: Staff) -> None:
    """Opens an account again."""
    with transaction.atomic():
        staff.is_active = True
        staff.save(update_fields=["is_active"])
        _log(by, Action.STAFF_CHANGE, subject_of(staff), "opened again")


def forget(*, by: Staff | None, staff: Staff, reason: str) -> None:
    """Deletes what is about a person in a closed account. The log keeps its chain: it names her by number only.

    Raises StaffError for an account that is open.
    """
    if staff.is_active:
        raise StaffError("is-open", "The account is open: close it first.")
    with transaction.atomic():
        Authenticator.objects.filter(user_id=staff.pk).delete()
        EmailAddress.objects.filter(user_id=staff.pk).delete()
        staff.memberships.all().delete()
        sessions.end_all_of(staff)
        staff.name, staff.email, staff.organisation = "–", f"forgotten-{staff.pk}@bredvid.invalid", None
        staff.last_login = None
        staff.set_unusable_password()
        staff.save()
        _log(by, Action.STAFF_CHANGE, subject_of(staff), f"forgotten: {_reason(reason)}")
    staff.forget_roles()


def reset_second_factor(*, by: Staff | None, staff: Staff, reason: str) -> None:
    """Takes away every second factor of somebody who has lost hers, and signs her out everywhere.

    Raises StaffError for one's own: whoever holds an open browser should not be able to.
    """
    if by is not None and by.pk == staff.pk:
        raise StaffError("own-factor", "A colleague has to reset your second factor.")
    with transaction.atomic():
        Authenticator.objects.filter(user_id=staff.pk).delete()
        sessions.end_all_of(staff)
        _log(by, Action.STAFF_CHANGE, subject_of(staff), f"second factor reset: {_reason(reason)}")
    staff.forget_roles()


def set_organisation(*, by: Staff | None, staff: Staff, organisation: Organisation | None) -> None:
    """Says where somebody works; None for nowhere in particular."""
    with transaction.atomic():
        held = Staff.objects.select_for_update().get(pk=staff.pk)
        was, now = held.organisation_id, organisation.pk if organisation else None
        held.organisation = staff.organisation = organisation
        held.save(update_fields=["organisation"])
        if was != now:
            _log(by, Action.STAFF_CHANGE, subject_of(staff), f"organisation: {was or '–'} → {now or '–'}")


def rename(*, staff: Staff, name: str) -> None:
    """Changes one's own name."""
    with transaction.atomic():
        staff.name = name.strip()
        staff.save(update_fields=["name"])
        _log(staff, Event.RENAMED, subject_of(staff))


def _not_the_last_administrator(staff: Staff) -> None:
    # Locked, so that two administrators who take each other away do so one after the other.
    others = Membership.objects.select_for_update().filter(role=ADMINISTRATOR, staff__is_active=True)
    if not settings.SHOW_DEMO_SIGN_INS:
        # Those made up cannot sign in here, so they do not count.
        others = others.filter(staff__demonstration=False)
    if staff.is_active and all(membership.staff_id == staff.pk for membership in others):
        raise StaffError("last-administrator", "This is the last administrator: make somebody else one first.")


def _known(roles: Collection[str]) -> None:
    if unknown := set(roles) - set(ROLES):
        raise StaffError("unknown-role", f"No such role: {', '.join(sorted(unknown))}. There are {', '.join(ROLES)}.")


def _reason(reason: str) -> str:
    if not reason.strip():
        raise StaffError("no-reason", "Say why: it stands in the log.")
    return reason.strip()


def _sorted(roles: Collection[str]) -> list[str]:
    return [code for code in ROLES if code in roles]


def _log(by: Staff | None, action: Action | Event, subject: str, detail: str = "") -> None:
    activity.record(staff=by, action=action, subject=subject, detail=detail)
