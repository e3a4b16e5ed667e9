"""The municipalities of a round: the list, the same as a file, and sending links to those chosen."""

import csv
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.review.desk.invitations import invitation, send_links
from bredvid.review.desk.listing import SORTS, STAGES, Listing, listing_of
from bredvid.review.models import Case, Fieldwork
from bredvid.sheets.guarding import guarded


@requires(Action.ROUND_READ)
def cases(request: HttpRequest, code: str) -> HttpResponse:
    """Every municipality and how far it has come."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    listing = listing_of(fieldwork, request.GET)
    context = {
        "round": fieldwork,
        "listing": listing,
        "stages": _stages(listing, request.GET),
        "sorts": [
            {"code": name, "label": label, "current": name == listing.sort} for name, (label, _) in SORTS.items()
        ],
        "counties": sorted({(case.county.code, case.county.name) for case in listing.all}),
        "groups": sorted({(case.group.code, case.group.localised_name) for case in listing.all}),
        "may_read": allows(request.user, Action.ANSWER_READ),
        "may_send": allows(request.user, Action.LINK_MANAGE),
        "address": request.GET.urlencode(),
    }
    return render(request, "review/desk/cases.html", context)


@requires(Action.ROUND_READ)
def cases_file(request: HttpRequest, code: str) -> HttpResponse:
    """The same list as a file."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{code}-kommuner.csv"'
    answer.write("\ufeff")
    rows = csv.writer(answer, delimiter=";")
    rows.writerow(["kod", "kommun", "lan", "grupp", "laget", "last", "lank", "adress", "inlamnat"])
    for case in listing_of(fieldwork, request.GET).cases:
        linked = "ja" if case.linked else "nej"  # type: ignore[attr-defined]
        day = case.submitted_at.date().isoformat() if case.submitted_at else ""
        rows.writerow(
            [case.code, case.name, case.county.name, case.group.name, case.get_state_display(),
             "ja" if case.locked else "nej", linked, guarded(case.mailbox), day]
        )  # fmt: skip
    return answer


@require_POST
@requires(Action.LINK_MANAGE)
def send(request: HttpRequest, code: str) -> HttpResponse:
    """First what would be sent and to whom; with `confirmed`, sends it."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    chosen = _chosen(fieldwork, request.POST)
    ready = [case for case in chosen if case.mailbox and case.state not in _ANSWERED and not case.locked]
    if not ready:
        messages.error(
            request, gettext("None of them can be sent a link: choose some with an address that have not answered.")
        )
        return redirect(reverse("desk:cases", args=[code]) + _query(request.POST))
    if "confirmed" in request.POST:
        sent = send_links(
            by=staff_of(request),
            cases=ready,
            address=lambda token: request.build_absolute_uri(reverse("answering:start", args=[token])),
        )
        messages.success(
            request, ngettext("%(n)d mail is on its way.", "%(n)d mails are on their way.", sent) % {"n": sent}
        )
        return redirect("desk:letters", code)
    subject, body = invitation(fieldwork, ready[0].name, request.build_absolute_uri("/svara/…"))
    context = {"round": fieldwork, "ready": ready, "left": len(chosen) - len(ready), "subject": subject, "body": body}
    return render(request, "review/desk/send.html", context)


_ANSWERED = (Case.State.SUBMITTED, Case.State.REOPENED)


def _chosen(fieldwork: Fieldwork, posted: QueryDict) -> list[Case]:
    """The ticked ones, or with `everybody` all that the filter shows."""
    listing = listing_of(fieldwork, QueryDict(posted.get("address", "")))
    if "everybody" in posted:
        return listing.cases
    ticked = set(posted.getlist("case"))
    return [case for case in listing.all if case.code in ticked]


def _query(posted: QueryDict) -> str:
    address = posted.get("address", "")
    return f"?{QueryDict(address).urlencode()}" if address else ""


def _stages(listing: Listing, address: QueryDict) -> list[dict[str, Any]]:
    everybody = {"label": gettext("all"), "count": len(listing.all), "code": "", "current": not listing.stage}
    rows = [everybody] + [
        {"label": label, "count": listing.count(code), "code": code, "current": code == listing.stage}
        for code, (label, _) in STAGES.items()
    ]
    for row in rows:
        changed = address.copy()
        changed["stage"] = str(row["code"])
        row["url"] = f"?{changed.urlencode()}"
    return [row for row in rows if row["count"] or row["current"] or not row["code"]]
