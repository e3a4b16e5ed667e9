"""Who may open each page under /personal/: what a view declares, and for allauth's views this list.

A page with no door is closed. The kinds: OPEN needs no account; SET_UP needs one and is also for somebody who has yet
to set up her second factor; INSIDE needs an account with the second factor her roles ask for; an Action needs a role.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.urls import ResolverMatch

from bredvid.accounts.roles import Action


class Door(StrEnum):
    """How far in a page is, where it belongs to no action."""

    OPEN = "open"
    SET_UP = "set-up"
    INSIDE = "inside"


ALLAUTH = {
    "account_login": Door.OPEN,
    "account_logout": Door.SET_UP,
    "account_inactive": Door.OPEN,
    "account_reauthenticate": Door.SET_UP,
    "account_change_password": Door.INSIDE,
    "account_set_password": Door.INSIDE,
    "account_reset_password": Door.OPEN,
    "account_reset_password_done": Door.OPEN,
    "account_reset_password_from_key": Door.OPEN,
    "account_reset_password_from_key_done": Door.OPEN,
    "mfa_index": Door.SET_UP,
    "mfa_authenticate": Door.OPEN,
    "mfa_reauthenticate": Door.SET_UP,
    "mfa_activate_totp": Door.SET_UP,
    "mfa_deactivate_totp": Door.INSIDE,
    "mfa_view_recovery_codes": Door.INSIDE,
    "mfa_generate_recovery_codes": Door.INSIDE,
    "mfa_download_recovery_codes": Door.INSIDE,
    "mfa_list_webauthn": Door.SET_UP,
    "mfa_add_webauthn": Door.SET_UP,
    "mfa_reauthenticate_webauthn": Door.SET_UP,
    "mfa_remove_webauthn": Door.INSIDE,
    "mfa_edit_webauthn": Door.INSIDE,
    "mfa_login_webauthn": Door.OPEN,
}


def door(kind: Door | Action) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declares the door of a view."""

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        view.door = kind  # type: ignore[attr-defined]
        return view

    return declare


def door_of(match: ResolverMatch | None, view: Callable[..., Any]) -> Door | Action | None:
    """The door of a page; None where nobody declared one."""
    declared: Door | Action | None = getattr(view, "door", None)
    if declared is None and match is not None and not match.namespaces:
        return ALLAUTH.get(match.url_name or "")
    return declared
