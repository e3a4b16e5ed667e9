"""Who may open a page of the desk: staff of an organisation, in a role that answers; and never another organisation's.

What belongs to another organisation is looked for within one's own and answered as what never was.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace, csp_update
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from bredvid.accounts.access import Action as Action, allows as allows, requires, staff_of as staff_of
from bredvid.places.models import Organisation

View = Callable[..., Any]
# The page opens what is sealed: it asks this site, runs a worker of ours, and compiles Argon2id.
POLICY = {
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "trusted-types": ["bredvid-room"],
}


def of_organisation(action: Action) -> Callable[[View], View]:
    """Opens a view to those who may do this, and gives it their organisation: `view(request, organisation, …)`.

    Somebody who belongs to none meets a page that says whom to ask. Nothing is kept by any cache.
    """

    def decorate(view: View) -> View:
        @requires(action)
        @never_cache
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            organisation = organisation_of(request)
            return view(request, organisation, *args, **kwargs) if organisation else without(request)

        return opened

    return decorate


def opens(view: View) -> View:
    """A page on which keys are opened: its policy is replaced by what that needs, and nothing else."""
    asked: View = csp_update({key: POLICY[key] for key in ("connect-src", "worker-src")})(view)
    replaced: View = csp_replace({key: POLICY[key] for key in ("script-src", "trusted-types")})(asked)
    return replaced


def organisation_of(request: HttpRequest) -> Organisation | None:
    """The signed-in person's organisation."""
    return staff_of(request).organisation


def without(request: HttpRequest) -> HttpResponse:
    """The page for somebody whose account belongs to no organisation."""
    return render(request, "room/desk/no_organisation.html", status=403)
