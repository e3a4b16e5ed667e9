"""Small makers of staff, in words of the room. Other rooms' tests use them too."""

import re
from itertools import count

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.mail import EmailMessage
from django.test import Client

from bredvid.accounts.models import Membership, Staff

PASSWORD = "a-quiet-lake-in-june"  # noqa: S105 (of nobody)
_numbers = count(1)


def staff_with(
    *roles: str,
    role: str = "",
    second_factor: bool = True,
    active: bool = True,
    email: str = "",
    name: str = "Ada Reviewer",
    password: str = PASSWORD,
) -> Staff:
    """Somebody with these roles; with an authenticator app unless `second_factor` is False."""
    address = email or f"staff{next(_numbers)}@bredvid.example"
    staff = Staff.objects.create_user(address, password, name=name, is_active=active)
    for code in dict.fromkeys((*roles, role) if role else roles):
        Membership.objects.create(staff=staff, role=code)
    if second_factor:
        give_second_factor(staff)
    return staff


def give_second_factor(staff: Staff) -> str:
    """An authenticator app and recovery codes for her; returns the app's secret."""
    secret = str(generate_totp_secret())
    TOTP.activate(staff, secret)
    RecoveryCodes.activate(staff)
    staff.forget_roles()
    return secret


def code_now(secret: str, *, at: float) -> str:
    """The six digits that the app shows at a moment."""
    return str(format_hotp_value(hotp_value(secret, int(at) // 30)))


def link_in(letter: EmailMessage) -> str:
    """The address in a mail, without the site."""
    found = re.search(r"http://testserver(/personal/\S+)", str(letter.body))
    if found is None:
        raise AssertionError(f"no link in the mail: {letter.body}")
    return found[1]


class SignedIn(Client):
    """A browser in which somebody has signed in."""

    staff: Staff


def signed_in_client(*roles: str, staff: Staff | None = None, role: str = "", second_factor: bool = True) -> SignedIn:
    """A browser in which somebody with these roles has signed in; `client.staff` is she."""
    client = SignedIn()
    client.staff = staff or staff_with(*roles, role=role, second_factor=second_factor)
    client.force_login(client.staff)
    return client
