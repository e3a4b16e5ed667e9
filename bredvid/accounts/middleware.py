"""Who is asking is known under /personal/ and on draft rounds, and nowhere else."""

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from bredvid.accounts import access, addresses
from bredvid.accounts.doors import door_of
from bredvid.accounts.roles import Action

Answer = Callable[[HttpRequest], HttpResponse]


class StaffSessions:
    """Sessions, sign-in and messages for the addresses of staff; for all others none of that code runs.

    A draft's address asked without a session cookie is left alone too, so that it is answered like one that never was.
    """

    def __init__(self, get_response: Answer) -> None:
        self.readers = get_response
        self._sessions = SessionMiddleware(AuthenticationMiddleware(MessageMiddleware(get_response)))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answers by the one way or the other."""
        if addresses.is_personal(request.path_info):
            response = self._staff(request)
            add_never_cache_headers(response)
            response.headers["X-Robots-Tag"] = "noindex"
            return response
        if addresses.is_draft(request.path_info) and settings.SESSION_COOKIE_NAME in request.COOKIES:
            response = self._staff(request)
            if response.status_code == 404:
                # The refusal of a draft says nothing of what was looked at to refuse it.
                response.headers.pop("Vary", None)
                cast(HttpResponse, response).cookies.clear()
            else:
                add_never_cache_headers(response)
            return response
        return self.readers(request)

    def _staff(self, request: HttpRequest) -> HttpResponseBase:
        return cast(HttpResponseBase, self._sessions(request))


class _Guard:
    """What is asked once the view is known; the answer passes as it is."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes on."""
        return self.get_response(request)


class ClosedByDefault(_Guard):
    """A page under /personal/ that does not say who may see it is shown to nobody."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Lets through what has declared its door, and asks for the second factor before anything else."""
        if not addresses.is_personal(request.path_info):
            return None
        door = door_of(request.resolver_match, view)
        if door is None:
            return access.refused(request)
        return access.at_door(request, door)


class DraftsAreForStaff(_Guard):
    """A draft round's address is answered as one that never was, unless somebody may read rounds."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> None:
        """Raises Http404 for a draft and a reader who may not read rounds."""
        if addresses.is_personal(request.path_info) or not str(kwargs.get("code", "")).endswith(addresses.DRAFT):
            return
        if not access.allows(getattr(request, "user", None), Action.ROUND_READ):
            # As for an address that no pattern matches: the page's links are those of the first page.
            request.resolver_match = None
            raise Http404
