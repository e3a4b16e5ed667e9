"""How mail leaves: by the server of BREDVID_SMTP_URL, into a folder on one's own machine, or not at all."""

from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

# How a server is spoken to, and its usual port: in the open, in the open and then sealed, sealed from the first byte.
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


class MailNotConfiguredError(OSError):
    """No mail server is set."""


def mail_from(address: str | None) -> dict[str, Any]:
    """Turns BREDVID_SMTP_URL into Django's settings.

    No address means that every attempt to send raises MailNotConfiguredError. Raises ValueError for an address that is
    not `smtp+starttls://user:password@host:587`, `smtps://…` or `smtp://…`.
    """
    if not address:
        return {"EMAIL_BACKEND": "bredvid.config.mail.NoMail", "MAIL_CONFIGURED": False}
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(
            "BREDVID_SMTP_URL should be smtp+starttls://user:password@host:587 (or smtps://…:465, or smtp://host:25)."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
        "MAIL_CONFIGURED": True,
    }


def mail_into(folder: Path) -> dict[str, Any]:
    """Settings for one's own machine: each mail is a file in a folder, and /personal/post/ shows them."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(folder),
        "MAIL_CONFIGURED": True,
    }


class NoMail(BaseEmailBackend):
    """Refuses to send, in one line that says what to set."""

    def send_messages(self, email_messages: list[EmailMessage]) -> NoReturn:  # type: ignore[override]
        """Raises MailNotConfiguredError."""
        raise MailNotConfiguredError("No mail can be sent: set BREDVID_SMTP_URL and BREDVID_MAIL_FROM.")
