"""The first page: one sentence, the drawing, five findings, the quotes, the recommendations, four ways on."""

from dataclasses import replace
from html import unescape
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext

from bredvid.door.links import door_address
from bredvid.report.addresses import question_url
from bredvid.report.bases import round_base
from bredvid.report.citations import citation, source_note
from bredvid.report.current import current_round
from bredvid.report.drawings import Drawing, drawing_for
from bredvid.report.findings import Finding, findings_of
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import in_files
from bredvid.report.opening import opening_question
from bredvid.report.search import search_context
from bredvid.report.texts.reading import recommendations
from bredvid.review.models import Round
from bredvid.review.reads import Result, results_of

# Almost square: it stands beside the mission on a wide screen and is not too long on a phone.
OPENING_COLUMNS = 20


def start(request: HttpRequest) -> HttpResponse:
    """The page that everybody sees first."""
    round_ = current_round()
    language = reader_language()
    results = {result.question.code: result for result in results_of(round_)}
    result = results.get(opening_question(round_))
    context = {
        "base": round_base(round_),
        "in_files": in_files(round_.code),
        "programme": _programme(round_, result, language) if result else None,
        "findings": [
            _finding(round_, finding, results[finding.figure.question]) for finding in findings_of(round_, language)
        ],
        "quotes": [{"text": quote.label("text"), "source": quote_source(quote)} for quote in round_.quotes.all()],
        "recommendations": [{"code": item.code, "title": item.text("title", language)} for item in recommendations()],
        "ways": ways(round_),
        **search_context(round_),
    }
    return render(request, "report/start.html", context)


def _programme(round_: Round, result: Result, language: str) -> dict[str, Any]:
    drawing = _opening_drawing(round_, result, language)
    return {
        "drawing": drawing,
        "url": question_url(round_, result.question),
        "code": result.question.code,
        "text": result.question.label("text"),
        "citation": citation(round_, result, drawing),
    }


def _opening_drawing(round_: Round, result: Result, language: str) -> Drawing:
    """The drawing. Where its question does not stand beside it, the legend says what the answers yes and no mean."""
    drawing = drawing_for(result, language, columns=OPENING_COLUMNS)
    if not in_files(round_.code):
        return drawing
    says = {
        "strong": gettext("have a support programme or special support"),
        "absent": gettext("do not have one"),
        "unaccounted": gettext("answered, but the answer is not reported"),
        "silent": gettext("did not answer"),
    }
    legend = tuple(replace(item, label=says.get(item.tone, item.label)) for item in drawing.legend)
    return replace(drawing, legend=legend)


def quote_source(quote: Any) -> str:
    """Where a printed quote comes from. The source does not say which municipality it is."""
    return gettext("A municipality in the report, line %(lines)s") % {"lines": quote.lines}


def ways(round_: Round) -> list[dict[str, Any]]:
    """The four ways on from the first page."""
    return [
        {
            "url": door_address(),
            "title": gettext("Are you being exploited?"),
            "text": gettext("It is not your fault. Here is who to contact."),
            "for_her": True,
        },
        {
            "url": reverse("report:audience", args=["kommun"]),
            "title": gettext("If you work in a municipality"),
            "text": gettext("Find your municipality. See what Roks recommends and where you can begin."),
        },
        {
            "url": reverse("report:audience", args=["jour"]),
            "title": gettext("If you are at a shelter"),
            "text": gettext("What the review says about your knowledge, and how you can use the review."),
        },
        {
            "url": reverse("report:audience", args=["press"]),
            "title": gettext("If you write or do research"),
            "text": gettext("Figures to quote, open data, and what not to say."),
        },
    ]


def _finding(round_: Round, finding: Finding, result: Result) -> dict[str, Any]:
    said = f"{unescape(strip_tags(finding.html))} {source_note(round_, result)}"
    return {
        "sentence": finding.html,
        "figure": finding.figure,
        "url": question_url(round_, result.question),
        "citation": said,
    }
