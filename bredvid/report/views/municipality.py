"""The page of one municipality in a round: what is said of it, what is not known, what all said together."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from bredvid.report.addresses import county_url, crumbs_of, question_url, respondent_url
from bredvid.report.bases import round_base
from bredvid.report.current import round_or_404
from bredvid.report.drawings import drawing_for, is_whole
from bredvid.report.language import reader_language
from bredvid.report.respondents import answer_text
from bredvid.review.models import Respondent, Round
from bredvid.review.reads import Result, respondents_of, results_of

# How many drawings of the whole round stand on a municipality's page.
OVERVIEW = 3


def municipality(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One municipality: what the round says of it, what is not known, and what all said together."""
    round_ = round_or_404(code)
    everybody = list(respondents_of(round_))
    at = next((i for i, each in enumerate(everybody) if each.slug == slug), None)
    if at is None:
        raise Http404(f"round {code} has no municipality {slug}")
    respondent = everybody[at]
    results = results_of(round_)
    context = {
        "round": round_,
        "crumbs": [*crumbs_of(round_), (gettext("Municipalities"), reverse("report:municipalities", args=[code]))],
        "respondent": respondent,
        "full_name": _full_name(respondent),
        "group_name": respondent.group.localised_name,
        "municipality": respondent.municipality,
        "county_url": county_url(round_, respondent),
        "state_sentence": _state_sentence(round_, respondent),
        "mentions": [{"text": m.label("text"), "lines": m.lines} for m in respondent.mentions.all()],
        "answers": _answers(round_, respondent),
        "overview": _overview(round_, results),
        "base": round_base(round_),
        "previous": _neighbour(round_, everybody, at - 1),
        "next": _neighbour(round_, everybody, at + 1),
        **_residents(respondent),
    }
    return render(request, "report/municipality.html", context)


def _full_name(respondent: Respondent) -> str:
    return respondent.municipality.own_name if respondent.municipality else respondent.name


def _state_sentence(round_: Round, respondent: Respondent) -> str:
    if respondent.state == Respondent.State.ANSWERED:
        if round_.demonstration:
            return gettext("Answered the review. The answers are invented.")
        if not round_.aggregate_only:
            return gettext("Answered the review.")
        return gettext("The report names the municipality as having answered.")
    if respondent.state == Respondent.State.SILENT:
        return gettext("Did not answer the review.")
    return gettext("The report does not say whether it answered.")


def _answers(round_: Round, respondent: Respondent) -> list[dict[str, str]]:
    """Each question with what was answered; several answers to one question stand together."""
    rows = respondent.answers.select_related("question__section", "option").order_by(
        "question__section__order", "question__order", "option__order"
    )
    return [
        {
            "question": question.label("short"),
            "url": question_url(round_, question),
            "text": " · ".join(answer_text(answer) for answer in answers),
        }
        for question, answers in groupby(rows, key=lambda answer: answer.question)
    ]


def _overview(round_: Round, results: list[Result]) -> list[dict[str, Any]]:
    """Drawings of the first questions that were put to everybody and can be drawn as a whole."""
    whole = [result for result in results if result.base.frame == round_.frame_size and is_whole(result)]
    return [
        {"drawing": drawing_for(result, reader_language()), "url": question_url(round_, result.question)}
        for result in whole[:OVERVIEW]
    ]


def _residents(respondent: Respondent) -> dict[str, int]:
    newest = respondent.municipality.populations.order_by("-year").first() if respondent.municipality else None
    return {"residents": newest.residents, "residents_year": newest.year} if newest else {}


def _neighbour(round_: Round, everybody: list[Respondent], index: int) -> dict[str, str] | None:
    if not 0 <= index < len(everybody):
        return None
    return {"label": everybody[index].name, "url": respondent_url(round_, everybody[index])}
