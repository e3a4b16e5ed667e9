"""The quick card: one page, one contact, and a receipt that can be taken back."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.register import clock
from bredvid.register.access import Action, allows, of_unit, staff_of
from bredvid.register.actions import access_log, contacts, periods
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.card import CardForm, initial_of, initial_of_her
from bredvid.register.models import Contact, SupportPeriod, Unit
from bredvid.register.reads.periods import with_number
from bredvid.register.rules.months import of_day
from bredvid.register.views.receipts import Receipt, read_receipt, receipt_for

# What is likely to be the same next time; about her nothing is.
REPEATED = ("channel", "month", "place")


@of_unit(Action.CONTACT_REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Shows an empty card, or one like the last; counts what is sent."""
    period = _period(request, unit)
    if request.method == "POST":
        return _count(request, unit, period)
    receipt = read_receipt(unit, request.GET.get("kvitto", ""))
    form = CardForm(unit=unit, initial=_initial(request, unit, period, receipt))
    return _show(request, form, period=period, receipt=receipt)


@of_unit(Action.CONTACT_REGISTER)
@require_POST
def undo(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Takes back what a receipt stands for. Pressed twice it takes back once."""
    receipt = read_receipt(unit, request.POST.get("kvitto", ""))
    if receipt is None:
        raise Http404
    try:
        contacts.take_back(unit=unit, staff=staff_of(request), ids=receipt.ids)
    except RegisterRefused as refused:
        form = CardForm(unit=unit, initial=_initial(request, unit, None, receipt))
        return _show(request, form, receipt=receipt, refused=str(refused), status=409)
    return HttpResponseRedirect(_address(kvitto=receipt.token, period=request.POST.get("period", "")))


def _count(request: HttpRequest, unit: Unit, period: SupportPeriod | None) -> HttpResponse:
    form = CardForm(request.POST, unit=unit)
    if not form.is_valid():
        return _show(request, form, period=period, status=422)
    try:
        made, times = _put(form, unit, staff_of(request), period)
    except RegisterRefused as refused:
        return _show(request, form, period=period, refused=str(refused), status=409)
    return HttpResponseRedirect(_address(kvitto=receipt_for(made, times), period=period.number if period else ""))


def _put(form: CardForm, unit: Unit, staff: Any, period: SupportPeriod | None) -> tuple[Contact, int]:
    sent = form.cleaned_data
    card: dict[str, Any] = {
        "unit": unit,
        "staff": staff,
        "month": sent["month"],
        "place": sent["place"],
        "values": form.values,
        "key": sent["key"] or contacts.new_key(),
    }
    if period is not None:
        return periods.add_contact(**card, period=period), 1
    made = contacts.count_alike(**card, times=sent["times"] or 1)
    return made[0], len(made)


def _period(request: HttpRequest, unit: Unit) -> SupportPeriod | None:
    """The support period that the address names by its number, within the unit."""
    number = request.GET.get("period", "")
    if not number:
        return None
    period = with_number(unit, int(number)) if _is_number(number) else None
    if period is None or not allows(request.user, Action.PERIOD_KEEP):
        raise Http404
    # The card says what is known of her.
    access_log.note(unit=unit, staff=staff_of(request), deed="LÄST", number=period.number)
    return period


def _initial(request: HttpRequest, unit: Unit, period: SupportPeriod | None, receipt: Receipt | None) -> dict[str, Any]:
    """What stands on a fresh card: this month and the unit's place, what is likely to repeat, what is known of her."""
    found: dict[str, Any] = {"month": of_day(clock.today()), "place": unit.place} | _named(request)
    if receipt and receipt.contact:
        last = initial_of(receipt.contact)
        found |= {column: last[column] for column in REPEATED}
    year = period.years.order_by("-year").first() if period else None
    if year:
        found |= initial_of_her({column: getattr(year, column) for column in ("age", "situation", "forms")})
    alike = read_receipt(unit, request.GET.get("likadan", ""))
    return found | initial_of(alike.contact) if alike and alike.contact else found


def _named(request: HttpRequest) -> dict[str, Any]:
    """What a link to the card may fill in: after an evening out the channel, the month, the place and how many."""
    found: dict[str, Any] = {}
    if (channel := request.GET.get("kanal", "")) in current().by_column["channel"].by_code:
        found["channel"] = channel
    for name, field in (("manad", "month"), ("plats", "place"), ("antal", "times")):
        if _is_number(value := request.GET.get(name, "")):
            found[field] = int(value)
    return found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _show(request: HttpRequest, form: CardForm, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, "register/card.html", {"form": form, **context}, status=status)


def _address(**query: Any) -> str:
    told = {name: value for name, value in query.items() if value}
    return f"{reverse('register:card')}?{urlencode(told)}"
