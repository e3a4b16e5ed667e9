"""The room as Django knows it: it listens to allauth, and refuses demonstration sign-ins on a public address."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# Names that lead to this machine alone; "testserver" is what tests call themselves.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})


class AccountsConfig(AppConfig):
    """Starts the room."""

    name = "bredvid.accounts"

    def ready(self) -> None:
        """Connects the receivers; raises ImproperlyConfigured for demonstration sign-ins on a public address."""
        from bredvid.accounts import receivers as receivers

        refuse_public_demonstration()


def refuse_public_demonstration() -> None:
    """Demonstration sign-ins show their own codes: only on one's own machine. Raises ImproperlyConfigured elsewhere."""
    if settings.SHOW_DEMO_SIGN_INS and not set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        raise ImproperlyConfigured(
            "SHOW_DEMO_SIGN_INS is on, and the site answers to "
            f"{', '.join(sorted(set(settings.ALLOWED_HOSTS) - LOOPBACK))}. "
            "Demonstration sign-ins are for one's own machine: turn it off."
        )
