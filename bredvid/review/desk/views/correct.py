"""Puts one answer right, with a reason, and shows every revision of it."""

from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, allows, requires, staff_of
from bredvid.review.answering.given import Given, read
from bredvid.review.answering.parts import Part, parts_of
from bredvid.review.answering.saving import Outcome, Result
from bredvid.review.answering.standing import Standing, standing_of
from bredvid.review.desk import actions
from bredvid.review.desk.corrections import receipt
from bredvid.review.desk.reading import history_of
from bredvid.review.desk.views.case import case_or_404
from bredvid.review.fieldwork.saving import Conflict, NotOpen
from bredvid.review.fieldwork.values import ValueRefused
from bredvid.review.models import Case, Entry, Question


@requires(Action.ANSWER_READ)
def answer(request: HttpRequest, code: str, slug: str, question: str) -> HttpResponse:
    """One answer with its history; for those who may, the fields to put it right."""
    standing, asked = _asked(code, slug, question)
    return _page(request, standing, asked)


@require_POST
@requires(Action.ANSWER_CORRECT)
def correct(request: HttpRequest, code: str, slug: str, question: str) -> HttpResponse:
    """Puts the answer right. What could not be stored is shown again as it was typed, with what stopped it."""
    standing, asked = _asked(code, slug, question)
    given = read(request.POST, [asked]).get(asked.code)
    problem = _correct(request, standing.case, asked, given)
    if problem:
        return _page(request, standing_of(standing.case), asked, given=given, problem=problem)
    messages.success(request, gettext("The answer is corrected, and the municipality is told by mail."))
    return redirect("desk:case", code, slug)


def _asked(code: str, slug: str, question: str) -> tuple[Standing, Question]:
    """The case as it stands, and a question of its form. Raises Http404."""
    standing = standing_of(case_or_404(code, slug))
    asked = standing.questions.get(question)
    if asked is None or standing.form.by_code[question].number is None:
        raise Http404(f"{code} asks no question {question}")
    return standing, asked


def _page(
    request: HttpRequest, standing: Standing, asked: Question, *, given: Given | None = None, problem: str = ""
) -> HttpResponse:
    context = {
        "round": standing.case.fieldwork,
        "case": standing.case,
        "part": _part(standing, asked, given),
        "history": history_of(standing.case, asked),
        "problem": problem,
        "reason": request.POST.get("reason", ""),
        "codes": _codes(asked, given, standing.entries.get(asked.code)),
        "may_correct": allows(request.user, Action.ANSWER_CORRECT) and not standing.case.locked,
    }
    return render(request, "review/desk/answer.html", context, status=422 if problem else 200)


def _correct(request: HttpRequest, case: Case, question: Question, given: Given | None) -> str:
    """Corrects the answer; returns what stopped it in words, or nothing."""
    if given is None:
        return gettext("The page was not sent whole. Try again.")
    value = given.value(question)
    if question.coded:
        value["options"] = list(given.options)
    try:
        with transaction.atomic():
            saved = actions.correct_answer(
                by=staff_of(request), case=case, question=question, value=value,
                missing=given.reason, why=given.why, reason=request.POST.get("reason", ""), seen=given.seen,
            )  # fmt: skip
            if saved.written and saved.entry is not None:
                receipt(case, question, saved.entry)
    except ValueRefused as refused:
        return str(refused)
    except NotOpen:
        return gettext("The answers are locked. Unlock them first.")
    except Conflict:
        return gettext("The answer has changed since you opened this page. Read the newest below, then correct again.")
    return "" if saved.written else gettext("That is what it says already. Nothing was changed.")


def _part(standing: Standing, question: Question, given: Given | None) -> Part:
    section = next(each for each in standing.sections if each.pk == question.section_id)
    held = standing.entries.get(question.code)
    typed = {}
    if given is not None:
        # What was typed is shown again, now knowing of the newest revision, which stands in the history below.
        given = replace(given, seen=held.revision if held else 0)
        typed = {question.code: Outcome(given=given, result=Result.REFUSED, entry=held)}
    part = next(each for each in parts_of(standing, section, outcomes=typed) if each.code == question.code)
    # A correction may concern an answer that is not put now, so its fields are always in use.
    return replace(part, put=True)


def _codes(question: Question, given: Given | None, entry: Entry | None) -> list[dict[str, object]]:
    """For an answer in own words: the codes of its frame, with those that are set."""
    if not question.coded:
        return []
    chosen = given.options if given else (entry.value.get("options", []) if entry else [])
    return [
        {"code": option.code, "label": option.label("label"), "chosen": option.code in chosen}
        for option in question.options.all()
    ]


@require_POST
@requires(Action.ANSWER_CORRECT)
def restore(request: HttpRequest, code: str, slug: str, question: str, revision: int) -> HttpResponse:
    """Lets a former answer hold again, as a correction of its own: nothing in the history is taken away."""
    standing, asked = _asked(code, slug, question)
    former = get_object_or_404(Entry, case=standing.case, question=asked, revision=revision)
    held = standing.entries.get(question)
    try:
        with transaction.atomic():
            saved = actions.restore_answer(
                by=staff_of(request), former=former, reason=gettext("A former answer holds again."),
                seen=held.revision if held else 0,
            )  # fmt: skip
            if saved.written and saved.entry is not None:
                receipt(standing.case, asked, saved.entry)
                messages.success(request, gettext("The answer is corrected, and the municipality is told by mail."))
    except (NotOpen, Conflict):
        messages.error(request, gettext("The answer has changed or is locked. Nothing was changed."))
    return redirect("desk:answer", code, slug, question)
