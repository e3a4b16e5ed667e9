"""How every page of hers is answered: the same whoever asks, kept by nobody, and telling nobody where she came from."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_bidi, gettext

_FORGETS = {"connect-src": ["'self'"]}
_View = TypeVar("_View", bound=Callable[..., HttpResponse])


def allows_forgetting(view: _View) -> _View:
    """Lets the leaving script of a page ask us, and nobody else, to clear what the browser has kept."""
    return cast(_View, csp_update(_FORGETS)(view))


def calm(request: HttpRequest, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A page of hers. Of the request its address alone is used, for the link to the other language.

    It is rendered without the request, so that no context processor of another room runs: the door stands alone,
    also on a host name of its own.
    """
    return quiet(HttpResponse(render_to_string(template, house(request) | values), status=status))


def quiet(response: HttpResponse) -> HttpResponse:
    """Asks that no copy be kept, and tells no other site where she came from, whatever the settings say."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def house(request: HttpRequest) -> dict[str, Any]:
    """What every page of hers knows."""
    language = get_language() or "sv"
    other = "sv" if language == "en" else "en"
    here = request.path if request.resolver_match else reverse("door:help")
    return {
        "language": language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "site_name": site_name(),
        "other_language": other,
        "other_language_url": translate_url(here, other),
        "home": reverse("door:inside"),
        "more": more(),
    }


def site_name() -> str:
    """What stands in her history: a name of one's own choice, or a neutral one."""
    return settings.DOOR_NAME or gettext("Notes")


def more() -> list[dict[str, str]]:
    """The pages beside the three ways on, in the foot of every page."""
    pages = (
        ("door:rights", gettext("Your rights")),
        ("door:safety", gettext("Safe on phone and web")),
        ("door:about", gettext("About these pages")),
    )
    return [{"url": reverse(name), "label": label} for name, label in pages]
