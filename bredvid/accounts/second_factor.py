"""A six-digit code opens once, whichever process of the server it comes to.

allauth remembers used codes in the memory of one process. Several processes share the database: there stands the
number of the last thirty seconds whose code was used, and no code of that time or earlier opens again.
"""

import time
from typing import Any

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.db import transaction
from django.utils.translation import gettext_lazy as _


class OnceMixin:
    """Refuses a code whose time has been used."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """The code, once."""
        code: str = super().clean_code()  # type: ignore[misc]  # of the form that it is mixed into
        if self.authenticator.type == Authenticator.Type.TOTP and not use(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SignInForm(OnceMixin, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code asked for when signing in."""


class ConfirmForm(OnceMixin, ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The code asked for before something important."""


class NewKeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A new key. What the browser derives from it for our own secrets is never sent here, and is refused if it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
        self.fields["name"].help_text = _("So that you can tell it from others: »the phone«, »the blue key«.")
        self.fields["passwordless"].label = _("Sign in with this key alone, without a password")
        self.fields["passwordless"].help_text = _(
            "The key then asks for your finger, your face or its own PIN. That makes it a passkey."
        )

    def clean_credential(self) -> Any:
        """The key's public part."""
        credential = self.cleaned_data["credential"]
        if isinstance(credential, dict):
            extensions = credential.get("clientExtensionResults")
            if isinstance(extensions, dict) and isinstance(extensions.get("prf"), dict):
                extensions["prf"].pop("results", None)
        return credential


def use(authenticator: Authenticator, code: str) -> bool:
    """Marks the time of a right code as used; False where it was, or one after it."""
    with transaction.atomic():
        kept = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
        step = _step_of(decrypt(kept.data["secret"]), code)
        if step is None or step <= kept.data.get("last_step", -1):
            return False
        kept.data["last_step"] = step
        kept.save(update_fields=["data"])
    return True


def _step_of(secret: str, code: str) -> int | None:
    now = int(time.time()) // app_settings.TOTP_PERIOD
    slack = app_settings.TOTP_TOLERANCE
    for step in range(now + slack, now - slack - 1, -1):
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            return step
    return None
