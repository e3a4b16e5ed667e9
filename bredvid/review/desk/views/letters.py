"""The mails of a round: what waits, what was sent, what could not be, and trying again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.review.desk import actions
from bredvid.review.models import Fieldwork, Letter

SHOWN = 300


@requires(Action.ROUND_READ)
def letters(request: HttpRequest, code: str) -> HttpResponse:
    """Every mail of the round with its state, those that need somebody first."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    rows = Letter.objects.filter(case__fieldwork=fieldwork).select_related("case")
    counts = {state: rows.filter(state=state).count() for state in Letter.State.values}
    order = {Letter.State.FAILED: 0, Letter.State.QUEUED: 1, Letter.State.SENT: 2}
    newest = sorted(rows[:SHOWN], key=lambda letter: order[Letter.State(letter.state)])
    context = {
        "round": fieldwork,
        "all": sum(counts.values()),
        "letters": newest,
        "counts": counts,
        "more": sum(counts.values()) - len(newest),
        "may_read": allows(request.user, Action.ANSWER_READ),
        "may_send": allows(request.user, Action.LINK_MANAGE),
    }
    return render(request, "review/desk/letters.html", context)


@require_POST
@requires(Action.LINK_MANAGE)
def send_again(request: HttpRequest, code: str) -> HttpResponse:
    """Puts what failed back among what waits, and sends all that waits."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    actions.send_again(by=staff_of(request), fieldwork=fieldwork)
    messages.success(
        request, gettext("The mails that wait are being sent. Load the page again to see how far it has come.")
    )
    return redirect("desk:letters", code)
