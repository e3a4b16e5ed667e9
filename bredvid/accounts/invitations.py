"""The link in an invitation: signed, good for seven days, and for one answer."""

from datetime import timedelta

from django.core import signing
from django.db.models import QuerySet

from bredvid.accounts.models import Invitation

DAYS = 7
_SALT = "accounts.invitation"


class InvitationError(LookupError):
    """The link is no invitation: wrong, too old, used, renewed or withdrawn. It does not say which."""


def token_of(invitation: Invitation) -> str:
    """What stands in the link."""
    return signing.dumps({"invitation": invitation.pk, "nonce": invitation.nonce}, salt=_SALT)


def invitation_of(token: str, among: QuerySet[Invitation] | None = None) -> Invitation:
    """The invitation of a link. Raises InvitationError for every link that opens nothing."""
    try:
        said = signing.loads(token, salt=_SALT, max_age=timedelta(days=DAYS))
    except signing.BadSignature as error:
        raise InvitationError from error
    invitations = Invitation.objects.all() if among is None else among
    found = invitations.filter(pk=said["invitation"], nonce=said["nonce"]).first()
    if found is None:
        raise InvitationError
    return found
