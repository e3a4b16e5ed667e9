"""The pages where a reviewer writes the report."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bredvid.accounts.access import allows, requires
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.report.editing.desk import draft_round, removed_of, rows_of
from bredvid.report.editing.forms import NewChapterForm, chapter_text
from bredvid.report.editing.ordering import bring_back, move, put_in, take_away
from bredvid.report.editing.rebuilding import rebuild
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import edition_of, newest_versions
from bredvid.review.models import Fieldwork, Round
from bredvid.review.projection import NotProjectable


@requires(Action.REPORT_EDIT)
@require_GET
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds that have a report to write."""
    rows = [{"fieldwork": each, "edition": edition_of(each.code)} for each in Fieldwork.objects.all()]
    return render(request, "report/staff/rounds.html", {"rows": rows})


@requires(Action.REPORT_EDIT)
@require_GET
def chapters(request: HttpRequest, code: str) -> HttpResponse:
    """The chapters of a round, in both languages, with what is wrong with each."""
    fieldwork = fieldwork_or_404(code)
    round_ = draft_round(fieldwork)
    context: dict[str, Any] = {"fieldwork": fieldwork, "draft": round_, "edition": edition_of(code)}
    if round_:
        rows = rows_of(round_, reader_language())
        context |= {
            "report": [row for row in rows if row.kind == "report"],
            "site": [row for row in rows if row.kind == "site"],
            "removed": removed_of(code),
            "faulty": sum(row.faulty for row in rows),
            "may_publish": allows(request.user, Action.ROUND_PUBLISH),
        }
    return render(request, "report/staff/chapters.html", context)


@requires(Action.REPORT_EDIT)
@require_POST
def build_draft(request: HttpRequest, code: str) -> HttpResponse:
    """Builds the draft anew from the answers as they are now."""
    fieldwork = fieldwork_or_404(code)
    try:
        rebuild(fieldwork)
    except NotProjectable as error:
        messages.error(request, gettext("The draft could not be built: %(why)s") % {"why": error})
    else:
        messages.success(request, gettext("The draft now has the answers as they are."))
    return HttpResponseRedirect(reverse("report:editing:chapters", args=[code]))


@requires(Action.REPORT_EDIT)
@require_http_methods(["GET", "POST"])
def new_chapter(request: HttpRequest, code: str) -> HttpResponse:
    """Begins a chapter."""
    fieldwork = fieldwork_or_404(code)
    round_ = draft_or_404(fieldwork)
    rows = [row for row in rows_of(round_, reader_language()) if row.kind == "report"]
    choices = [(row.slug, row.sides[0].title) for row in rows]
    form = NewChapterForm(request.POST or None, chapters=choices)
    if form.is_valid():
        slug = form.slug({own for _, own, _ in newest_versions(code)} | {row.slug for row in rows})
        texts = {each: chapter_text(form.cleaned_data[f"title_{each}"], "respondents", "") for each in ("sv", "en")}
        put_in(round_=round_, slug=slug, texts=texts, after=form.cleaned_data["after"], staff=staff_of(request))
        messages.success(request, gettext("The chapter is there. Write its text."))
        return HttpResponseRedirect(reverse("report:editing:chapter", args=[code, "report", slug, "sv"]))
    return render(request, "report/staff/new_chapter.html", {"fieldwork": fieldwork, "form": form})


@requires(Action.REPORT_EDIT)
@require_POST
def order(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Moves a chapter up or down, takes it away or brings it back."""
    round_ = draft_or_404(fieldwork_or_404(code))
    what, staff = request.POST.get("do", ""), staff_of(request)
    if what in ("up", "down"):
        move(round_=round_, slug=slug, up=what == "up", staff=staff)
    elif what == "remove":
        take_away(round_=round_, slug=slug, staff=staff)
        messages.success(request, gettext("The chapter is taken away. It can be brought back at the foot of the page."))
    elif what == "restore":
        bring_back(round_=round_, slug=slug, staff=staff)
        messages.success(request, gettext("The chapter is back."))
    return HttpResponseRedirect(reverse("report:editing:chapters", args=[code]))


def fieldwork_or_404(code: str) -> Fieldwork:
    """The round in the field. Raises Http404."""
    found = Fieldwork.objects.filter(code=code).first()
    if found is None:
        raise Http404(f"no round in the field {code}")
    return found


def draft_or_404(fieldwork: Fieldwork) -> Round:
    """The round's draft. Raises Http404 until it is built."""
    found = draft_round(fieldwork)
    if found is None:
        raise Http404(f"the draft of {fieldwork.code} is not built")
    return found


def staff_of(request: HttpRequest) -> Staff:
    """Who is asking; the door has seen to it that it is staff."""
    if not isinstance(request.user, Staff):
        raise TypeError("a page of staff was opened to somebody else")
    return request.user


def faults_text(number: int) -> str:
    """That there are faults, for a message."""
    return ngettext(
        "Saved with %(n)s fault. Until it is mended the report cannot be published.",
        "Saved with %(n)s faults. Until they are mended the report cannot be published.",
        number,
    ) % {"n": number}
