"""A drawing as a file of its own, to be used outside the site: title, tiles, legend and source in one SVG."""

import textwrap
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from bredvid.report.drawings.results import Drawing, LegendItem

WIDTH, MARGIN, LINE = 680, 28, 26
_INK, _SOFT, _PAPER = "#2b1f2e", "#5f4f5c", "#fbf7f1"
_SERIF, _SANS = "Georgia, serif", "Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class _Piece:
    """Something that stands on the sheet and how much height it takes."""

    svg: SafeString
    height: float


def standalone(drawing: Drawing, *, source: str) -> bytes:
    """The whole sheet as UTF-8. `source` says how many answered and where the figure comes from; it is always printed.

    The description is the drawing's text alternative (`<desc>`).
    """
    pieces = [_title(drawing.title), *_tiles(drawing), *_words(drawing), *_note(source)]
    placed, y = [], float(MARGIN)
    for piece in pieces:
        placed.append(format_html('<g transform="translate({} {})">{}</g>', MARGIN, f"{y:g}", piece.svg))
        y += piece.height
    sheet = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="0 0 {0} {1}" '
        'width="{0}" height="{1}"><title id="t">{2}</title><desc id="d">{3}</desc>'
        '<path fill="{4}" d="M0 0h{0}v{1}H0z"/>{5}</svg>\n',
        WIDTH,
        round(y + MARGIN),
        drawing.title,
        drawing.description,
        _PAPER,
        SafeString("".join(placed)),
    )
    return sheet.encode()


def _title(title: str) -> _Piece:
    lines = textwrap.wrap(title, 48)
    return _Piece(_text_lines(lines, size=24, font=_SERIF, colour=_INK, leading=30), 30 * len(lines) + 12)


def _tiles(drawing: Drawing) -> list[_Piece]:
    inner = WIDTH - 2 * MARGIN
    if drawing.svg:
        height = inner * 10 / 29
        return [_Piece(_sized(drawing.svg, inner, height), height + 20), _legend(drawing.legend)]
    pieces: list[_Piece] = []
    for strip in drawing.strips:
        pieces.append(_legend((strip.item,)))
        if strip.svg:
            width, height = _extent(strip.svg)
            scale = inner / width
            pieces.append(_Piece(_sized(strip.svg, inner, height * scale), height * scale + 14))
    return pieces


def _legend(items: tuple[LegendItem, ...]) -> _Piece:
    rows = format_html_join(
        "",
        '<g transform="translate(0 {})"><g transform="translate(0 2)">{}</g>'
        '<text x="26" y="16" font-family="{}" font-size="16" fill="{}">'
        '<tspan font-weight="bold">{}</tspan> {}</text></g>',
        (
            (LINE * row, _sized(item.mark, 16, 16), _SANS, _INK, item.count, item.label)
            for row, item in enumerate(items)
        ),
    )
    return _Piece(rows, LINE * len(items) + 8)


def _words(drawing: Drawing) -> list[_Piece]:
    lines = [line for label, words in drawing.words for line in textwrap.wrap(f"{label}: ”{words}”", 76)]
    if not lines:
        return []
    return [_Piece(_text_lines(lines, size=15, font=_SANS, colour=_INK, leading=22), 22 * len(lines) + 10)]


def _note(source: str) -> list[_Piece]:
    lines = textwrap.wrap(source, 92)
    return [_Piece(_text_lines(lines, size=12, font=_SANS, colour=_SOFT, leading=18), 18 * len(lines))]


def _text_lines(lines: list[str], *, size: int, font: str, colour: str, leading: int) -> SafeString:
    return format_html_join(
        "",
        '<text y="{}" font-family="{}" font-size="{}" fill="{}">{}</text>',
        ((size + leading * row, font, size, colour, line) for row, line in enumerate(lines)),
    )


def _sized(svg: str, width: float, height: float) -> SafeString:
    """The same SVG with a size, to be nested in another."""
    return SafeString(svg.replace("<svg ", f'<svg width="{width:g}" height="{height:g}" ', 1))


def _extent(svg: str) -> tuple[float, float]:
    box = svg.split('viewBox="', 1)[1].split('"', 1)[0].split()
    return float(box[2]), float(box[3])
