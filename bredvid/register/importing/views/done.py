"""An import that has been made: what it added; taking it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.errors import RegisterRefused
from bredvid.register.importing.reads import shown_import
from bredvid.register.importing.withdrawing import withdraw
from bredvid.register.models import SheetImport, Unit


@require_GET
@of_unit(Action.SHEET_IMPORT)
def done(request: HttpRequest, unit: Unit, pk: int) -> HttpResponse:
    """What an import added, and what of it is left."""
    return _page(request, unit, pk)


@require_POST
@of_unit(Action.SHEET_IMPORT)
def take_back(request: HttpRequest, unit: Unit, pk: int) -> HttpResponse:
    """Takes an import back."""
    try:
        withdraw(unit=unit, pk=pk, by=staff_of(request))
    except SheetImport.DoesNotExist:
        raise Http404 from None
    except RegisterRefused as refused:
        return _page(request, unit, pk, fault=str(refused))
    return redirect("register:import-done", pk)


def _page(request: HttpRequest, unit: Unit, pk: int, fault: str = "") -> HttpResponse:
    try:
        context = {"unit": unit, "batch": shown_import(unit, pk), "fault": fault}
    except SheetImport.DoesNotExist:
        raise Http404 from None
    return render(request, "register/importing/done.html", context, status=422 if fault else 200)
