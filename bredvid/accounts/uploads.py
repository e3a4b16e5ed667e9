"""Pages of staff that take a file. Who comes in, and with how large a file, is asked before the request is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponseBase]
Decorator = Callable[[View], View]
# What a form has besides its file.
_REST = 1024 * 1024
_protection = CsrfViewMiddleware(lambda request: HttpResponse())


class InMemory(MemoryFileUploadHandler):
    """Keeps a file in memory however large it is: its size has been judged, and it shall never lie on a disk."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Takes every file."""
        self.activated = True


def upload(door: Decorator, *, most_bytes: int, too_large: View, in_memory: bool = False) -> Decorator:
    """A view that takes a file: first the door, then the size, then the form's own protection, which reads the body.

    Django's protection would read the whole body, however large, before the view is asked; so here it is asked later.
    It is the same check. Its cookie is left to the house's middleware, which sends more with it (config/middleware.py).
    With `in_memory` nothing of the file is written to a disk on its way in.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def sized(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            length = request.META.get("CONTENT_LENGTH") or "0"
            if request.method == "POST" and (not length.isdecimal() or int(length) > most_bytes + _REST):
                return too_large(request, *args, **kwargs)
            if in_memory:
                request.upload_handlers = [InMemory(request)]
            return _protection.process_view(request, view, args, kwargs) or view(request, *args, **kwargs)

        guarded: View = csrf_exempt(door(sized))
        return guarded

    return decorate
