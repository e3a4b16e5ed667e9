"""Asks the application itself for a page, the way a web server does, without a network."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class FetchError(Exception):
    """The application did not answer with a page. The message names the address and what came instead."""


@dataclass(frozen=True)
class Fetched:
    """What the application answered: bytes and their media type, without parameters."""

    content: bytes
    media_type: str


def fetch(address: str) -> Fetched:
    """The answer to GET `address` ("/en/ord/", "/2025/kommuner/?ordning=lan"). Raises FetchError unless it is 200."""
    answered: dict[str, Any] = {}

    def start_response(status: str, headers: list[tuple[str, str]], *_error: object) -> Callable[[bytes], object]:
        answered.update(status=status, headers=dict(headers))
        return lambda _: None

    with _one_connection():
        response: Iterable[bytes] = _application()(_environ(address), start_response)
        try:
            content = b"".join(response)
        finally:
            # WSGI: whoever was given a response closes it.
            getattr(response, "close", lambda: None)()
    if not answered["status"].startswith("200"):
        raise FetchError(f"{address} answered {answered['status']}")
    return Fetched(content, answered["headers"]["Content-Type"].partition(";")[0])


@contextmanager
def _one_connection() -> Iterator[None]:
    """Keeps the database open between pages: a server closes it after each request, but here there is one job."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


class _Handler(WSGIHandler):
    """The application, told that no server will be there: its templates leave out the search form."""

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        request.static_build = True  # type: ignore[attr-defined]
        return super().get_response(request)


@cache
def _application() -> _Handler:
    return _Handler()


def _environ(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    environ: dict[str, Any] = {
        "PATH_INFO": unquote(parts.path).encode().decode("latin-1"),
        "QUERY_STRING": parts.query,
        "REQUEST_METHOD": "GET",
        "HTTP_HOST": _host(),
        # A public installation sends plain http elsewhere and believes its proxy.
        "wsgi.url_scheme": "https",
        "HTTP_X_FORWARDED_PROTO": "https",
    }
    setup_testing_defaults(environ)
    return environ


def _host() -> str:
    named = [host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"]
    return named[0] if named else "localhost"
