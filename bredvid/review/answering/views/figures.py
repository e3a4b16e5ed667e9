"""Figures in a file: shows what they would fill in beside what is answered, and writes what somebody accepts.

The file is read in memory and never kept. Between the two steps the page itself carries what was proposed and which
answers were seen, as every page of answers does; accepting is sending it as answers.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from bredvid.accounts.uploads import InMemory
from bredvid.review.answering.access import Visit, behind_link
from bredvid.review.answering.given import Given, read
from bredvid.review.answering.pages import is_answerable, page
from bredvid.review.answering.prefill_file import MOST_BYTES, read_figures, too_large
from bredvid.review.answering.prefilling import proposals_of
from bredvid.review.answering.saving import Outcome, Result, save_page
from bredvid.review.answering.standing import standing_now, standing_of
from bredvid.review.answering.words import words_of
from bredvid.review.models import Case, Entry, Question
from bredvid.sheets.errors import ImportRefused

# What the form has besides its file.
_REST = 20_000
View = Callable[..., HttpResponse]


def _judged(view: View) -> View:
    """Judges how large a request is before anything of it is read, and keeps what it holds off the disk."""

    @csrf_exempt  # its own check is behind the link, as for every page of answers
    @wraps(view)
    def judged(request: HttpRequest, **arguments: Any) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if request.method == "POST" and (not length.isdecimal() or int(length) > MOST_BYTES + _REST):
            return _too_large(request, **arguments)
        request.upload_handlers = [InMemory(request)]
        return view(request, **arguments)

    return judged


@behind_link("POST", code=False)
def _too_large(visit: Visit) -> HttpResponse:
    return page(visit, "figures", status=413, fault=too_large(), most=MOST_BYTES // 1000)


@_judged
@behind_link("GET", "POST")
def figures(visit: Visit) -> HttpResponse:
    """Asks for a file, shows what it would fill in, and fills in what was accepted."""
    if not is_answerable(visit.case):
        return redirect(visit.url("overview"))
    if visit.request.method != "POST":
        return _ask(visit)
    return _fill_in(visit) if "take" in visit.request.POST else _propose(visit)


def _ask(visit: Visit, fault: str = "") -> HttpResponse:
    return page(visit, "figures", status=422 if fault else 200, fault=fault, most=MOST_BYTES // 1000)


def _propose(visit: Visit) -> HttpResponse:
    file = visit.request.FILES.get("file")
    if file is None:
        return _ask(visit, _("Choose a file first."))
    try:
        found = read_figures(file.name or "", file.read())
        proposals = proposals_of(standing_of(visit.case), found)
    except ImportRefused as refused:
        return _ask(visit, str(refused))
    if not proposals:
        return _ask(visit, _("The file holds no answer to any question here."))
    return page(visit, "figures_preview", file=found, proposals=proposals)


def _fill_in(visit: Visit) -> HttpResponse:
    standing, sent = standing_of(visit.case), visit.request.POST
    chosen = set(sent.getlist("fill"))
    questions = [question for question in standing.questions.values() if question.code in chosen]
    given = {code: each.decided(each.seen) for code, each in read(sent, questions).items()}
    outcomes = save_page(standing, questions, given)
    visit.link.case = Case.objects.select_related("fieldwork__questionnaire").get(pk=visit.case.pk)
    now = standing_now(standing, visit.link.case)
    lost = [_lost(question, outcomes, given) for question in questions if _is_lost(outcomes.get(question.code))]
    filled = [question for question in questions if _is_filled(outcomes.get(question.code))]
    return page(visit, "figures_filled", status=409 if lost else 200, filled=_in_words(filled, now.entries), lost=lost)


def _is_lost(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.result not in (Result.SAVED, Result.SAME)


def _is_filled(outcome: Outcome | None) -> bool:
    return outcome is not None and outcome.result == Result.SAVED


def _in_words(questions: Sequence[Question], entries: Mapping[str, Entry]) -> list[tuple[Question, str]]:
    return [(question, words_of(question, entries.get(question.code))) for question in questions]


def _lost(question: Question, outcomes: Mapping[str, Outcome], given: Mapping[str, Given]) -> dict[str, Any]:
    """What was not filled in: the file's answer, and what a colleague has answered meanwhile."""
    proposed, outcome = given[question.code], outcomes[question.code]
    options = [option.label("label") for option in question.options.all() if option.code in proposed.options]
    return {
        "question": question, "says": ", ".join(options) or proposed.number,
        "held": words_of(question, outcome.entry), "message": outcome.message,
    }  # fmt: skip
