"""Rounds in the field: the list, a new one, and where one stands with what to do next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.review.desk import actions
from bredvid.review.desk.forms import NewRoundForm, RoundForm
from bredvid.review.desk.reads import Progress, fieldworks, progress_of
from bredvid.review.desk.steps import steps_of
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
    context = {
        "round": fieldwork,
        "progress": progress,
        "bars": _bars(progress),
        "steps": steps_of(fieldwork, progress),
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
    return render(request, "review/desk/change_round.html", {"form": form, "round": fieldwork})


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
