"""One tile for each municipality: the drawing that every figure reuses.

A tile's colour says what was answered; the mark cut out of it says the same without colour. Tiles of one kind
are a single path, so 290 of them weigh a few kilobytes. Colours are given as presentation attributes for print
and overridden by class from the style sheet on screen (dark, forced colours).
"""

from collections.abc import Sequence
from dataclasses import dataclass

PITCH = 10  # distance between two tiles
MARGIN = 1  # from the edge of the drawing; a tile is 8 wide

# What a tile is cut like, drawn from its upper left corner. A second sub-path is a hole (even-odd fill).
# Whole numbers only: 290 tiles are many, and each sign is sent to an old phone.
_SQUARE = "h8v8h-8z"
_MARKS = {
    "strong": _SQUARE + "m3 1h2v2h2v2h-2v2h-2v-2h-2v-2h2z",
    "medium": _SQUARE + "m2 2h4v4h-4z",
    "weak": _SQUARE + "m1 1h6v6h-6zm2 2h2v2h-2z",
    "absent": _SQUARE + "m1 3h6v2h-6z",
    "neutral": _SQUARE + "m4 1l3 3l-3 3l-3-3z",
    "unaccounted": "v8h8z",
    "silent": _SQUARE + "m1 1h6v6h-6z",
}
# For print; the style sheet's tokens of the same names rule on screen.
PRINT_COLOURS = {
    "strong": "#14655f",
    "medium": "#3f8c84",
    "weak": "#b0701a",
    "absent": "#7a2f63",
    "neutral": "#76696f",
    "unaccounted": "#b8481a",
    "silent": "#94858b",
}
TONES = tuple(_MARKS)


@dataclass(frozen=True)
class Lot:
    """So many tiles of one tone."""

    tone: str
    count: int


def tiles(lots: Sequence[Lot], *, columns: int, by_column: bool, css_class: str) -> str:
    """SVG of all tiles in order, `columns` wide; filled column by column or row by row.

    The drawing is hidden from assistive technology: the legend beside it says the same in words.
    Raises KeyError for a tone that has no mark.
    """
    total = sum(lot.count for lot in lots)
    rows = -(-total // columns)
    paths = []
    start = 0
    for lot in lots:
        if lot.count:
            cells = range(start, start + lot.count)
            places = [divmod(i, rows) if by_column else divmod(i, columns)[::-1] for i in cells]
            paths.append(_path(lot.tone, places))
        start += lot.count
    size = f"0 0 {columns * PITCH} {rows * PITCH}"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" class="{css_class}" viewBox="{size}" aria-hidden="true">'
    return f"{opening}{''.join(paths)}</svg>"


def mark(tone: str) -> str:
    """A single tile, for a legend."""
    path = _path(tone, [(0, 0)])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" aria-hidden="true">{path}</svg>'


def _path(tone: str, places: Sequence[tuple[int, int]]) -> str:
    steps = "".join(f"M{x * PITCH + MARGIN} {y * PITCH + MARGIN}{_MARKS[tone]}" for x, y in places)
    return f'<path class="t-{tone}" fill="{PRINT_COLOURS[tone]}" fill-rule="evenodd" d="{steps}"/>'
