"""One answer through the rounds: a lane for each round, from none to all, with its share, its interval and its base.

A line stands only between two rounds that may be joined; where the question was reworded it is broken in the middle.
Rounds that cannot be compared never come here together: they are two drawings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

LEFT, STEP, LANE, TOP, HEIGHT = 48, 86, 30, 12, 170
FOOT = 74
DOT = 6
# Half of what is left open where a line is broken.
GAP = 7


class Join(StrEnum):
    """How a point is joined with the next one: by a line, by a broken line, or not at all."""

    WHOLE = "whole"
    BROKEN = "broken"
    NONE = "none"


@dataclass(frozen=True)
class Mark:
    """A round in the drawing. Shares are of 1: `share` is None where there is no number, `low` where no interval.

    `words` stand under the lane, each on a line of its own: the year, the share, the count with its base.
    """

    words: tuple[str, ...]
    share: float | None = None
    low: float | None = None
    high: float | None = None


def trend(marks: Sequence[Mark], joins: Sequence[Join], *, description: str, scale: tuple[str, str]) -> SafeString:
    """The drawing as SVG, with `description` as its text alternative. `scale` names none and all: "0 %", "100 %".

    Raises ValueError unless there is a join between each two marks, and none where a mark has no number.
    """
    if len(joins) != max(len(marks) - 1, 0):
        raise ValueError(f"{len(marks)} rounds need {len(marks) - 1} joins, not {len(joins)}")
    width, height = LEFT + STEP * len(marks), TOP + HEIGHT + FOOT
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="trend" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'width="{}" height="{}">{}{}{}{}</svg>',
        description,
        width,
        height,
        width,
        height,
        _scale(scale),
        format_html_join("", "{}", ((_lane(at, mark),) for at, mark in enumerate(marks))),
        format_html_join("", "{}", ((_join(at, pair, how),) for at, (pair, how) in _pairs(marks, joins))),
        format_html_join("", "{}", ((_dot(at, mark),) for at, mark in enumerate(marks))),
    )


def _pairs(marks: Sequence[Mark], joins: Sequence[Join]) -> "enumerate[tuple[tuple[Mark, Mark], Join]]":
    return enumerate(zip(pairwise(marks), joins, strict=True))


def _x(at: int) -> float:
    return LEFT + STEP * (at + 0.5)


def _y(share: float) -> float:
    return TOP + HEIGHT * (1 - share)


def _scale(scale: tuple[str, str]) -> SafeString:
    none, all_ = scale
    rows = ((LEFT, _y(0) + 1, none), (LEFT, _y(1) + 9, all_))
    return format_html_join("", '<text class="trend-scale" text-anchor="end" x="{}" y="{}">{}</text>', rows)


def _lane(at: int, mark: Mark) -> SafeString:
    lane = format_html(
        '<rect class="trend-lane" x="{}" y="{}" width="{}" height="{}" rx="4"/>', _x(at) - LANE / 2, TOP, LANE, HEIGHT
    )
    words = (
        ("trend-round" if row == 0 else "trend-base", _x(at), TOP + HEIGHT + 22 + 20 * row, word)
        for row, word in enumerate(mark.words)
    )
    return lane + format_html_join("", '<text class="{}" text-anchor="middle" x="{}" y="{}">{}</text>', words)


def _join(at: int, pair: tuple[Mark, Mark], how: Join) -> SafeString:
    first, second = (mark.share for mark in pair)
    if how is Join.NONE:
        return SafeString("")
    if first is None or second is None:
        raise ValueError("a round without a number cannot be joined with another")
    start, end = (_x(at), _y(first)), (_x(at + 1), _y(second))
    if how is Join.WHOLE:
        return _stroke(start, end)
    left, right = _between(start, end, -GAP), _between(start, end, GAP)
    return _stroke(start, left) + _stroke(right, end) + _break(left) + _break(right)


def _between(start: tuple[float, float], end: tuple[float, float], aside: float) -> tuple[float, float]:
    """The point on the line that lies so far from its middle."""
    part = 0.5 + aside / STEP
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> SafeString:
    numbers = (f"{number:.1f}" for number in (*start, *end))
    return format_html('<line class="trend-join" x1="{}" y1="{}" x2="{}" y2="{}"/>', *numbers)


def _break(at: tuple[float, float]) -> SafeString:
    """A short slanting stroke: here the wording changed."""
    x, y = at
    return format_html('<path class="trend-break" d="M{} {}l6 -18"/>', f"{x - 3:.1f}", f"{y + 9:.1f}")


def _dot(at: int, mark: Mark) -> SafeString:
    if mark.share is None:
        return format_html('<text class="trend-none" text-anchor="middle" x="{}" y="{}">–</text>', _x(at), _y(0.5) + 6)
    interval = SafeString("")
    if mark.low is not None and mark.high is not None:
        interval = format_html(
            '<rect class="trend-interval" x="{}" y="{}" width="14" height="{}" rx="2"/>',
            _x(at) - 7,
            f"{_y(mark.high):.1f}",
            f"{(mark.high - mark.low) * HEIGHT:.1f}",
        )
    y = f"{_y(mark.share):.1f}"
    return interval + format_html('<circle class="trend-dot" cx="{}" cy="{}" r="{}"/>', _x(at), y, DOT)
