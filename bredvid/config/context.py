"""What every template may know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language


def house(request: HttpRequest) -> dict[str, Any]:
    """The other language's address of this page, and whether the catalogue is served."""
    other = "sv" if get_language() == "en" else "en"
    # An address that leads nowhere is not repeated: it may hold anything.
    here = request.path if request.resolver_match else reverse("report:start")
    return {
        "other_language": other,
        "other_language_url": translate_url(here, other),
        "show_catalogue": settings.SHOW_CATALOGUE,
    }
