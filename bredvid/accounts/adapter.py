"""What allauth asks of the house: how mails are written, and whom it may let in. It remembers no address of anybody."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from bredvid.accounts.access import needs_second_factor
from bredvid.accounts.models import Staff


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No public sign-up; mails without address or browser."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account of her own: colleagues invite."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For counting attempts in memory. A server on a socket knows none: then all count together."""
        return str(request.META.get("REMOTE_ADDR") or "-")

    def get_http_user_agent(self, request: HttpRequest) -> str:
        """Never told."""
        return ""

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells somebody that her account was changed; without the address and browser that allauth would put in."""
        self.send_mail(template_prefix, email or user.email, {"user": user, **(context or {})})


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The last second factor stays where a role asks for one."""

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether one is left, or none is needed."""
        staff = Staff.objects.get(pk=authenticator.user_id)
        if authenticator.type == Authenticator.Type.RECOVERY_CODES or not needs_second_factor(staff):
            return True
        others = Authenticator.objects.filter(user_id=staff.pk, type__in=("totp", "webauthn")).exclude(
            pk=authenticator.pk
        )
        return bool(others.exists())

    def _get_site_name(self) -> str:
        return "Bredvid"

    def build_totp_svg(self, url: str) -> str:
        """The QR code as an SVG that stands in the page itself: without declaration, black on white."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]
