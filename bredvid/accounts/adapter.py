"""What allauth asks of the house: how mails are written, and whom it may let in."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from bredvid.accounts import mails
from bredvid.accounts.access import needs_second_factor
from bredvid.accounts.models import Staff


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """No public sign-up; mails without address or browser, which never stop what they tell of."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of her own: colleagues invite."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For counting attempts in memory. A server on a socket knows none: then all count together."""
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return "-"

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """Never told."""
        return ""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends a mail of allauth's; what it tells of has happened, so a failure is logged and not raised."""
        values = {"email": email, **context}
        # The link to a new password goes aside: a page must not take longer for an address that somebody has.
        aside = template_prefix == "account/email/password_reset_key"
        mails.deliver(self.render_mail(template_prefix, email, values), aside=aside)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells somebody that her account was changed; without the address and browser that allauth would put in."""
        self.send_mail(template_prefix, email or user.email, {"user": user, **(context or {})})


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The last second factor stays where a role asks for one; secrets are sealed with the installation's key."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether one is left, or none is needed."""
        staff = Staff.objects.get(pk=authenticator.user_id)
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not needs_second_factor(staff):
            return True
        factors = Authenticator.objects.filter(user_id=staff.pk, type__in=("totp", "webauthn"))
        return bool(factors.exclude(pk=authenticator.pk).exists())

    def encrypt(self, text: str) -> str:
        """Seals a secret, so that a stolen database opens no second factor without the key beside it."""
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Opens it. Raises cryptography's InvalidToken after a change of the installation's key."""
        return _sealer().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """The QR code as an SVG that stands in the page itself, without the XML declaration."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]

    def _get_site_name(self) -> str:
        return "Bredvid"


def _sealer() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"bredvid/accounts/second-factor").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(key))
