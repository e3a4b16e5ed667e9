"""The desk's pages: the one on which keys are opened, and the one with its hours."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from bredvid.places import openness
from bredvid.places.models import Organisation
from bredvid.room.desk import actions, demonstration, reads
from bredvid.room.desk.access import Action, allows, of_organisation, opens, staff_of
from bredvid.room.desk.forms import HoursForm
from bredvid.room.desk.words import words
from bredvid.room.models.desks import Desk


@require_GET
@of_organisation(Action.ROOM_ANSWER)
def home(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Where keys are made and opened, and rooms are read and answered: one page, for its memory is where keys are."""
    desk = reads.desk_of(organisation)
    values = {
        "organisation": organisation,
        "desk": desk,
        "manages": allows(staff_of(request), Action.DESK_MANAGE),
        "words": words(),
        "demo_phrase": demonstration.phrase(),
        **_hours(desk),
    }
    return render(request, "room/desk/home.html", values)


home = opens(home)


@require_http_methods(["GET", "POST"])
@of_organisation(Action.DESK_MANAGE)
def hours(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """When somebody answers; she sees it before she writes."""
    desk = reads.desk_of(organisation)
    if desk is None:
        return redirect("room-desk:home")
    form = HoursForm(request.POST or None, initial={"hours": desk.hours})
    if request.method == "POST" and form.is_valid():
        actions.set_hours(by=staff_of(request), desk=desk, hours=form.cleaned_data["hours"])
        messages.success(request, gettext("The hours are saved. Those who write see them at once."))
        return redirect("room-desk:hours")
    values = {"form": form, "desk": desk, **_hours(desk)}
    return render(request, "room/desk/hours.html", values, status=400 if form.errors else 200)


def _hours(desk: Desk | None) -> dict[str, object]:
    """What she is told of the hours now."""
    now = timezone.localtime()
    if desk is None or not desk.hours:
        return {"open_now": None}
    period = openness.next_opening(desk.hours, now)
    following = {
        "next_day": WEEKDAYS[period.weekday - 1] if period else "",
        "next_time": f"{period.begins // 60:02d}.{period.begins % 60:02d}" if period else "",
    }
    return {"open_now": openness.is_open(desk.hours, now), **following}
