"""Tally mode: one press, one contact. Without scripts each press is a form; with them nothing is reloaded."""

from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import contacts
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.questions import question
from bredvid.register.forms.tally import BUTTONS, TallyForm
from bredvid.register.models import Unit
from bredvid.register.reads.language import language
from bredvid.register.rules.months import of_day
from bredvid.register.views.receipts import read_receipt, receipt_for

PHONE = "TEL"


@csp_update({"connect-src": ["'self'"]})  # the script sends each press to this same address
@of_unit(Action.CONTACT_REGISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def tally(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Shows the buttons; counts a press."""
    if request.method == "POST":
        return _count(request, unit)
    form = TallyForm(unit=unit, initial={"place": unit.place, **_kept(request)})
    receipt = read_receipt(unit, request.GET.get("kvitto", ""))
    return _show(request, form, receipt=receipt, pressed=_number(request.GET.get("raknat", "")))


@of_unit(Action.CONTACT_REGISTER)
@require_POST
def undo(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Takes back a press. Sent twice it takes back once."""
    receipt = read_receipt(unit, request.POST.get("kvitto", ""))
    if receipt is None:
        raise Http404
    try:
        taken = contacts.take_back(unit=unit, staff=staff_of(request), ids=receipt.ids)
    except RegisterRefused as refused:
        return _refused(request, unit, str(refused))
    if _wants_json(request):
        return JsonResponse({"taken": taken})
    pressed = _number(request.POST.get("raknat", "")) - taken
    return HttpResponseRedirect(_address(request, raknat=max(pressed, 0), kvitto=receipt.token))


def _count(request: HttpRequest, unit: Unit) -> HttpResponse:
    form = TallyForm(request.POST, unit=unit)
    if not form.is_valid():
        return _refused(
            request, unit, _("The press was not counted. Choose month and place again, and press once more.")
        )
    sent = form.cleaned_data
    where = {"month": sent["month"] or of_day(clock.today()), "place": sent["place"]}
    card: dict[str, Any] = {**where, "values": form.stored(), "key": sent["key"], "tallied": True}
    try:
        made = contacts.count(unit=unit, staff=staff_of(request), **card)
    except RegisterRefused as refused:
        return _refused(request, unit, str(refused))
    if _wants_json(request):
        return JsonResponse({"receipt": receipt_for(made)})
    return HttpResponseRedirect(
        _address(request, raknat=_number(request.POST.get("raknat", "")) + 1, kvitto=receipt_for(made))
    )


def _refused(request: HttpRequest, unit: Unit, words: str) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"refused": words}, status=422)
    kept = {name: request.POST.get(name, "") for name in ("channel", "month", "place")}
    form = TallyForm(unit=unit, initial={"place": unit.place, **{name: value for name, value in kept.items() if value}})
    return _show(request, form, pressed=_number(request.POST.get("raknat", "")), refused=words, status=422)


def _show(request: HttpRequest, form: TallyForm, *, status: int = 200, **context: Any) -> HttpResponse:
    book = current().by_column
    context |= {
        "form": form,
        "key": contacts.new_key(),
        "channels": question(book["channel"], [form["channel"].value() or PHONE], needed=True),
        "whos": [(code, book["who"].by_code[code].label(language())) for code in BUTTONS],
        "where_is_chosen": bool(form["month"].value()) or str(form["place"].value()) != str(form.initial["place"]),
    }
    return render(request, "register/tally.html", context, status=status)


def _kept(request: HttpRequest) -> dict[str, str]:
    """What stays chosen from press to press."""
    names = {"channel": "kanal", "month": "manad", "place": "plats"}
    return {field: request.GET[name] for field, name in names.items() if request.GET.get(name)}


def _address(request: HttpRequest, **query: Any) -> str:
    names = {"kanal": "channel", "manad": "month", "plats": "place"}
    kept = {name: request.POST[field] for name, field in names.items() if request.POST.get(field)}
    return f"{reverse('register:tally')}?{urlencode(kept | query)}"


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
