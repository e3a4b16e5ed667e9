"""What every page behind a link is told, and how it is made."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bredvid.review.answering.access import Visit, form_token
from bredvid.review.models import Case, Fieldwork


def page(visit: Visit, name: str, status: int = 200, **values: Any) -> HttpResponse:
    """A page of templates/review/answer/."""
    return render(visit.request, f"review/answer/{name}.html", context_of(visit) | values, status=status)


def context_of(visit: Visit) -> dict[str, Any]:
    """The municipality, its round, and what may be done now. `round` lets the house show that a round is invented."""
    case, fieldwork = visit.case, visit.case.fieldwork
    return {
        "visit": visit,
        "token": visit.token,
        "case": case,
        "fieldwork": fieldwork,
        "round": fieldwork,
        "form_token": form_token(visit.link) if visit.opened else "",
        "mailbox": masked(case.mailbox),
        "answerable": is_answerable(case),
        "submitted": case.state == Case.State.SUBMITTED,
        "closed": fieldwork.state == Fieldwork.State.CLOSED,
    }


def is_answerable(case: Case) -> bool:
    """Whether answers are taken now."""
    return not case.locked and case.state != Case.State.SUBMITTED and case.fieldwork.state == Fieldwork.State.OPEN


def masked(mailbox: str) -> str:
    """Enough of an address to know it again: re•••@kommun.example."""
    name, at, host = mailbox.rpartition("@")
    return f"{name[:2]}•••{at}{host}" if mailbox else ""


def when(moment: datetime) -> str:
    """A time as it is said: the clock for today, the day as well for another day."""
    local = timezone.localtime(moment)
    clock = date_format(local, "H:i")
    if local.date() == timezone.localdate():
        return _("today at %(clock)s") % {"clock": clock}
    if local.date() == timezone.localdate() + timedelta(days=1):
        return _("tomorrow at %(clock)s") % {"clock": clock}
    return _("%(day)s at %(clock)s") % {"day": date_format(local, "j F"), "clock": clock}
