"""Support periods: finding one by its words or number, opening one, and the page of one.

There is no list of periods and no search by anything else. A foreign period, one that is over and one that never was
are the same page.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import access_log, periods as actions
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.forms.periods import TallyMarkForm
from bredvid.register.models import PeriodYear, SupportPeriod, Unit
from bredvid.register.reads import due, periods as reads
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.rules import aliases, retention
from bredvid.register.views.known import known
from bredvid.register.views.promised import promised
from bredvid.register.views.receipts import read_receipt

# Pages that are reached after a deed say which, in their address.
DONE = ("oppnad", "andrad", "vilar", "avslutad", "oppnad-igen", "uppfoljd", "inte-nadd")


@of_unit(Action.PERIOD_KEEP)
@require_safe
def periods(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Where one begins: find a period, open one, whom to ask now, which periods are quiet and which end soon."""
    today = clock.today()
    how_many = reads.how_many(unit)
    return render(request, "register/periods.html", {
        "due": due.due_now(unit, today=today),
        "later": len(due.due_list(unit, today=today)),
        "ending": [
            (each, aliases.name_of(each.alias), retention.goes_on(each.closed_on))
            for each in due.ends_soon(unit, today=today) if each.closed_on
        ],
        "quiet": [(each, month_in_words(each.month)) for each in due.quiet(unit, today=today)],
        "how_many": {state.name.lower(): number for state, number in how_many.items()},
    })  # fmt: skip


@of_unit(Action.PERIOD_KEEP)
@require_safe
def due_list(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Whom to ask, those who have waited longest first. To print and to work down."""
    return render(request, "register/due.html", {"due": due.due_list(unit, today=clock.today())})


@of_unit(Action.PERIOD_KEEP)
@require_POST
def find(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Finds a period by its two words or its number. What was typed is neither kept nor shown again."""
    access_log.note(unit=unit, staff=staff_of(request), deed="SÖKT")
    found = reads.find(unit, request.POST.get("alias", ""))
    return to_period(found) if found else missing(request)


@of_unit(Action.PERIOD_KEEP)
@require_POST
def open_period(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Opens a period, with the contact that the page's receipt stands for where there is one."""
    receipt = read_receipt(unit, request.POST.get("kvitto", ""))
    contact = receipt.ids[0] if receipt and receipt.times == 1 else None
    try:
        period = actions.open_period(unit=unit, staff=staff_of(request), contact=contact)
    except RegisterRefused as refused:
        return render(request, "register/period_refused.html", {"refused": refused}, status=409)
    return to_period(period, "oppnad")


@of_unit(Action.PERIOD_KEEP)
@require_safe
def period(request: HttpRequest, unit: Unit, number: int) -> HttpResponse:
    """One period: alias, state, what is known, its contacts as counts, and the days before it."""
    found = reads.with_number(unit, number)
    if found is None:
        return missing(request)
    access_log.note(unit=unit, staff=staff_of(request), deed="LÄST", number=found.number)
    return show(request, found)


def show(request: HttpRequest, found: SupportPeriod, *, status: int = 200, **context: Any) -> HttpResponse:
    """The page of a period."""
    seen = reads.seen(found)
    years = reads.years(found)
    context = {
        "period": found, "seen": seen, "state": seen.state.name.lower(), "points": promised(seen),
        "years": [known(year) for year in years],
        "months": [(month_in_words(month), count) for month, count in reads.contacts_by_month(found).items()],
        "opened": month_in_words(found.opened_month),
        "tally": TallyMarkForm(initial={"tally": _mark(years)}),
        "done": request.GET.get("klart", "") if request.GET.get("klart") in DONE else "",
        **context,
    }  # fmt: skip
    return render(request, "register/period.html", context, status=status)


def to_period(period: SupportPeriod, done: str = "") -> HttpResponse:
    """The way to a period's page."""
    address = reverse("register:period", args=[period.number])
    return HttpResponseRedirect(f"{address}?klart={done}" if done else address)


def missing(request: HttpRequest) -> HttpResponse:
    """The one page for a period that is not there, whatever the reason."""
    return render(request, "register/period_missing.html", status=404)


def _mark(years: list[PeriodYear]) -> str:
    this = next((year for year in years if year.year == clock.today().year), None)
    return "".join(code.code for code in current().variable("V27").chosen(this.tally)) if this else ""
