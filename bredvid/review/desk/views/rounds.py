"""Rounds in the field: the list, a new one, and where one stands with what to do next."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.accounts.activity import record
from bredvid.review.answers_file.writing import answers_csv
from bredvid.review.desk import actions
from bredvid.review.desk.forms import NewRoundForm, ReminderForm, RoundForm
from bredvid.review.desk.places import places_of
from bredvid.review.desk.reads import Progress, fieldworks, progress_of
from bredvid.review.desk.steps import next_of, steps_of
from bredvid.review.models import Fieldwork


@requires(Action.ROUND_READ)
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round in the field with how far it has come."""
    rows = [{"round": each, "progress": progress_of(each)} for each in fieldworks()]
    return render(request, "review/desk/rounds.html", {"rows": rows, **_may(request)})


@requires(Action.ROUND_CREATE)
def new_round(request: HttpRequest) -> HttpResponse:
    """Starts a round: its code, questionnaire and particulars."""
    form = NewRoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        fieldwork = actions.create_round(
            by=staff_of(request), code=values.pop("code"), questionnaire=values.pop("questionnaire"), **values
        )
        messages.success(request, gettext("The round is prepared. No municipality can answer until you open it."))
        return redirect("desk:round", fieldwork.code)
    return render(request, "review/desk/new_round.html", {"form": form})


@requires(Action.ROUND_READ)
def round_(request: HttpRequest, code: str) -> HttpResponse:
    """Where a round stands, and the next step."""
    fieldwork = get_object_or_404(fieldworks(), pk=code)
    progress = progress_of(fieldwork)
    steps = steps_of(fieldwork, progress, lambda action: allows(request.user, action))
    context = {
        "round": fieldwork,
        "progress": progress,
        "bars": _bars(progress),
        "steps": steps,
        "next": next_of(steps),
        "places": places_of(request, fieldwork),
        "may_export": allows(request.user, Action.ANSWER_EXPORT),
        **_may(request),
    }
    return render(request, "review/desk/round.html", context)


@requires(Action.ROUND_CHANGE)
def change_round(request: HttpRequest, code: str) -> HttpResponse:
    """Changes a round's particulars."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    form = RoundForm(request.POST or None, instance=get_object_or_404(Fieldwork, pk=code))
    if request.method == "POST" and form.is_valid():
        actions.change_round(by=staff_of(request), fieldwork=fieldwork, **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("desk:round", code)
    return render_particulars(request, fieldwork, form)


def render_particulars(
    request: HttpRequest, fieldwork: Fieldwork, form: RoundForm, reminder: ReminderForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a round's particulars, with the days when reminders went out."""
    days = [date.fromisoformat(day) for day in fieldwork.reminders]
    context = {"form": form, "round": fieldwork, "days": days, "reminder": reminder or ReminderForm()}
    return render(request, "review/desk/change_round.html", context, status=status)


@require_POST
@requires(Action.ROUND_CHANGE)
def reminders(request: HttpRequest, code: str) -> HttpResponse:
    """Notes a day when reminders went out, or takes one away."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    if "remove" in request.POST:
        if actions.remove_reminder(by=staff_of(request), fieldwork=fieldwork, day=request.POST["remove"]):
            messages.success(request, gettext("The day is taken away."))
        return redirect("desk:change-round", code)
    form = ReminderForm(request.POST)
    if not form.is_valid():
        return render_particulars(request, fieldwork, RoundForm(instance=fieldwork), form, status=422)
    if actions.add_reminder(by=staff_of(request), fieldwork=fieldwork, day=form.cleaned_data["day"].isoformat()):
        messages.success(request, gettext("The day is noted."))
    return redirect("desk:change-round", code)


@require_POST
@requires(Action.ANSWER_EXPORT)
@transaction.atomic
def answers_file(request: HttpRequest, code: str) -> HttpResponse:
    """All answers that hold, as a file. Who took them out stands in the log: they hold exact counts and own words."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    answer = HttpResponse(answers_csv(fieldwork), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{code}-svar.csv"'
    answer["Cache-Control"] = "no-store"
    record(staff=staff_of(request), action=Action.ANSWER_EXPORT, subject=code)
    return answer


@require_POST
@requires(Action.ROUND_CHANGE)
def open_or_close(request: HttpRequest, code: str) -> HttpResponse:
    """Opens the round for answers or closes it."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    state = Fieldwork.State.OPEN if "open" in request.POST else Fieldwork.State.CLOSED
    actions.open_or_close(by=staff_of(request), fieldwork=fieldwork, state=state)
    opened = state == Fieldwork.State.OPEN
    messages.success(
        request, gettext("The round is open for answers.") if opened else gettext("The round takes no more answers.")
    )
    return redirect(reverse("desk:round", args=[code]))


def _may(request: HttpRequest) -> dict[str, Any]:
    return {
        "may_create": allows(request.user, Action.ROUND_CREATE),
        "may_change": allows(request.user, Action.ROUND_CHANGE),
    }


def _bars(progress: Progress) -> list[dict[str, Any]]:
    parts = [
        (gettext("submitted"), progress.submitted, "strong"),
        (gettext("begun"), progress.begun, "weak"),
        (gettext("not begun"), progress.untouched, "silent"),
    ]
    starts = [sum(count for _, count, _ in parts[:place]) for place in range(len(parts))]
    return [
        {"label": label, "count": count, "start": start, "tone": tone}
        for (label, count, tone), start in zip(parts, starts, strict=True)
    ]
