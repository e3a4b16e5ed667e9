"""The report to read on the screen: its contents, its chapters, and the method with the notes on quality."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import gettext

from bredvid.report.addresses import crumbs_of
from bredvid.report.bases import round_base
from bredvid.report.blocks.html import chapter_html
from bredvid.report.claims.chapter import ChapterSource, Language
from bredvid.report.claims.explained import explained_in
from bredvid.report.claims.quality import kind_title, note_text
from bredvid.report.claims.report import compose_chapter
from bredvid.report.current import round_or_404
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import chapters_of
from bredvid.report.manuscript.titles import titles_of
from bredvid.report.publishing.news import news_of
from bredvid.report.site_texts import site_text
from bredvid.review.ledger import ledger_of
from bredvid.review.models import Round


def round_page(request: HttpRequest, code: str) -> HttpResponse:
    """The report's first page: what it is, its contents, and what lies behind it."""
    round_ = round_or_404(code)
    chapters = _contents(round_)
    context = {
        "round": round_,
        "title": round_.label("title"),
        "fieldwork": round_.label("fieldwork"),
        "base": round_base(round_),
        "chapters": chapters,
        "first": chapters[0],
        "news": news_of(round_),
        "pdf_url": reverse("report:pdf", args=[code]),
        "ways": _behind(round_),
    }
    return render(request, "report/round.html", context)


def chapter(request: HttpRequest, code: str, chapter: str) -> HttpResponse:
    """One chapter, with the contents beside it and the way to the next."""
    round_ = round_or_404(code)
    contents = _contents(round_, chapter)
    at = next((i for i, item in enumerate(contents) if item["current"]), None)
    if at is None:
        raise Http404(f"the report of {code} has no chapter {chapter}")
    composed = compose_chapter(round_, reader_language(), chapter)
    context = {
        "round": round_,
        "title": round_.label("title"),
        "chapter": composed,
        "body": chapter_html(composed.blocks, explained=explained_in(code)),
        "chapters": contents,
        "previous": contents[at - 1] if at else None,
        "next": contents[at + 1] if at + 1 < len(contents) else None,
        **_in_the_other_language(round_, chapter),
    }
    return render(request, "report/chapter.html", context)


def _in_the_other_language(round_: Round, chapter: str) -> dict[str, str]:
    """Where the other language leads from a chapter that is written in one only: to the report's first page."""
    other: Language = "sv" if reader_language() == "en" else "en"
    if any(source.slug == chapter for source in chapters_of(round_.code, other)):
        return {}
    return {"other_language_url": translate_url(reverse("report:round", args=[round_.code]), other)}


def method(request: HttpRequest, code: str) -> HttpResponse:
    """How figures are made, and the notes on quality."""
    round_ = round_or_404(code)
    _, body = site_text("metod", round_)
    language = reader_language()
    ledger = [
        {
            "number": entry.number,
            "kind": kind_title(entry.kind, language),
            "lines": entry.lines,
            "note": note_text(entry, language),
        }
        for entry in ledger_of(round_)
    ]
    context = {"round": round_, "crumbs": crumbs_of(round_), "body": body, "ledger": ledger}
    return render(request, "report/method.html", context)


def _contents(round_: Round, current: str = "") -> list[dict[str, Any]]:
    shown = titles_of(round_)
    return [
        _entry(round_, source, shown(source.title, source.language), current)
        for source in chapters_of(round_.code, reader_language())
    ]


def _entry(round_: Round, source: ChapterSource, title: str, current: str) -> dict[str, Any]:
    url = reverse("report:chapter", args=[round_.code, source.slug])
    return {"title": title, "label": title, "url": url, "current": source.slug == current}


def _behind(round_: Round) -> list[dict[str, Any]]:
    ways = [
        (
            "questions",
            gettext("The questions"),
            gettext("Each question as a picture and a table, and how certain the figures are."),
        ),
        ("municipalities", gettext("The municipalities"), gettext("A page for each of them.")),
        ("method", gettext("Method and quality"), gettext("How the figures are counted, and what is good to know.")),
        ("data", gettext("Open data"), gettext("Every figure, in files to take home.")),
    ]
    return [
        {"url": reverse(f"report:{name}", args=[round_.code]), "title": title, "text": text}
        for name, title, text in ways
    ]
