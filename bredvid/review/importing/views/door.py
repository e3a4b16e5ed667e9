"""Who comes in, and with how large a file: asked before the body of the request is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from bredvid.accounts.access import Action, requires
from bredvid.review.importing import limits

View = Callable[..., HttpResponseBase]
# What a form has besides its file.
_REST = limits.MEGABYTE


def upload(too_large: View) -> Callable[[View], View]:
    """A view that takes a file: first the door, then the size, then the form's own protection, which reads the body.

    Django's protection would read the whole body, however large, before the view is asked; so here it stands inside.
    """

    def decorate(view: View) -> View:
        protected = csrf_protect(view)

        @wraps(view)
        def sized(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            length = request.META.get("CONTENT_LENGTH") or "0"
            if request.method == "POST" and (not length.isdecimal() or int(length) > limits.FILE_BYTES + _REST):
                return too_large(request, *args, **kwargs)
            return protected(request, *args, **kwargs)

        guarded: View = csrf_exempt(requires(Action.IMPORT_RUN)(sized))
        return guarded

    return decorate
