"""A question by group of municipalities and by county, for rounds that have each municipality's answer."""

from typing import Any, Literal

from django.utils.translation import gettext

from bredvid.figures.figure import Figure
from bredvid.figures.numbers import count as number
from bredvid.report.language import reader_language
from bredvid.review.models import Question, Round
from bredvid.review.reads import Result, breakdown

BY: tuple[Literal["group", "county"], ...] = ("group", "county")


def breakdowns_of(round_: Round, question: Question) -> list[dict[str, Any]]:
    """A table by group and one by county; none for an aggregate-only round."""
    if round_.aggregate_only:
        return []
    titles = {"group": gettext("By group of municipalities"), "county": gettext("By county")}
    heads = {"group": gettext("Group"), "county": gettext("County")}
    return [
        {"title": titles[by], "head": heads[by], "open": by == "group", **_table(breakdown(round_, question, by))}
        for by in BY
    ]


def _table(parts: list[tuple[str, Result]]) -> dict[str, Any]:
    columns = [parts[0][1].option_of(figure).label("label") for figure in parts[0][1].figures] if parts else []
    rows = [
        {
            "label": label,
            "cells": [_cell(figure) for figure in result.figures],
            "answered": result.base.asked,
            "frame": result.base.frame,
        }
        for label, result in parts
    ]
    return {"columns": columns, "rows": rows}


def _cell(figure: Any) -> str:
    # Where nobody answered there is nothing to count: a dash, never a zero.
    if not isinstance(figure, Figure) or not figure.base.asked:
        return "–"
    return number(figure.count, reader_language())
