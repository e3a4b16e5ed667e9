"""The contacts of a month in codes, and one of them: corrected or removed while its year is open."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import contacts as actions
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.card import CardForm, initial_of
from bredvid.register.models import Contact, Unit
from bredvid.register.reads.contacts import contact_of, line_of, of_month
from bredvid.register.reads.language import language
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.reads.open_months import all_months
from bredvid.register.reads.years import is_frozen
from bredvid.register.rules.months import of_day, year_of

PER_PAGE = 40


@of_unit(Action.CONTACT_REGISTER)
@require_safe
def contacts(request: HttpRequest, unit: Unit) -> HttpResponse:
    """A month's contacts; this month's unless the address names another. Nothing else can be chosen among them."""
    offered = all_months(unit)
    month = _month_of(request, offered)
    page = Paginator(of_month(unit, month), PER_PAGE).get_page(request.GET.get("sida"))
    context = {
        "months": [(each, month_in_words(each)) for each in offered],
        "month": month,
        "named": month_in_words(month),
        "page": page,
        "lines": [line_of(contact, language()) for contact in page],
        "is_closed": is_frozen(unit, year_of(month)),
        "done": request.GET.get("klart", ""),
    }
    return render(request, "register/contacts.html", context)


@of_unit(Action.CONTACT_REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
    """One contact on the same card, to correct."""
    held = _held(unit, number)
    if request.method != "POST":
        return _show(request, unit, held, CardForm(unit=unit, held=held, initial=initial_of(held)))
    form = CardForm(request.POST, unit=unit, held=held)
    if not form.is_valid():
        return _show(request, unit, held, form, status=422)
    where = {"month": form.cleaned_data["month"], "place": form.cleaned_data["place"]}
    try:
        actions.correct(unit=unit, staff=staff_of(request), contact=held, values=form.values, **where)
    except RegisterRefused as refused:
        return _show(request, unit, held, form, refused=str(refused), status=409)
    return HttpResponseRedirect(_month_address(where["month"], "rattad"))


@of_unit(Action.CONTACT_REGISTER)
@require_POST
def remove(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
    """Removes a contact. Pressed twice the second finds nothing to remove."""
    held = _held(unit, number)
    try:
        actions.remove(unit=unit, staff=staff_of(request), contact=held)
    except RegisterRefused as refused:
        form = CardForm(unit=unit, held=held, initial=initial_of(held))
        return _show(request, unit, held, form, refused=str(refused), status=409)
    return HttpResponseRedirect(_month_address(held.month, "borttagen"))


def _held(unit: Unit, number: int) -> Contact:
    """A contact of this unit. Another unit's is not found, as one that never was."""
    held = contact_of(unit, number)
    if held is None:
        raise Http404
    return held


def _show(
    request: HttpRequest, unit: Unit, held: Contact, form: CardForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {"form": form, "contact": held, "is_closed": is_frozen(unit, year_of(held.month))}
    context |= {"line": line_of(held, language()), "named": month_in_words(held.month)}
    return render(request, "register/contact.html", context, status=status)


def _month_of(request: HttpRequest, offered: list[int]) -> int:
    asked = request.GET.get("manad", "")
    month = int(asked) if asked.isascii() and asked.isdigit() else of_day(clock.today())
    if month not in offered:
        raise Http404
    return month


def _month_address(month: int, done: str) -> str:
    return f"{reverse('register:contacts')}?manad={month}&klart={done}"
