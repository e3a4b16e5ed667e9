"""Outreach: counted, corrected, taken back, and on from it to the talks it came to."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import outreach as actions
from bredvid.register.actions.contacts import MOST_ALIKE
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.outreach import OutreachForm, initial_of
from bredvid.register.models import Outreach, Unit
from bredvid.register.reads import outreach as reads
from bredvid.register.reads.language import language
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.reads.years import is_frozen
from bredvid.register.rules.months import of_day, year_of


@of_unit(Action.CONTACT_REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def outreach(request: HttpRequest, unit: Unit) -> HttpResponse:
    """This year's outreach, and a card for one more."""
    now = of_day(clock.today())
    if request.method != "POST":
        return _show_all(request, unit, OutreachForm(unit=unit, initial={"month": now, "place": unit.place}))
    form = OutreachForm(request.POST, unit=unit)
    if not form.is_valid():
        return _show_all(request, unit, form, status=422)
    try:
        made = actions.record(unit=unit, staff=staff_of(request), key=form.cleaned_data["key"], **form.counted())
    except RegisterRefused as refused:
        return _show_all(request, unit, form, refused=str(refused), status=409)
    return HttpResponseRedirect(f"{reverse('register:outreach')}?raknat={made.pk}")


@of_unit(Action.CONTACT_REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def one_outreach(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
    """One evening out, to correct."""
    held = _held(unit, number)
    if request.method != "POST":
        return _show_one(request, unit, held, OutreachForm(unit=unit, held=held, initial=initial_of(held)))
    form = OutreachForm(request.POST, unit=unit, held=held)
    if not form.is_valid():
        return _show_one(request, unit, held, form, status=422)
    try:
        actions.correct(unit=unit, staff=staff_of(request), outreach=held, **form.counted())
    except RegisterRefused as refused:
        return _show_one(request, unit, held, form, refused=str(refused), status=409)
    return HttpResponseRedirect(f"{reverse('register:outreach')}?klart=rattat")


@of_unit(Action.CONTACT_REGISTER)
@require_POST
def remove_outreach(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
    """Removes one."""
    held = _held(unit, number)
    try:
        actions.remove(unit=unit, staff=staff_of(request), outreach=held)
    except RegisterRefused as refused:
        form = OutreachForm(unit=unit, held=held, initial=initial_of(held))
        return _show_one(request, unit, held, form, refused=str(refused), status=409)
    return HttpResponseRedirect(f"{reverse('register:outreach')}?klart=borttaget")


def _held(unit: Unit, number: int) -> Outreach:
    held = reads.outreach_of(unit, number)
    if held is None:
        raise Http404
    return held


def _show_all(request: HttpRequest, unit: Unit, form: OutreachForm, *, status: int = 200, **more: Any) -> HttpResponse:
    year = clock.today().year
    evenings = reads.of_year(unit, year, language())
    asked = request.GET.get("raknat", "")
    counted = reads.outreach_of(unit, int(asked)) if asked.isascii() and asked.isdigit() else None
    context = {
        "form": form,
        "year": year,
        "evenings": [(each, month_in_words(each.outreach.month)) for each in evenings],
        "is_closed": is_frozen(unit, year),
        "counted": counted,
        # The card counts up to fifty at once; an evening with more is counted in turns.
        "talks": min(counted.conversations or 0, MOST_ALIKE) if counted else 0,
        "done": request.GET.get("klart", ""),
    }
    return render(request, "register/outreach.html", {**context, **more}, status=status)


def _show_one(
    request: HttpRequest, unit: Unit, held: Outreach, form: OutreachForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"form": form, "outreach": held, "is_closed": is_frozen(unit, year_of(held.month))}
    return render(request, "register/outreach_one.html", {**context, **more}, status=status)
