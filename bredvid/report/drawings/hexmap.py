"""The country as 290 equal hexagons: a municipality of a few thousand is as visible as Stockholm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

RADIUS = 10.0
HALF_WIDTH = 8.66  # sqrt(3) / 2 of the radius: pointy-top hexagons

# Small shapes in the middle of a cell that tell what its colour tells. A silent cell has none.
_MARKS = {
    "strong": "m-1.4-5h2.8v3.6h3.6v2.8h-3.6v3.6h-2.8v-3.6h-3.6v-2.8h3.6z",
    "medium": "m-3-3h6v6h-6z",
    "weak": "m-1.5-1.5h3v3h-3z",
    "absent": "m-4.5-1.2h9v2.4h-9z",
    "neutral": "m0-4l4 4l-4 4l-4-4z",
    "unaccounted": "m-4 4v-8l8 8z",
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
    width = (max(c for _, c in places) + 1.5) * 2 * HALF_WIDTH
    height = max(r for r, _ in places) * 1.5 * RADIUS + 2 * RADIUS
    counties = [_county(name, list(group)) for name, group in groupby(cells, key=lambda c: c.county)]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        round(width),
        round(height),
        title,
        SafeString("".join(counties)),
    )


def _county(name: str, cells: Sequence[Cell]) -> SafeString:
    links = format_html_join("", "{}", ((_link(cell),) for cell in cells))
    return format_html('<g role="group" aria-label="{}">{}</g>', name, links)


def _link(cell: Cell) -> SafeString:
    x = (cell.column + 0.5 * (cell.row % 2)) * 2 * HALF_WIDTH + HALF_WIDTH
    y = cell.row * 1.5 * RADIUS + RADIUS
    outline = f"M{x:.1f} {y - RADIUS:.1f}l8.66 5v10l-8.66 5l-8.66-5v-10z"
    mark = _MARKS.get(cell.tone, "")
    drawn = format_html('<path class="mark" d="M{} {}{}"/>', f"{x:.1f}", f"{y:.1f}", mark) if mark else ""
    return format_html(
        '<a href="{}"><title>{}</title><path class="cell t-{}" d="{}"/>{}</a>',
        cell.url,
        f"{cell.name}: {cell.says}" if cell.says else cell.name,
        cell.tone,
        outline,
        drawn,
    )
