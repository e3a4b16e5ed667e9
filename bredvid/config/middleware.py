"""Middleware of the house. It reads the address and nothing else of the reader."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation


class LanguageFromAddress:
    """English under /en/, Swedish everywhere else. No cookie, and the browser's own settings are not read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activates the language of the address for this request."""
        language = "en" if request.path_info == "/en" or request.path_info.startswith("/en/") else "sv"
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response


class FormsSayWhereTheyAreFrom:
    """A page with a form lets the browser tell our own site, and no other, where the form was.

    Under `no-referrer` a browser sends every form with `Origin: null`, and Django rightly refuses it. Stands inside
    Django's CSRF middleware, whose mark on the request says that a form of the page holds a token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Relaxes the policy of such a page, and of no other."""
        response = self.get_response(request)
        if request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
