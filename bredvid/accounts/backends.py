"""Who can sign in: active staff; staff of the demonstration only where it is shown."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser


class StaffBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's, by e-mail and password. It takes as long for an address that nobody has."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Asked at every request, so that closing an account ends its sessions at once."""
        if getattr(user, "demonstration", False) and not settings.SHOW_DEMO_SIGN_INS:
            return False
        return bool(super().user_can_authenticate(user))
