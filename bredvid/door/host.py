"""The door on a host name of its own: there nothing else is found, and elsewhere its addresses lead there."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from bredvid.door.answer import quiet
from bredvid.door.silence import is_hers

# Of the static files only those of her own pages.
STATIC = "a/"
URLS = "bredvid.config.door_urls"


def is_door_host(host: str) -> bool:
    """Whether a Host header, with or without a port, names the door's own host."""
    own = _name(settings.DOOR_HOST)
    return bool(own) and _name(host) == own


def _name(host: str) -> str:
    return host.strip().casefold().partition(":")[0].rstrip(".")


class DoorHost:
    """Chooses the addresses by the host name. Without the setting nothing is changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """On the door's host: her pages alone. On any other: her addresses lead to it."""
        if is_door_host(request.META.get("HTTP_HOST", "")):
            request.urlconf = URLS
            if _is_foreign_file(request.path_info):
                request.path_info = request.path = "/-/"
        elif settings.DOOR_HOST and is_hers(request.path_info) and not getattr(request, "static_build", False):
            return quiet(HttpResponseRedirect(f"//{settings.DOOR_HOST}{request.path}"))
        return self.get_response(request)


def _is_foreign_file(path: str) -> bool:
    return path.startswith(settings.STATIC_URL) and not path.startswith(settings.STATIC_URL + STATIC)
