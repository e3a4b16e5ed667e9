"""What every public page knows: where one can go."""

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from bredvid.report.current import current_code
from bredvid.review.reads import published_rounds


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The main navigation with the current page marked, and the ways for each kind of reader."""
    return {
        # Made only when a template asks: her page does not, and must stand when the database does not.
        "navigation": cache(lambda: _navigation(request)),
        "audiences": cache(lambda: [_item(request, label, "report:audience", [slug]) for slug, label in audiences()]),
        "static_build": getattr(request, "static_build", False),
    }


def _navigation(request: HttpRequest) -> list[dict[str, str]]:
    match = request.resolver_match
    code = (match.kwargs.get("code") if match else None) or current_code()
    return [_item(request, label, name, args) for label, name, args in _main(code)]


def audiences() -> list[tuple[str, str]]:
    """The kinds of reader that have a page of their own: address and name."""
    return [
        ("kommun", gettext("Municipalities")),
        ("jour", gettext("Women's and girls' shelters")),
        ("press", gettext("Press and researchers")),
    ]


def _main(code: str) -> list[tuple[str, str, list[str]]]:
    # With one round there is nothing to compare: the page is led to from the questions, and no one is promised more.
    between: list[tuple[str, str, list[str]]] = []
    if published_rounds().count() > 1:
        between = [(gettext("Trends"), "report:trends", [])]
    return [
        (gettext("The report"), "report:round", [code]),
        (gettext("Questions"), "report:questions", [code]),
        *between,
        (gettext("Municipalities"), "report:municipalities", [code]),
        (gettext("Map"), "report:map", [code]),
        (gettext("Words and laws"), "report:words", []),
        (gettext("Open data"), "report:data", [code]),
    ]


def _item(request: HttpRequest, label: str, name: str, args: list[str]) -> dict[str, str]:
    try:
        url = reverse(name, args=args)
    except NoReverseMatch:  # an address that is no round of ours: the page will be a 404 with plain navigation
        url = reverse("report:start")
    here = request.path
    current = "page" if here == url else "true" if here.startswith(url) and name != "report:round" else ""
    return {"label": label, "url": url, "current": current}
