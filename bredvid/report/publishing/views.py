"""The page where a round is looked through and published."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bredvid.accounts.access import requires
from bredvid.accounts.roles import Action
from bredvid.report.claims.problems import ReportError
from bredvid.report.editing.desk import draft_round
from bredvid.report.editing.rebuilding import rebuild
from bredvid.report.editing.views import fieldwork_or_404, staff_of
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import edition_of
from bredvid.report.publishing.actions import ChangedSince, NotReady, publish as publish_round, seen_of
from bredvid.report.publishing.changes import chapter_changes, figure_changes, newly_answered
from bredvid.report.publishing.checklist import checklist
from bredvid.report.publishing.forms import PublishForm
from bredvid.report.publishing.lagging import told
from bredvid.report.publishing.snapshot import snapshot_of
from bredvid.review.models import Fieldwork, Round
from bredvid.review.projection import NotProjectable, RoundTaken, lag_of


@requires(Action.ROUND_PUBLISH)
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """What is new since the newest edition, what stops a new one, and the form that makes it."""
    fieldwork = fieldwork_or_404(code)
    round_ = draft_round(fieldwork)
    if round_ is None:
        return HttpResponseRedirect(reverse("report:editing:chapters", args=[code]))
    if request.method == "POST":
        if request.POST.get("do") == "rebuild":
            return _rebuild(request, fieldwork, round_)
        form = PublishForm(request.POST, code=code)
        if form.is_valid():
            return _publish(request, fieldwork, round_, form)
        return _page(request, fieldwork, round_, form, status=422)
    return _page(request, fieldwork, round_, PublishForm(code=code, initial={"seen": seen_of(round_)}))


def _rebuild(request: HttpRequest, fieldwork: Fieldwork, round_: Round) -> HttpResponse:
    """Builds the draft anew and shows the page again, with what was written about it still in its boxes."""
    try:
        round_ = rebuild(fieldwork)
    except NotProjectable as error:
        messages.error(request, gettext("The draft could not be built: %(why)s") % {"why": error})
    else:
        messages.success(request, gettext("The draft now has the answers as they are."))
    kept = {name: request.POST.get(name, "") for name in ("note_sv", "note_en")}
    return _page(
        request, fieldwork, round_, PublishForm(code=fieldwork.code, initial={**kept, "seen": seen_of(round_)})
    )


def _publish(request: HttpRequest, fieldwork: Fieldwork, round_: Round, form: PublishForm) -> HttpResponse:
    values = form.cleaned_data
    try:
        edition = publish_round(
            fieldwork=fieldwork,
            seen=values["seen"],
            staff=staff_of(request),
            note_sv=values["note_sv"],
            note_en=values["note_en"],
        )
    except ChangedSince:
        form.add_error(
            None, gettext("Answers or chapters have changed since. Fetch the newest answers, look again, then publish.")
        )
    except (NotReady, NotProjectable, RoundTaken, ReportError) as error:
        form.add_error(None, gettext("Nothing was published. %(why)s") % {"why": error})
    else:
        messages.success(request, gettext("Edition %(n)s is published.") % {"n": edition.edition})
        return HttpResponseRedirect(request.path)
    return _page(request, fieldwork, round_, form, status=409)


def _page(
    request: HttpRequest, fieldwork: Fieldwork, round_: Round, form: PublishForm, *, status: int = 200
) -> HttpResponse:
    edition = edition_of(fieldwork.code)
    points = checklist(fieldwork, round_)
    context: dict[str, Any] = {
        "fieldwork": fieldwork,
        "draft": round_,
        "edition": edition,
        "next": edition.edition + 1 if edition else 1,
        "points": points,
        "stopped": any(point.stops for point in points),
        "lag": _lag(fieldwork, round_),
        "form": form,
        "figures": figure_changes(edition.figures, snapshot_of(round_), round_, reader_language()) if edition else [],
        "chapters": chapter_changes(round_),
        "answered": newly_answered(round_) if edition else [],
    }
    return render(request, "report/staff/publish.html", context, status=status)


def _lag(fieldwork: Fieldwork, round_: Round) -> str:
    """What has come since the draft was built, or why that cannot be told."""
    try:
        return told(lag_of(fieldwork, round_))
    except NotProjectable as error:
        return gettext("The newest answers cannot be put in the draft: %(why)s") % {"why": error}
