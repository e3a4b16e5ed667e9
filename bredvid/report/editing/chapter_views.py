"""Writing a chapter: tried, saved, and how it came to be as it is."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_http_methods

from bredvid.accounts.access import requires
from bredvid.accounts.roles import Action
from bredvid.report.blocks.html import chapter_html
from bredvid.report.claims.compose import Composed
from bredvid.report.claims.explained import explained_in
from bredvid.report.claims.report import compose_chapters
from bredvid.report.drafting.chapters import UNWRITTEN, Drafted
from bredvid.report.editing.addresses import address
from bredvid.report.editing.checking import told
from bredvid.report.editing.desk import Chapter, based_on, chapter_at
from bredvid.report.editing.differences import differences
from bredvid.report.editing.forms import ChapterForm
from bredvid.report.editing.handing_back import machines_text
from bredvid.report.editing.help import bases_of, figures_of
from bredvid.report.editing.views import draft_or_404, faults_text, fieldwork_or_404, staff_of
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import source_of
from bredvid.report.manuscript.writing import Conflict, Place, Writing, save
from bredvid.report.models import ChapterVersion
from bredvid.review.models import Round

LANGUAGES = ("sv", "en")
KINDS = ("report", "site")


@requires(Action.REPORT_EDIT)
@require_http_methods(["GET", "POST"])
def chapter(request: HttpRequest, code: str, kind: str, slug: str, language: str) -> HttpResponse:
    """The box one writes in, with help beside it. Trying a text keeps nothing; saving keeps every version."""
    round_, current = chapter_or_404(code, kind, slug, language)
    place = Place(round=code, kind=kind, slug=slug, language=language)
    if request.method != "POST":
        form = ChapterForm(initial=_shown(round_, current, based_on(code, kind, slug, language)))
        return _page(request, round_, place, current, form)
    form = ChapterForm(request.POST.dict())
    if not form.is_valid():
        return _page(request, round_, place, current, form, status=422)
    composed = _composed(round_, place, current.number, form.text())
    if request.POST.get("do") != "save":
        return _page(request, round_, place, current, form, composed=composed)
    if isinstance(current, ChapterVersion) and current.text == form.text():
        messages.info(request, gettext("Nothing was changed, so there was nothing to save."))
        return _page(request, round_, place, current, form, composed=composed)
    return _save(request, round_, place, current, form, composed)


@requires(Action.REPORT_EDIT)
@require_http_methods(["GET", "POST"])
def history(request: HttpRequest, code: str, kind: str, slug: str, language: str) -> HttpResponse:
    """Every version of a chapter and what each changed; an older one can be taken back, as a new version."""
    fieldwork = fieldwork_or_404(code)
    place = Place(round=code, kind=kind, slug=slug, language=language)
    versions = place.versions()
    if not versions:
        raise Http404(f"nobody has saved {place}")
    if request.method == "POST":
        return _take_back(request, place, versions)
    older: list[ChapterVersion | None] = [*versions[1:], None]
    rows = [
        {"version": each, "lines": differences(before.text if before else "", each.text), "newest": each is versions[0]}
        for each, before in zip(versions, older, strict=True)
    ]
    context = {"fieldwork": fieldwork, "place": place, "rows": rows, "title": _title(versions[0])}
    return render(request, "report/staff/history.html", context)


def _take_back(request: HttpRequest, place: Place, versions: list[ChapterVersion]) -> HttpResponse:
    wanted = next((each for each in versions if str(each.version) == request.POST.get("version")), None)
    if wanted is None:
        raise Http404("no such version")
    note = gettext("Version %(n)s again") % {"n": wanted.version}
    writing = Writing(number=versions[0].number, text=wanted.text, note=note, faults=wanted.faults)
    try:
        save(place=place, writing=writing, based_on=versions[0].version, staff=staff_of(request))
    except Conflict:
        messages.error(request, gettext("Somebody saved a new version just now. Look at it first."))
        return HttpResponseRedirect(request.path)
    messages.success(request, note)
    return HttpResponseRedirect(address("chapter", place))


def _save(
    request: HttpRequest, round_: Round, place: Place, current: Chapter, form: ChapterForm, composed: Composed
) -> HttpResponse:
    writing = Writing(
        number=current.number, text=form.text(), note=form.cleaned_data["note"], faults=len(composed.problems)
    )
    try:
        save(place=place, writing=writing, based_on=form.cleaned_data["based_on"], staff=staff_of(request))
    except Conflict as conflict:
        # The next time it is saved on top of theirs, by somebody who has seen both.
        form.data = {**form.data, "based_on": str(conflict.newest.version)}
        return _page(request, round_, place, current, form, conflict=conflict.newest, status=409)
    if composed.problems:
        messages.warning(request, faults_text(len(composed.problems)))
    else:
        messages.success(request, gettext("Saved. Every number is bound and every claim holds."))
    return HttpResponseRedirect(address("chapter", place))


def _page(
    request: HttpRequest,
    round_: Round,
    place: Place,
    current: Chapter,
    form: ChapterForm,
    *,
    composed: Composed | None = None,
    conflict: ChapterVersion | None = None,
    status: int = 200,
) -> HttpResponse:
    tried = composed or _composed(round_, place, current.number, current.text)
    source = source_of(round_.code, current)
    context: dict[str, Any] = {
        "place": place,
        "fieldwork_code": place.round,
        "form": form,
        "title": tried.chapter.title,
        "version": current if isinstance(current, ChapterVersion) else None,
        "has_history": bool(based_on(place.round, place.kind, place.slug, place.language)),
        "hand_back": bool(machines_text(round_, place, current)),
        "unwritten": place.slug == UNWRITTEN and isinstance(current, Drafted),
        "faults": told(_source(round_, place, current.number, form) or source, tried.problems, reader_language()),
        "preview": _preview(round_, tried, place.language) if composed else "",
        "bases": bases_of(round_, place.language),
        "sections": figures_of(round_, place.language),
        "other": _other(round_, place, current),
        "conflict": _conflict(conflict, form) if conflict else None,
    }
    return render(request, "report/staff/chapter.html", context, status=status)


def _preview(round_: Round, composed: Composed, language: str) -> Any:
    with override(language):
        return chapter_html(composed.chapter.blocks, explained=explained_in(round_.code))


def _conflict(newest: ChapterVersion, form: ChapterForm) -> dict[str, Any]:
    return {"version": newest, "lines": differences(form.text(), newest.text)}


def _other(round_: Round, place: Place, current: Chapter) -> dict[str, Any] | None:
    """The chapter in the other language, to stand beside; `newer` where it was written in later."""
    language = "en" if place.language == "sv" else "sv"
    found = chapter_at(round_, place.kind, place.slug, language)
    if found is None:
        return None
    theirs = found.at if isinstance(found, ChapterVersion) else None
    ours = current.at if isinstance(current, ChapterVersion) else None
    source = source_of(round_.code, found)
    other = Place(round=place.round, kind=place.kind, slug=place.slug, language=language)
    return {
        "language": language,
        "title": source.title,
        "body": source.body.strip(),
        "url": address("chapter", other),
        "newer": bool(theirs and (ours is None or theirs > ours)),
        "older": bool(ours and (theirs is None or ours > theirs)),
    }


def _shown(round_: Round, current: Chapter, version: int) -> dict[str, Any]:
    source = source_of(round_.code, current)
    return {
        "title": source.title,
        "scope": source.scope.value,
        "body": source.body.strip(),
        "based_on": version,
    }


def _composed(round_: Round, place: Place, number: int, text: str) -> Composed:
    source = source_of(round_.code, _as_chapter(place, number, text))
    (composed,) = compose_chapters(round_, [source])
    return composed


def _source(round_: Round, place: Place, number: int, form: ChapterForm) -> Any:
    """The text in the box as a source, for the lines of its faults; None where the box was not posted."""
    if not form.is_bound or not form.is_valid():
        return None
    return source_of(round_.code, _as_chapter(place, number, form.text()))


def _as_chapter(place: Place, number: int, text: str) -> Drafted:
    return Drafted(place.kind, "en" if place.language == "en" else "sv", number, place.slug, text)


def chapter_or_404(code: str, kind: str, slug: str, language: str) -> tuple[Round, Chapter]:
    """A chapter of a round's draft, and the draft. Raises Http404 where there is none or it was taken away."""
    if kind not in KINDS or language not in LANGUAGES:
        raise Http404("no such chapter")
    round_ = draft_or_404(fieldwork_or_404(code))
    current = chapter_at(round_, kind, slug, language)
    if current is None:
        raise Http404(f"the report of {code} has no chapter {slug}")
    return round_, current


def _title(version: ChapterVersion) -> str:
    return source_of(version.round, version).title
