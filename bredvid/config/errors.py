"""What a reader meets when we cannot answer: a calm page that needs no database and repeats nothing of what was asked.

It leads to her help first of all. Telephone numbers come from the directory alone, and the directory may be what is
broken, so the page has a link and no number. A page that is not there has its own view, in the report's room.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext

from bredvid.door.links import door_address

STYLES = ("bredvid/css/tokens.css", "bredvid/css/calm.css")


def broken(request: HttpRequest) -> HttpResponse:
    """Answers 500: something is wrong with us."""
    return _page(
        500,
        gettext("Something went wrong with us"),
        gettext("It is nothing you did. Try again in a while."),
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answers 400: what came cannot be read as a question to this site."""
    return _page(
        400,
        gettext("We could not read that address"),
        gettext("Go to the first page and look from there."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Answers 403: a form that did not come from a page of ours, or whose page had grown too old."""
    return _page(
        403,
        gettext("That could not be sent"),
        gettext(
            "Nothing was saved. Go back, load the page again and send it once more. The browser must allow cookies."
        ),
    )


def _page(status: int, title: str, text: str) -> HttpResponse:
    language = get_language() or "sv"
    values = {
        "title": title,
        "text": text,
        "language": language,
        "styles": _styles(),
        "help": door_address(),
        "start": reverse("report:start"),
    }
    # Without the request: nothing of it can be repeated, and no context processor asks the database.
    return HttpResponse(render_to_string("error.html", values), status=status, headers={"Cache-Control": "no-store"})


def _styles() -> list[str]:
    """The addresses of the styles; none where they are what is broken."""
    try:
        return [static(name) for name in STYLES]
    except ValueError:
        return []
