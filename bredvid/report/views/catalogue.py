"""The catalogue: each component in each of its states, with invented content. Served in development only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from bredvid.figures.figure import Base, Figure, Source, VerbalFigure
from bredvid.report.drawings.intervals import interval_line
from bredvid.report.drawings.results import Drawing, LegendItem, Strip
from bredvid.report.drawings.tiles import TONES, Lot, mark, tiles

_BASE = Base(asked=20, valid=18, frame=40)
_COUNTED: dict[str, Any] = {
    "base": _BASE,
    "unit": "municipalities",
    "round": "x",
    "question": "x",
    "source": Source(document="x", lines="1-2"),
}


def catalogue(request: HttpRequest) -> HttpResponse:
    """All components on one page."""
    counted = Figure(key="x.x.x", count=7, option="x", **_COUNTED)
    verbal = VerbalFigure(key="x.x.y", words="ett fåtal", option="y", **_COUNTED)
    context = {
        "counted": counted,
        "verbal": verbal,
        "line": interval_line(counted),
        "whole": _whole(),
        "strips": Drawing(title="Strips", description="", strips=_strips(), words=(("Third answer", "ett fåtal"),)),
        "nothing": Drawing(title="Nothing", description=""),
        "tones": TONES,
        "crumbs": [("Start", "#"), ("2025", "#")],
        "ways": [
            {"url": "#", "title": "Hers", "text": "The way that is hers.", "for_her": True},
            {"url": "#", "title": "Another way", "text": "With a sentence about it."},
        ],
        "search_url": "#",
        "search_names": ["Exempelkommun 001"],
        "previous": {"url": "#", "label": "Before"},
        "next": {"url": "#", "label": "After"},
        "citation": "A sentence with its source.",
        "question_url": "#",
        "question_code": "x",
        "breakdown": {
            "title": "A breakdown",
            "head": "Group",
            "open": True,
            "columns": ["One", "Other"],
            "rows": [{"label": "A group", "cells": ["3", "–"], "answered": 3, "frame": 5}],
        },
        "base": _BASE,
        "rows": [{"label": "Counted", "figure": counted}, {"label": "In words", "figure": verbal}],
        "question": {"short": "A question"},
        "sheet_column": {
            "at": 1,
            "letter": "B",
            "header": "A header",
            "samples": ["yes", "no"],
            "words": [{"field": "1-1", "text": "yes", "count": 3, "chosen": "a"}],
            "choices": [("", [("a", "One")]), ("A group", [("b", "Other")])],
        },
    }
    return render(request, "report/catalogue.html", context)


def _item(tone: str, n: int) -> LegendItem:
    return LegendItem(tone, mark_safe(mark(tone)), str(n), tone)  # noqa: S308 (our own markup)


def _whole() -> Drawing:
    lots = [Lot(tone, 6) for tone in TONES]
    wide = mark_safe(tiles(lots, columns=21, by_column=True, css_class="wide"))  # noqa: S308 (our own markup)
    return Drawing(title="A whole", description="", svg=wide, legend=tuple(_item(tone, 6) for tone in TONES))


def _strips() -> tuple[Strip, ...]:
    def strip(tone: str, n: int) -> Strip:
        svg = tiles([Lot(tone, n)], columns=37, by_column=False, css_class="strip")
        return Strip(_item(tone, n), mark_safe(svg))  # noqa: S308 (our own markup)

    return (strip("absent", 34), strip("medium", 14))
