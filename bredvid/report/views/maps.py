"""The hex map: what a round says of each municipality, or each one's answer to a question."""

from collections import Counter
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from bredvid.figures.numbers import count as number
from bredvid.report.addresses import crumbs_of, question_map_url, respondent_url
from bredvid.report.current import round_or_404
from bredvid.report.drawings.hexmap import Cell, hexmap
from bredvid.report.drawings.tiles import mark
from bredvid.report.language import reader_language
from bredvid.report.mappable import mappable_questions
from bredvid.report.saying import Saying, answers_by_respondent, named_in_report, who_answered
from bredvid.report.views.questions import question_or_404
from bredvid.review.models import Round
from bredvid.review.reads import respondents_of


def overview(request: HttpRequest, code: str) -> HttpResponse:
    """For an aggregate-only round what the report says by name; else the first question that can be mapped."""
    round_ = round_or_404(code)
    if not round_.aggregate_only:
        mappable = mappable_questions(round_)
        if mappable:
            return question_map(request, code, mappable[0].code)
        intro = gettext("No question of this round can be drawn on a map. It shows who answered.")
        return _render(request, round_, gettext("The map"), intro, who_answered(round_), None)
    intro = gettext(
        "This is not a map of the answers, for the report does not say who answered. "
        "It shows what the report says of municipalities by name. Choose a municipality to go to its page."
    )
    return _render(request, round_, gettext("The map"), intro, named_in_report(round_), None)


def question_map(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """Each municipality's answer to one question. A round without rows has no such map."""
    round_ = round_or_404(code)
    if round_.aggregate_only:
        raise Http404(f"round {code} has totals only, so there is no map of answers")
    asked = question_or_404(round_, question)
    if asked not in mappable_questions(round_):
        raise Http404(f"question {question} has more than one answer, or was not put to everybody")
    sayings = answers_by_respondent(round_, asked)
    return _render(request, round_, asked.label("short"), asked.label("text"), sayings, asked.code)


def _render(
    request: HttpRequest, round_: Round, heading: str, intro: str, sayings: dict[int, Saying], question: str | None
) -> HttpResponse:
    cells = [_cell(round_, respondent, sayings[respondent.pk]) for respondent in respondents_of(round_)]
    context = {
        "round": round_,
        "crumbs": crumbs_of(round_),
        "heading": heading,
        "intro": intro,
        "map": hexmap(cells, title=_title(heading, sayings)),
        "usual": _usual(sayings),
        "legend": _legend(sayings),
        "counties": _counties(cells),
        "questions": _mappable(round_, question) if question else [],
    }
    return render(request, "report/map.html", context)


def _title(heading: str, sayings: dict[int, Saying]) -> str:
    """Names the map and says what an unmarked municipality means, so that it need not be said 200 times."""
    usual = _usual(sayings)
    unmarked = gettext("Municipalities without a mark")
    return f"{heading}. {unmarked}: {usual}." if usual else heading


def _usual(sayings: dict[int, Saying]) -> str:
    return next((saying.text for saying in sayings.values() if saying.is_usual), "")


def _cell(round_: Round, respondent: Any, saying: Saying) -> Cell:
    return Cell(
        row=respondent.hex_row,
        column=respondent.hex_column,
        tone=saying.tone,
        name=respondent.name,
        says="" if saying.is_usual else saying.text,
        url=respondent_url(round_, respondent),
        county=respondent.county.localised_name,
    )


def _legend(sayings: dict[int, Saying]) -> list[dict[str, Any]]:
    counts = Counter(sayings.values())
    return [
        {
            "mark": mark_safe(mark(saying.tone)),  # noqa: S308 (our own markup)
            "count": number(counts[saying], reader_language()),
            "label": saying.text,
        }
        for saying in sorted(counts, key=lambda saying: saying.order)
    ]


def _counties(cells: list[Cell]) -> list[dict[str, Any]]:
    ordered = sorted(cells, key=lambda cell: (cell.county, cell.name))
    grouped = [(name, list(group)) for name, group in groupby(ordered, key=lambda cell: cell.county)]
    return [{"name": name, "size": len(group), "cells": group} for name, group in grouped]


def _mappable(round_: Round, current: str) -> list[dict[str, Any]]:
    return [
        {"label": q.label("short"), "url": question_map_url(round_, q), "current": q.code == current}
        for q in mappable_questions(round_)
    ]
