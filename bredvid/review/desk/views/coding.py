"""Answers in own words get their codes, one after the other."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from bredvid.accounts.access import Action, requires, staff_of
from bredvid.review.desk import actions
from bredvid.review.desk.coding import entry_to_code, next_to_code, queue_of, queues_of
from bredvid.review.desk.views.case import case_or_404
from bredvid.review.fieldwork.saving import Conflict, NotOpen
from bredvid.review.fieldwork.values import ValueRefused
from bredvid.review.models import Entry, Fieldwork, Question


@requires(Action.ANSWER_CORRECT)
def coding(request: HttpRequest, code: str) -> HttpResponse:
    """The questions that are coded afterwards, and how far each has come."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    return render(request, "review/desk/coding.html", {"round": fieldwork, "queues": queues_of(fieldwork)})


@requires(Action.ANSWER_CORRECT)
def next_words(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """The next answer in own words that has no code, after `?efter=` in the alphabet."""
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    asked = _coded(fieldwork, question)
    after = request.GET.get("efter", "")
    entry = next_to_code(fieldwork, asked, int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0)
    if entry is None:
        messages.success(request, gettext("Everything that can be coded here has its codes."))
        return redirect("desk:coding", code)
    return _page(request, fieldwork, asked, entry)


@require_POST
@requires(Action.ANSWER_CORRECT)
def set_codes(request: HttpRequest, code: str, question: str, slug: str) -> HttpResponse:
    """Sets the codes of one answer and goes on to the next."""
    case = case_or_404(code, slug)
    asked = _coded(case.fieldwork, question)
    entry = entry_to_code(case, asked)
    if entry is None:
        raise Http404(f"{slug} has not answered {question} in own words")
    chosen, seen = request.POST.getlist("codes"), request.POST.get("seen", "")
    if not chosen:
        return _page(request, case.fieldwork, asked, entry, gettext("Choose at least one code, or pass on."), 422)
    try:
        actions.code_words(
            by=staff_of(request), case=case, question=asked, options=chosen,
            seen=int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0,
        )  # fmt: skip
    except ValueRefused as refused:
        return _page(request, case.fieldwork, asked, entry, str(refused), 422)
    except Conflict:
        problem = gettext("The answer has changed since you opened this page. Read it again.")
        return _page(request, case.fieldwork, asked, entry, problem, 409)
    except NotOpen:
        messages.error(request, gettext("The answers are locked. Unlock them first."))
    return redirect(f"{reverse('desk:next-words', args=[code, question])}?efter={case.alphabetical}")


def _coded(fieldwork: Fieldwork, code: str) -> Question:
    """A question of the round's form that is coded afterwards. Raises Http404."""
    questions = Question.objects.filter(section__questionnaire=fieldwork.questionnaire_id, coded=True)
    return get_object_or_404(questions.prefetch_related("options"), code=code)


def _several(question: Question) -> bool:
    return question.kind == Question.Kind.MULTIPLE or question.exclusivity == Question.Exclusivity.MULTIPLE


def _page(
    request: HttpRequest, fieldwork: Fieldwork, question: Question, entry: Entry, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "round": fieldwork, "question": question, "case": entry.case, "entry": entry, "problem": problem,
        "queue": queue_of(fieldwork, question), "options": question.options.all(),
        "chosen": request.POST.getlist("codes"), "several": _several(question),
    }  # fmt: skip
    return render(request, "review/desk/code.html", context, status=status)
