"""Who comes in, and with how large a file: asked before the body of the request is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

from bredvid.accounts.access import Action, requires
from bredvid.sheets import limits

View = Callable[..., HttpResponseBase]
# What a form has besides its file.
_REST = limits.MEGABYTE
_protection = CsrfViewMiddleware(lambda request: HttpResponse())


def upload(too_large: View) -> Callable[[View], View]:
    """A view that takes a file: first the door, then the size, then the form's own protection, which reads the body.

    Django's protection would read the whole body, however large, before the view is asked; so here it is asked later.
    It is the same check. Its cookie is left to the house's middleware, which sends more with it (config/middleware.py).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def sized(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            length = request.META.get("CONTENT_LENGTH") or "0"
            if request.method == "POST" and (not length.isdecimal() or int(length) > limits.FILE_BYTES + _REST):
                return too_large(request, *args, **kwargs)
            return _protection.process_view(request, view, args, kwargs) or view(request, *args, **kwargs)

        guarded: View = csrf_exempt(requires(Action.IMPORT_RUN)(sized))
        return guarded

    return decorate
