"""The country as 290 equal hexagons: a municipality of a few thousand is as visible as Stockholm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

RADIUS = 30
HALF_WIDTH = 26  # sqrt(3) / 2 of the radius, rounded: pointy-top hexagons in whole numbers

_HEXAGON = f"m0-{RADIUS}l26 15v30l-26 15l-26-15v-30z"

# Small shapes in the middle of a cell that tell what its colour tells. A silent cell has none.
_MARKS = {
    "strong": "m-4-15h8v11h11v8h-11v11h-8v-11h-11v-8h11z",
    "medium": "m-9-9h18v18h-18z",
    "weak": "m-5-5h10v10h-10z",
    "absent": "m-14-4h28v8h-28z",
    "neutral": "m0-12l12 12l-12 12l-12-12z",
    "unaccounted": "m-12 12v-24l24 24z",
}


@dataclass(frozen=True)
class Cell:
    """One municipality: where it lies, what it says (empty: what the map's title says of all unmarked), where it leads.

    `county` groups cells for the ear.
    """

    row: int
    column: int
    tone: str
    name: str
    says: str
    url: str
    county: str


def hexmap(cells: Iterable[Cell], *, title: str) -> SafeString:
    """Inline SVG with one link for each cell, grouped by county, in reading order.

    `title` names the whole map. Raises ValueError when two cells claim the same place.
    """
    cells = sorted(cells, key=lambda c: (c.county, c.name))
    places = {(c.row, c.column) for c in cells}
    if len(places) != len(cells):
        raise ValueError(f"{len(cells)} cells share {len(places)} places: two municipalities lie on the same hexagon")
    width = (2 * max(c for _, c in places) + 3) * HALF_WIDTH
    height = max(r for r, _ in places) * 3 * RADIUS // 2 + 2 * RADIUS
    counties = [_county(name, list(group)) for name, group in groupby(cells, key=lambda c: c.county)]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<defs><path id="hex" d="{}"/></defs>{}</svg>',
        width,
        height,
        title,
        _HEXAGON,
        SafeString("".join(counties)),
    )


def _county(name: str, cells: Sequence[Cell]) -> SafeString:
    links = format_html_join("", "{}", ((_link(cell),) for cell in cells))
    return format_html('<g role="group" aria-label="{}">{}</g>', name, links)


def _link(cell: Cell) -> SafeString:
    x = (2 * cell.column + cell.row % 2 + 1) * HALF_WIDTH
    y = cell.row * 3 * RADIUS // 2 + RADIUS
    mark = _MARKS.get(cell.tone, "")
    drawn = format_html('<path class="mark" d="M{} {}{}"/>', x, y, mark) if mark else ""
    return format_html(
        '<a href="{}"><title>{}</title><use href="#hex" class="cell t-{}" x="{}" y="{}"/>{}</a>',
        cell.url,
        f"{cell.name}: {cell.says}" if cell.says else cell.name,
        cell.tone,
        x,
        y,
        drawn,
    )
