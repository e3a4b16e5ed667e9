"""Who may do what here, and in whose part: a signed-in person belongs to one unit and meets no other.

What belongs to another unit is not found. It is looked for within one's own unit, and answered as what never was.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from bredvid.accounts.access import Action as Action, allows as allows, requires as requires, staff_of as staff_of
from bredvid.register.actions.tidying import tidy_once_a_day
from bredvid.register.models import Unit


def unit_of(request: HttpRequest) -> Unit | None:
    """The unit of the signed-in person's organisation; None where it has none."""
    organisation = staff_of(request).organisation_id
    return Unit.objects.select_related("organisation").filter(organisation_id=organisation).first()


def of_unit(action: Action) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Opens a view to those who may do this, and gives it their unit: `view(request, unit, …)`.

    Somebody without a unit meets a page that says whom to ask.
    """

    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @requires(action)
        @wraps(view)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            unit = unit_of(request)
            tidy_once_a_day()
            request.unit = unit  # type: ignore[attr-defined]  # for the frame of the page (templatetags/register_frame.py)
            return view(request, unit, *args, **kwargs) if unit else without_unit(request)

        return opened

    return decorate


def without_unit(request: HttpRequest) -> HttpResponse:
    """The page for somebody whose organisation does not count here yet."""
    return render(request, "register/no_unit.html", status=403)
