"""Her pages. They take nothing from her, and they are the same whoever asks."""

from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from bredvid.door.answer import allows_forgetting, calm, quiet
from bredvid.door.contents import situations, text
from bredvid.door.writing import allows_writing, scripts
from bredvid.places.models import Service
from bredvid.places.reads import services_for_her, services_for_her_as_shipped

WAYS = {"b": "door:support", "c": "door:recognise", "d": "door:write"}


def numbers() -> list[Service]:
    """The verified numbers for her that always stand, however old their check is."""
    try:
        services = list(services_for_her())
    except DatabaseError:
        # Nothing may stand between her and a number: the file that fills the database says the same.
        services = services_for_her_as_shipped()
    return [service for service in services if service.phone]


@require_safe
@allows_forgetting
def landing(request: HttpRequest) -> HttpResponse:
    """One breath of text, numbers to press, three ways on. Each way first says how to leave."""
    if getattr(request, "static_build", False):
        return _landing(request, {letter: reverse(name) for letter, name in WAYS.items()})
    return _landing(request, {letter: reverse("door:leaving", args=[letter]) for letter in WAYS}, home="")


@require_safe
@allows_forgetting
def inside(request: HttpRequest) -> HttpResponse:
    """The same page for her who has been told how to leave: the ways lead straight on."""
    return _landing(request, {letter: reverse(name) for letter, name in WAYS.items()}, home="")


def _landing(request: HttpRequest, on: dict[str, str], **values: Any) -> HttpResponse:
    labels = {
        "b": gettext("Find support near you"),
        "c": gettext("Is this me?"),
        "d": gettext("Write to us"),
    }
    ways = [{"url": on[letter], "label": label} for letter, label in labels.items()]
    return calm(request, "door/landing.html", lines=numbers(), ways=ways, **values)


@require_safe
@allows_forgetting
def leaving(request: HttpRequest, onward: str) -> HttpResponse:
    """The interruption: what the way out does and what remains, before it is first needed."""
    return _text(request, "leaving", onward=reverse(WAYS[onward]), home="")


@require_safe
@allows_forgetting
def recognise(request: HttpRequest) -> HttpResponse:
    """Situations in her words, each folded: no address tells which she read, and nothing is counted."""
    return calm(request, "door/recognise.html", situations=situations(get_language() or "sv"))


@require_safe
@allows_writing
def write(request: HttpRequest) -> HttpResponse:
    """Where she writes: all of it is in the page's script. Without that, who can be reached instead stands here."""
    return calm(request, "door/write.html", lines=numbers(), scripts=scripts(request))


@require_safe
@allows_forgetting
def rights(request: HttpRequest) -> HttpResponse:
    """What she has a right to, what anonymous means, and what must be passed on."""
    return _text(request, "rights")


@require_safe
@allows_forgetting
def safety(request: HttpRequest) -> HttpResponse:
    """What can be hidden and what cannot."""
    return _text(request, "safety")


@require_safe
@allows_forgetting
def about(request: HttpRequest) -> HttpResponse:
    """Who makes the pages, and how accessible they are."""
    return _text(request, "about")


def _text(request: HttpRequest, name: str, **values: Any) -> HttpResponse:
    return calm(request, "door/text.html", text=text(name, get_language() or "sv"), **values)


@require_safe
def forget(request: HttpRequest) -> HttpResponse:
    """Asks the browser to clear what it has kept of this host. The leaving script asks for it, and never waits."""
    response = quiet(HttpResponse(status=204))
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_safe
def old(request: HttpRequest) -> HttpResponse:
    """The address that public pages and printed matter had: leads to the first page, and is not remembered."""
    return quiet(HttpResponseRedirect(reverse("door:help")))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that is none, on the door's own host: calm, and with numbers all the same."""
    return calm(request, "door/missing.html", status=404, lines=numbers())


def broken(request: HttpRequest) -> HttpResponse:
    """Something is wrong with us, on the door's own host. The numbers come from the file where nothing else answers."""
    return calm(request, "door/missing.html", status=500, lines=numbers())
