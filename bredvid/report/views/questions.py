"""A round's questions: all of them, and each with its drawing, its table and how far it reaches."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from bredvid.figures.figure import Figure
from bredvid.report.addresses import crumbs_of, question_map_url, question_url
from bredvid.report.citations import citation
from bredvid.report.conditions import condition_of
from bredvid.report.current import DEMONSTRATION, round_or_404
from bredvid.report.drawings import Drawing, drawing_for
from bredvid.report.drawings.intervals import interval_line
from bredvid.report.embedding import embedding_of
from bredvid.report.language import reader_language
from bredvid.report.mappable import mappable_questions
from bredvid.report.numbers_in_brief import rows_of
from bredvid.report.views.breakdowns import breakdowns_of
from bredvid.report.weights import waves_table, weights_of
from bredvid.review.models import Question, Round
from bredvid.review.reads import Result, questions_of, result_of, results_of
from bredvid.review.trends import thread_with

# Characters of pictures that a list of questions bears and stays light; a longer list has none, and links to them.
MOST_DRAWN = 60_000


def questions(request: HttpRequest, code: str) -> HttpResponse:
    """All questions of a round, by section, each with a small drawing."""
    round_ = round_or_404(code)
    results = [result for result in results_of(round_) if result.figures]
    drawings = {result.question.code: drawing_for(result, reader_language()) for result in results}
    drawn = sum(len(drawing.svg) for drawing in drawings.values()) <= MOST_DRAWN
    by_section = groupby(results, key=lambda result: result.question.section)
    context = {
        "round": round_,
        "crumbs": crumbs_of(round_),
        "drawn": drawn,
        "sections": [
            {
                "code": section.code,
                "title": section.label("title"),
                "items": [_item(round_, result, drawings[result.question.code], drawn=drawn) for result in items],
            }
            for section, items in by_section
        ],
    }
    return render(request, "report/questions.html", context)


def question(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """One question: drawn, as a table, with its uncertainty, by group and county where there are rows."""
    round_ = round_or_404(code)
    asked = question_or_404(round_, question)
    result = result_of(round_, asked)
    drawing = drawing_for(result, reader_language())
    context = {
        "round": round_,
        "crumbs": [*crumbs_of(round_), (gettext("Questions"), reverse("report:questions", args=[code]))],
        "section": {"title": asked.section.label("title")},
        "question": _described(asked),
        "base": result.base,
        "drawing": drawing,
        "rows": [{"label": result.option_of(f).label("label"), "figure": f} for f in result.figures],
        "intervals": _intervals(result),
        "breakdowns": breakdowns_of(round_, asked),
        "condition": condition_of(round_, asked),
        "summary": result.summary,
        "numbers": rows_of(result.summary) if result.summary else [],
        "weights": weights_of(round_, asked),
        "waves": waves_table(round_, asked),
        "map_url": question_map_url(round_, asked) if asked in mappable_questions(round_) else "",
        "demo_url": _demonstration_of(asked),
        "citation": citation(round_, result, drawing),
        "embedding": embedding_of(request, result, drawing),
        "trend_url": _trend_of(round_, asked),
        "question_url": question_url(round_, asked),
        "method_url": reverse("report:method", args=[code]),
        **_neighbours(round_, asked),
    }
    return render(request, "report/question.html", context)


def question_or_404(round_: Round, code: str) -> Question:
    """The question of an address. Raises Http404 for one the round does not have."""
    try:
        return questions_of(round_).get(code=code)
    except Question.DoesNotExist as missing:
        raise Http404(f"round {round_.code} has no question {code}") from missing


def _item(round_: Round, result: Result, drawing: Drawing, *, drawn: bool) -> dict[str, Any]:
    asked = result.question
    said = [f"{strip.item.label}: {strip.item.count}" for strip in drawing.strips]
    said += [f"{label}: ”{words}”" for label, words in drawing.words]
    if not drawn:
        said += [f"{item.label}: {item.count}" for item in drawing.legend]
    return {
        "summary": " · ".join(said),
        "short": asked.label("short"),
        "text": asked.label("text"),
        "url": question_url(round_, asked),
        "drawing": drawing,
    }


def _described(asked: Question) -> dict[str, Any]:
    fields = {name: asked.label(name) for name in ("short", "text", "note", "unit")}
    undeclared = asked.exclusivity == Question.Exclusivity.UNDECLARED
    return {**fields, "code": asked.code, "inferred": asked.inferred, "undeclared": undeclared}


def _intervals(result: Result) -> list[dict[str, Any]]:
    # A follow-up that concerned nobody has no line to draw.
    counted = [figure for figure in result.figures if isinstance(figure, Figure) and figure.base.frame]
    return [
        {"label": result.option_of(figure).label("label"), "figure": figure, "line": interval_line(figure)}
        for figure in counted
    ]


def _demonstration_of(asked: Question) -> str:
    return reverse("report:question", args=[DEMONSTRATION, asked.code])


def _trend_of(round_: Round, asked: Question) -> str:
    """The question between the rounds; a demonstration and a draft are in no comparison."""
    if round_.demonstration or round_.draft:
        return ""
    thread = thread_with(asked)
    return reverse("report:trend", args=[thread.code]) if thread else ""


def _neighbours(round_: Round, asked: Question) -> dict[str, Any]:
    shown = [result.question for result in results_of(round_) if result.figures]
    at = [each.pk for each in shown].index(asked.pk) if asked in shown else -1

    def link(index: int) -> dict[str, str] | None:
        if at < 0 or not 0 <= index < len(shown):
            return None
        return {"label": shown[index].label("short"), "url": question_url(round_, shown[index])}

    return {"previous": link(at - 1), "next": link(at + 1)}
