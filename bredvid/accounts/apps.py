"""The room as Django knows it: it listens to allauth, and refuses on a public address what is for one's own machine."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# Names that lead to this machine alone; "testserver" is what tests call themselves.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})


class AccountsConfig(AppConfig):
    """Starts the room."""

    name = "bredvid.accounts"

    def ready(self) -> None:
        """Connects the receivers; raises ImproperlyConfigured for what may not be shown on a public address."""
        from bredvid.accounts import receivers as receivers

        refuse_public_demonstration()


def refuse_public_demonstration() -> None:
    """Demonstration sign-ins show their codes, and the page of mails everybody's: only on one's own machine.

    Raises ImproperlyConfigured elsewhere.
    """
    elsewhere = sorted(set(settings.ALLOWED_HOSTS) - LOOPBACK)
    for name, what in (("SHOW_DEMO_SIGN_INS", "Demonstration sign-ins are"), ("SHOW_MAIL", "The page of mails is")):
        if getattr(settings, name) and elsewhere:
            raise ImproperlyConfigured(
                f"{name} is on, and the site answers to {', '.join(elsewhere)}. "
                f"{what} for one's own machine: turn it off."
            )
