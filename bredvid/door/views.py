"""Her pages. They take nothing from her, and they are the same whoever asks."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from bredvid.places.models import Service
from bredvid.places.reads import services_for_her, services_for_her_as_shipped


def _services() -> list[Service]:
    try:
        return list(services_for_her())
    except DatabaseError:
        # Nothing may stand between her and a number: the file that fills the database says the same.
        return services_for_her_as_shipped()


@require_safe
@cache_control(no_store=True)
def help_page(request: HttpRequest) -> HttpResponse:
    """One calm page: it is not your fault, whom to call, who stands beside you, how to leave fewer traces.

    A service with neither number nor web site is not named: a name alone is no help to her.
    """
    services = _services()
    context = {
        "lines": [service for service in services if service.phone],
        "shelters": [service for service in services if not service.phone and service.organisation.website],
    }
    response = render(request, "door/help.html", context)
    # Said here as well as in the settings: where she came from and went is nobody's business, in any installation.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
