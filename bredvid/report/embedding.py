"""What somebody copies to show one of our figures on a page of their own."""

import math
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from bredvid.report.drawings import Drawing
from bredvid.review.reads import Result

# One shape for every screen: tiles row by row, so that the height hardly depends on the width.
COLUMNS = 29
STRIP_COLUMNS = 37
# Pixels: the widest that the page draws, what stands around the drawing, and a row of each kind.
WIDEST, AROUND, LEGEND_ROW, STRIP_HEAD, WORDS_ROW = 640, 400, 34, 44, 84


@dataclass(frozen=True)
class Embedding:
    """Where the page to embed stands, its snippet and the height that the snippet gives it, in pixels."""

    url: str
    snippet: str
    height: int


def embedding_of(request: HttpRequest, result: Result, drawing: Drawing) -> Embedding | None:
    """The snippet for one question's figure; None for a draft, which nobody may show to others."""
    if result.round.draft:
        return None
    url = reverse("report:embedded", args=[result.round.code, result.question.code])
    height = height_of(result, drawing)
    snippet = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        request.build_absolute_uri(url),
        f"{drawing.title} · Bredvid",
        height,
    )
    return Embedding(url, snippet, height)


def height_of(result: Result, drawing: Drawing) -> int:
    """How high the page becomes at most on a phone or in a column of text, in pixels, rounded up to twenty."""
    height = AROUND + len(drawing.words) * WORDS_ROW + len(drawing.legend) * LEGEND_ROW
    if drawing.svg:
        height += _rows_of(result.base.frame, COLUMNS)
    for figure in result.counted if drawing.strips else ():
        height += STRIP_HEAD + _rows_of(figure.count, STRIP_COLUMNS)
    return math.ceil(height / 20) * 20


def _rows_of(tiles: int, columns: int) -> int:
    return math.ceil(tiles / columns) * WIDEST // columns
