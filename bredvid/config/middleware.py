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
