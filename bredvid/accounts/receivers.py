"""What allauth tells of somebody's own account goes into the log of what staff did."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.dispatch import receiver
from django.http import HttpRequest

from bredvid.accounts import sessions
from bredvid.accounts.activity import Event, record
from bredvid.accounts.models import Staff


def subject_of(staff: Staff) -> str:
    """How the log names somebody: by number, so that her name can change."""
    return f"staff/{staff.pk}"


@receiver(account.user_logged_in)
def signed_in(sender: object, user: Staff, **others: Any) -> None:
    """Somebody signed in; what is left of sessions that have ended goes."""
    sessions.forget_ended()
    record(staff=user, action=Event.SIGNED_IN, subject=subject_of(user))


@receiver((account.password_changed, account.password_set, account.password_reset))
def password_changed(sender: object, user: Staff, **others: Any) -> None:
    """Somebody chose a new password."""
    record(staff=user, action=Event.PASSWORD_CHANGED, subject=subject_of(user))


@receiver(mfa.authenticator_added)
def factor_added(
    sender: object, request: HttpRequest, user: Staff, authenticator: Authenticator, **others: Any
) -> None:
    """Somebody set up an authenticator app, a key or recovery codes.

    It was in her hand a moment ago, so she is not asked for it again before she sees her recovery codes.
    """
    record(staff=user, action=Event.FACTOR_ADDED, subject=subject_of(user), detail=authenticator.type)
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, method="mfa", type=authenticator.type, reauthenticated=True)


@receiver(mfa.authenticator_removed)
def factor_removed(sender: object, user: Staff, authenticator: Authenticator, **others: Any) -> None:
    """Somebody took one away."""
    record(staff=user, action=Event.FACTOR_REMOVED, subject=subject_of(user), detail=authenticator.type)


@receiver(mfa.authenticator_reset)
def codes_made(sender: object, user: Staff, **others: Any) -> None:
    """Somebody made new recovery codes."""
    record(staff=user, action=Event.CODES_MADE, subject=subject_of(user))
