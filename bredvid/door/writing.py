"""The page on which she writes: what its scripts may do, and where they lie.

Everything is done in her browser (bredvid/room/static/bredvid/room/her/), joined into files by `make`.
"""

import re
from collections.abc import Callable
from typing import TypeVar, cast

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static

# Argon2id is compiled, and only the worker does it. No text becomes a script but the worker's own address.
_COMPILES = {"script-src": ["'self'", "'wasm-unsafe-eval'"]}
_WRITES = _COMPILES | {
    "connect-src": ["'self'"], "worker-src": ["'self'"], "trusted-types": ["bredvid-room"]
}  # fmt: skip
_WORKER = re.compile(r"/a/w(\.[0-9a-f]+)?\.js$")
_View = TypeVar("_View", bound=Callable[..., HttpResponse])


def allows_writing(view: _View) -> _View:
    """Lets the page ask us and nobody else, start our worker, and compile Argon2id."""
    return cast(_View, csp_replace(_WRITES)(view))


def scripts(request: HttpRequest) -> dict[str, str]:
    """Where the page's script, its worker and the list lie; nothing where there is no server to write to.

    Where they have not been built nothing is said either: then she meets the numbers, and no error.
    """
    if getattr(request, "static_build", False):
        return {}
    try:
        return {"page": static("a/d.js"), "worker": static("a/w.js"), "list": static("a/d.json")}
    except ValueError:
        return {}


class WorkerPolicy:
    """A worker has the policy of its own answer, not the page's: ours may compile Argon2id, and ask nobody anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the policy where it is the worker."""
        response = self.get_response(request)
        if _WORKER.search(request.path_info):
            response._csp_replace = _COMPILES  # type: ignore[attr-defined]  # as django-csp's decorators do
        return response
