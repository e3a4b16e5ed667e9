"""One part of the form. Without scripts the page is one form; with them each answer is sent when it is changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import translate_url
from django.utils import timezone

from bredvid.review.answering.access import Visit, behind_link
from bredvid.review.answering.given import Given, number_in, read
from bredvid.review.answering.pages import is_answerable, page, when
from bredvid.review.answering.parts import Part, parts_of
from bredvid.review.answering.previous import previous_answers
from bredvid.review.answering.saving import UNSAVED, Outcome, Result, save_page
from bredvid.review.answering.standing import Lack, Standing, standing_now, standing_of
from bredvid.review.models import Case, Question, Section


@csp_update({"connect-src": ["'self'"]})  # the script sends each answer to this same address
@behind_link("GET", "POST")
def section(visit: Visit, section: str) -> HttpResponse:
    """Shows a part of the form, and saves what was answered in it."""
    standing = standing_of(visit.case)
    here = next((each for each in standing.sections if each.code == section), None)
    if here is None:
        raise Http404
    if visit.request.method == "POST":
        return _save(visit, standing, here)
    return _show(visit, standing, here) if is_answerable(visit.case) else redirect(visit.url("overview"))


def _save(visit: Visit, standing: Standing, here: Section) -> HttpResponse:
    sent = visit.request.POST
    questions = standing.asked(here)
    before = standing.put
    outcomes = save_page(standing, questions, _decided(sent.get("keep", ""), sent.get("drop", ""), visit, questions))
    case = Case.objects.select_related("fieldwork__questionnaire").get(pk=visit.case.pk)
    visit.link.case = case
    now = standing_now(standing, case)
    if visit.request.headers.get("Accept") == "application/json":
        return _told(now, here, outcomes)
    if any(outcome.result == Result.CLOSED for outcome in outcomes.values()):
        return _not_saved(visit, now, here, outcomes)
    if any(outcome.result in UNSAVED for outcome in outcomes.values()):
        refused = any(outcome.result == Result.REFUSED for outcome in outcomes.values())
        return _show(visit, now, here, outcomes=outcomes, status=422 if refused else 409)
    if sent.get("keep") or sent.get("drop"):
        return _to(visit, here, "q-" + (sent.get("drop") or sent.get("keep", "").partition(":")[0]))
    return _onward(visit, now, here, outcomes, [code for code in now.put if now.put[code] and not before[code]])


def _decided(keep: str, drop: str, visit: Visit, questions: Sequence[Question]) -> dict[str, Given]:
    """What was sent, after the choice between two answers: `keep` is `code:revision`, `drop` a code."""
    given = read(visit.request.POST, questions)
    code, _, text = keep.partition(":")
    revision = number_in(text)
    if code in given and revision is not None:
        given[code] = given[code].decided(revision)
    given.pop(drop, None)
    return given


def _onward(
    visit: Visit, now: Standing, here: Section, outcomes: Mapping[str, Outcome], opened: list[str]
) -> HttpResponse:
    goal = visit.request.POST.get("go", "next")
    new = [question.code for question in now.asked(here) if question.code in opened]
    if new and goal == "next":
        return _to(visit, here, f"q-{new[0]}")
    unexplained = any(now.lacking.get(code) == Lack.WHY for code in outcomes)
    if unexplained and goal == "next":
        return _show(visit, now, here, ask_why=True)
    return HttpResponseRedirect(_goal(visit, now, here, goal))


def _goal(visit: Visit, now: Standing, here: Section, goal: str) -> str:
    """The address that the pressed button leads to."""
    language = goal.removeprefix("language:")
    if language != goal and language in dict(settings.LANGUAGES):
        return translate_url(visit.url("section", here.code), language)
    codes = [part.section.code for part in now.parts]
    if goal in codes:
        return visit.url("section", goal)
    place = codes.index(here.code) if here.code in codes else 0
    if goal == "next" and place + 1 < len(codes):
        return visit.url("section", codes[place + 1])
    if goal == "back" and place > 0:
        return visit.url("section", codes[place - 1])
    return visit.url("overview")


def _to(visit: Visit, here: Section, anchor: str) -> HttpResponse:
    return HttpResponseRedirect(f"{visit.url('section', here.code)}#{anchor}")


def _show(
    visit: Visit,
    standing: Standing,
    here: Section,
    *,
    outcomes: Mapping[str, Outcome] | None = None,
    ask_why: bool = False,
    status: int = 200,
) -> HttpResponse:
    parts = parts_of(standing, here, outcomes=outcomes, previous=previous_answers(visit.case), ask_why=ask_why)
    place = next((part.place for part in standing.parts if part.section == here), 0)
    entries = [entry.at for entry in standing.entries.values()]
    return page(
        visit, "section", status, here=here, parts=parts, place=place, standing=standing,
        problems=[part for part in parts if part.problem], saved=when(max(entries)) if entries else "",
        onward=_goal(visit, standing, here, "next"), asks_of_persons=any(part.question.persons for part in parts),
    )  # fmt: skip


def _not_saved(visit: Visit, now: Standing, here: Section, outcomes: Mapping[str, Outcome]) -> HttpResponse:
    """The answers were handed in, settled or closed meanwhile: what was typed is shown, to be copied."""
    parts = parts_of(now, here, outcomes=outcomes)
    lost: list[Part] = [part for part in parts if part.code in outcomes and outcomes[part.code].result in UNSAVED]
    return page(visit, "not_saved", status=409, lost=lost)


def _told(now: Standing, here: Section, outcomes: Mapping[str, Outcome]) -> JsonResponse:
    answers: dict[str, dict[str, Any]] = {
        code: {
            "result": outcome.result.value,
            "revision": outcome.entry.revision if outcome.entry else 0,
            "message": outcome.message,
        }
        for code, outcome in outcomes.items()
    }
    put = [question.code for question in now.asked(here) if now.put[question.code]]
    return JsonResponse({"answers": answers, "put": put, "at": timezone.localtime().strftime("%H:%M")})
