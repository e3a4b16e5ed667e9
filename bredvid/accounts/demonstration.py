"""Staff made up for one's own machine, each with an authenticator app whose code the sign-in page shows.

Made only where the settings say SHOW_DEMO_SIGN_INS, which no public address may (apps.py); marked in the database, and
refused by the backend wherever that setting is off, so that a database that is carried over opens to nobody.
"""

import base64
import hashlib
import time
from dataclasses import dataclass

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.db import transaction

from bredvid.accounts.models import Membership, Staff
from bredvid.accounts.roles import ROLES

PASSWORD = "stod-vid-sidan"  # noqa: S105 (of nobody: these people are made up, and refused on a public site)
# Name by role. The e-mail is the role's.
PEOPLE = {
    "reviewer": "Gry Granskare",
    "administrator": "Ada Administratör",
    "analyst": "Alva Analytiker",
    "coordinator": "Saga Samordnare",
    "worker": "Jorid Jourarbetare",
}
SHORT = {"administrator": "admin"}
PERIOD = 30  # seconds that a code is shown


@dataclass(frozen=True)
class DemoPerson:
    """What the sign-in page shows of one: e-mail, role, and the code of the moment."""

    email: str
    role: str
    code: str


def email_of(role: str) -> str:
    """reviewer@demo.bredvid.example"""
    return f"{SHORT.get(role, role)}@demo.bredvid.example"


def is_due() -> bool:
    """Whether the made-up staff should be there and are not."""
    return settings.SHOW_DEMO_SIGN_INS and Staff.objects.filter(demonstration=True).count() < len(PEOPLE)


def make() -> None:
    """Makes those who are missing. Raises ValueError where demonstration sign-ins are not shown."""
    if not settings.SHOW_DEMO_SIGN_INS:
        raise ValueError("Demonstration staff are made only on one's own machine (SHOW_DEMO_SIGN_INS).")
    with transaction.atomic():
        for role, name in PEOPLE.items():
            if not Staff.objects.filter(email__iexact=email_of(role)).exists():
                _make(role, name)


def _make(role: str, name: str) -> None:
    staff = Staff.objects.create_user(email_of(role), PASSWORD, name=name, demonstration=True)
    Membership.objects.create(staff=staff, role=role)
    TOTP.activate(staff, secret_of(staff.email))
    RecoveryCodes.activate(staff)


def secret_of(email: str) -> str:
    """The authenticator's secret of somebody made up: the same everywhere, so that the page can show her code."""
    return base64.b32encode(hashlib.sha256(f"bredvid demonstration {email}".encode()).digest()[:20]).decode()


def people(now: float | None = None) -> list[DemoPerson]:
    """The made-up staff with their codes of the moment, as far as they exist; nobody where they are not shown."""
    if not settings.SHOW_DEMO_SIGN_INS:
        return []
    step = int(time.time() if now is None else now) // PERIOD
    there = set(Staff.objects.filter(demonstration=True, is_active=True).values_list("email", flat=True))
    return [
        DemoPerson(
            email_of(role), str(ROLES[role].label), format_hotp_value(hotp_value(secret_of(email_of(role)), step))
        )
        for role in PEOPLE
        if email_of(role) in there
    ]
