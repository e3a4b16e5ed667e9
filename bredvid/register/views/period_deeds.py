"""What is done to a support period: corrected, marked, resting, closed, opened again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import access_log, known as knowing, periods as actions
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.periods import CloseForm, KnownForm, RestForm, TallyMarkForm
from bredvid.register.models import SupportPeriod, Unit
from bredvid.register.reads import periods as reads
from bredvid.register.rules import aliases, following, retention
from bredvid.register.views.periods import missing, show, to_period

Deed = Callable[..., HttpResponse]


def of_period(view: Deed) -> Callable[..., Any]:
    """Gives a view the unit's period with the address's number; the page of none where there is none.

    What the action refuses is said on the period's own page. Each of these pages says something of her, so that
    it was read is noted before.
    """

    @of_unit(Action.PERIOD_KEEP)
    @wraps(view)
    def opened(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
        found = reads.with_number(unit, number)
        if found is None:
            return missing(request)
        access_log.note(unit=unit, staff=staff_of(request), deed="LÄST", number=found.number)
        try:
            return view(request, unit, found)
        except RegisterRefused as refused:
            now = reads.with_number(unit, number)
            return show(request, now, refused=refused, status=409) if now else missing(request)

    return opened


@require_http_methods(["GET", "HEAD", "POST"])
@of_period
def known(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """Corrects what is known of her: what is new takes the place of the earlier guess.

    What an open period's action refuses is said on this page, where everything that was chosen still stands.
    """
    form = KnownForm(request.POST if request.method == "POST" else None, year=reads.newest_known(period))
    if request.method != "POST" or not form.is_valid():
        return _page(request, "register/period_known.html", period, form)
    try:
        if form.changed:
            knowing.recode(unit=unit, staff=staff_of(request), period=period, values=form.changed)
    except RegisterRefused as refused:
        now = reads.with_number(unit, period.number)
        if now is None or now.state != SupportPeriod.State.OPEN:
            raise
        return _page(request, "register/period_known.html", period, form, refused=refused)
    return to_period(period, "andrad")


@require_POST
@of_period
def mark(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """Notes whether she carries a mark by which she is counted once."""
    form = TallyMarkForm(request.POST)
    if not form.is_valid():
        return show(request, period, tally=form, status=422)
    knowing.set_tally(unit=unit, staff=staff_of(request), period=period, tally=form.values["tally"])
    return to_period(period, "andrad")


@require_http_methods(["GET", "HEAD", "POST"])
@of_period
def rest(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """Lets it rest: when she wants to be asked."""
    form = RestForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        days = [(*term, following.due_on(clock.today(), term[0])) for term in form.terms()]
        return _page(request, "register/rest.html", period, form, days=days)
    actions.rest(unit=unit, staff=staff_of(request), period=period, months=set(form.cleaned_data["months"]))
    return to_period(period, "vilar")


@require_http_methods(["GET", "HEAD", "POST"])
@of_period
def close(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """Closes it: why, and which day it is destroyed."""
    form = CloseForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "register/close.html", period, form, goes_on=retention.goes_on(clock.today()))
    actions.close(unit=unit, staff=staff_of(request), period=period, closure=form.values["closure"])
    return to_period(period, "avslutad")


@require_POST
@of_period
def reopen(request: HttpRequest, unit: Unit, period: SupportPeriod) -> HttpResponse:
    """Opens it again."""
    actions.reopen(unit=unit, staff=staff_of(request), period=period)
    return to_period(period, "oppnad-igen")


def _page(request: HttpRequest, template: str, period: SupportPeriod, form: Any, **context: Any) -> HttpResponse:
    seen = reads.seen(period)
    context |= {"period": period, "form": form, "alias": aliases.name_of(period.alias), "seen": seen}
    context |= {"state": seen.state.name.lower()}
    status = 409 if "refused" in context else 422 if form.errors else 200
    return render(request, template, context, status=status)
