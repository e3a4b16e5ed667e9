"""The door to the register: it leads on to the first page that is open to the one who comes."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from bredvid.register.access import Action, of_unit
from bredvid.register.models import Unit
from bredvid.register.tabs import tabs_for


@of_unit(Action.FIGURES_READ)
@require_safe
def home(request: HttpRequest, unit: Unit) -> HttpResponse:
    """A worker begins by counting, a coordinator at the figures."""
    return HttpResponseRedirect(tabs_for(request)[0]["url"])
