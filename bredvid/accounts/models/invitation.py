"""An invitation to become staff. There is no account until it is accepted."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


def _fresh_nonce() -> str:
    return secrets.token_urlsafe(24)


class Invitation(models.Model):
    """Somebody who is invited and has not answered. It is deleted once she has: the log remembers."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        "places.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    roles = models.JSONField(default=list)
    # A part of the signed link; a new one makes every older link of hers worthless.
    nonce = models.CharField(max_length=40, default=_fresh_nonce)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invited"
    )
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name", "id")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_invitation_per_email")]

    def __str__(self) -> str:
        return self.name or self.email

    def renew(self) -> None:
        """Makes older links worthless and begins the days anew; the caller saves."""
        self.nonce, self.sent_at = _fresh_nonce(), timezone.now()
