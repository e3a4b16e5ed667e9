"""What somebody copies to show one of our figures on a page of their own."""

import math
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from bredvid.report.citations import source_note
from bredvid.report.drawings import Drawing
from bredvid.review.reads import Result

# One shape for every screen: tiles row by row, so that the height hardly depends on the width.
COLUMNS = 29
STRIP_COLUMNS = 37
# From the narrowest phone to the widest that the page draws, in pixels: tiles grow with the width and lines of text
# become fewer in steps, so that it may be highest anywhere between.
WIDTHS = range(320, 673, 8)
SIDES = 32
# Pixels of a sign and of a line: the heading, running text, small print. As wide as the widest common letters (DejaVu),
# with the room that a line loses where a long word goes down to the next.
HEADING, TEXT, SMALL = (15.5, 34), (10.6, 28), (8.8, 23)
GAP, STRIP_GAP, BANNER = 16, 26, 124


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
    """How high the page becomes at most, from the narrowest phone to a wide column, in pixels, rounded up to twenty."""
    return math.ceil(max(_height(result, drawing, width - SIDES) for width in WIDTHS) / 20) * 20


def _height(result: Result, drawing: Drawing, width: int) -> float:
    height: float = SIDES + _lines(drawing.title, HEADING, width) + _lines(result.question.label("text"), TEXT, width)
    height += _lines(source_note(result.round, result), SMALL, width) + TEXT[1] + 5 * GAP
    if result.round.demonstration:
        height += BANNER
    if drawing.svg:
        height += _tiles(result.base.frame, COLUMNS, width)
    for item in drawing.legend:
        height += _lines(f"     {item.count} {item.label}", TEXT, width) + 6
    for strip, figure in zip(drawing.strips, result.counted, strict=True) if drawing.strips else ():
        height += _lines(f"{strip.item.count}  {strip.item.label}", TEXT, width) + STRIP_GAP
        height += _tiles(figure.count, STRIP_COLUMNS, width)
    for label, words in drawing.words:
        height += _lines(label, TEXT, width) + _lines(f"{words} {'x' * 24}", TEXT, width) + STRIP_GAP
    if drawing.words:
        height += 2 * SMALL[1]
    return height


def _lines(text: str, size: tuple[float, int], width: int) -> int:
    sign, line = size
    return math.ceil(len(text) * sign / width) * line


def _tiles(tiles: int, columns: int, width: int) -> float:
    return math.ceil(tiles / columns) * width / columns
