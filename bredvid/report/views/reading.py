"""The report to read on the screen: its contents, its chapters, and the method with the notes on quality."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from bredvid.report.current import round_or_404
from bredvid.review.models import Round
from bredvid.review.reads import results_of


def round_page(request: HttpRequest, code: str) -> HttpResponse:
    """The report's first page: what it is, its contents, and what lies behind it."""
    round_ = round_or_404(code)
    context = {
        "round": round_,
        "title": round_.label("title"),
        "fieldwork": round_.label("fieldwork"),
        "base": results_of(round_)[0].base,
        "chapters": [],
        "ways": _behind(round_),
    }
    return render(request, "report/round.html", context)


def chapter(request: HttpRequest, code: str, chapter: str) -> HttpResponse:
    """One chapter."""
    round_ = round_or_404(code)
    return render(request, "report/chapter.html", {"round": round_})


def method(request: HttpRequest, code: str) -> HttpResponse:
    """How figures are made, and the notes on quality."""
    round_ = round_or_404(code)
    return render(request, "report/method.html", {"round": round_})


def _behind(round_: Round) -> list[dict[str, Any]]:
    ways = [
        (
            "report:questions",
            gettext("The questions"),
            gettext("Each question drawn, with its table and its uncertainty."),
        ),
        ("report:municipalities", gettext("The municipalities"), gettext("A page for each of them.")),
        (
            "report:method",
            gettext("Method and quality"),
            gettext("How every figure is made, and what to keep in mind."),
        ),
        ("report:data", gettext("Open data"), gettext("Every figure as a file.")),
    ]
    return [{"url": reverse(name, args=[round_.code]), "title": title, "text": text} for name, title, text in ways]
