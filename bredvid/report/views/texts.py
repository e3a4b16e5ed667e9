"""Pages of text: words, forms and laws; the recommendations; a page for each kind of reader; about the site."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bredvid.report.context import audiences
from bredvid.report.current import current_round
from bredvid.report.language import reader_language
from bredvid.report.search import search_context
from bredvid.report.site_texts import site_text
from bredvid.report.texts import reading
from bredvid.report.texts.entries import Entry, Said
from bredvid.report.views.start import ways


def words(request: HttpRequest) -> HttpResponse:
    """Ord, former och lagar: each entry with its line in the report."""
    context = {
        "words": _said(reading.words()),
        "forms": _said(reading.forms()),
        "methods": _said(reading.methods()),
        "laws": _laws(),
    }
    return render(request, "report/words.html", context)


def recommendations(request: HttpRequest) -> HttpResponse:
    """The seven recommendations, each with what it asks."""
    return render(request, "report/recommendations.html", {"recommendations": _said(reading.recommendations())})


def audience(request: HttpRequest, audience: str) -> HttpResponse:
    """A page for one kind of reader: what is here for them and the next step."""
    if audience not in dict(audiences()):
        raise Http404(f"no page for {audience}")
    round_ = current_round()
    title, body = site_text(f"for-{audience}", round_)
    return render(
        request, "report/text.html", {"title": title, "body": body, "ways": ways(round_), **search_context(round_)}
    )


def about(request: HttpRequest) -> HttpResponse:
    """About the site: what it keeps, what it does not, and how it holds to the accessibility rules."""
    title, body = site_text("om", current_round())
    return render(request, "report/text.html", {"title": title, "body": body})


def _said(entries: Iterable[Entry]) -> list[Said]:
    return [entry.said(reader_language()) for entry in entries]


def _laws() -> list[dict[str, Any]]:
    return [
        {"title": group.text("title", reader_language()), "laws": _said(laws)}
        for group, laws in reading.laws_by_group()
    ]
