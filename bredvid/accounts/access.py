"""Who may do what. Every page of staff asks here, and a page that does not ask is closed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bredvid.accounts.doors import Door as Door, door as door
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import ROLES, Action as Action, actions_of

View = Callable[..., Any]


def allows(staff: object, action: Action) -> bool:
    """Whether somebody may do something: active, in a role that has it, with the second factor her roles ask for.

    Anybody else than staff may do nothing, and neither may somebody who lacks a second factor that a role asks for.
    """
    if not isinstance(staff, Staff) or not staff.is_active:
        return False
    if action not in actions_of(staff.roles):
        return False
    return not lacks_second_factor(staff)


def staff_of(request: HttpRequest) -> Staff:
    """Who is signed in, on a page whose door has been passed. Raises TypeError where nobody is."""
    user = getattr(request, "user", None)
    if not isinstance(user, Staff):
        raise TypeError("nobody has signed in: has this page a door?")
    return user


def lacks_second_factor(staff: Staff) -> bool:
    """Whether she has a role that asks for a second factor, and none."""
    return needs_second_factor(staff) and not staff.has_second_factor


def needs_second_factor(staff: Staff) -> bool:
    """Whether any of her roles changes something, or sees exact numbers of persons."""
    return any(ROLES[code].needs_second_factor for code in staff.roles if code in ROLES)


def requires(action: Action) -> Callable[[View], View]:
    """Opens a view to those who may do this.

    Anybody else meets, in this order: the page for signing in, the page for setting up a second factor, a calm refusal.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return at_door(request, action) or view(request, *args, **kwargs)

        return door(action)(checked)

    return decorate


def at_door(request: HttpRequest, kind: Door | Action) -> HttpResponse | None:
    """What to answer instead of the page behind a door; None for those who may pass."""
    if kind is Door.OPEN:
        return None
    user = getattr(request, "user", None)
    if not isinstance(user, Staff) or not user.is_active:
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
    if kind is not Door.SET_UP and lacks_second_factor(user):
        return HttpResponseRedirect(reverse("mfa_index"))
    return refused(request) if isinstance(kind, Action) and not allows(user, kind) else None


def refused(request: HttpRequest) -> HttpResponse:
    """The calm refusal: it names neither what was asked for nor whether it exists."""
    return render(request, "accounts/refused.html", status=403)
