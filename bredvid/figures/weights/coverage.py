"""How often the weighted interval is right, computed and not simulated. Source: docs/explanation/weights.md."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import comb, prod

from bredvid.figures.interval import Interval
from bredvid.figures.weights.cells import Cell
from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.poststratification import PostStratification

Counts = tuple[int, ...]  # how many have the property, cell by cell


def intervals(weighting: PostStratification) -> dict[Counts, Interval]:
    """The interval for every set of answers that could come in: as many as the product of n_h + 1."""
    codes = [cell.code for cell in weighting.cells]
    seen = product(*(range(cell.respondents + 1) for cell in weighting.cells))
    return {counts: estimate(dict(zip(codes, counts, strict=True)), weighting).interval for counts in seen}


def coverage(
    weighting: PostStratification, truths: Sequence[Mapping[str, int]], given: Mapping[Counts, Interval] | None = None
) -> list[Fraction]:
    """For each truth, the exact probability that the interval holds the true count of the frame.

    A truth says how many units of each cell have the property. Presumes, as the interval does, that within a cell
    every set of units is as likely to answer as any other. `given` are the intervals, where they are already known.
    """
    known = intervals(weighting) if given is None else given
    return [_coverage(weighting.cells, truth, known) for truth in truths]


def _coverage(cells: Sequence[Cell], truth: Mapping[str, int], known: Mapping[Counts, Interval]) -> Fraction:
    total = sum(truth.values())
    held = 0
    for drawn in product(*(_draws(cell, truth[cell.code]) for cell in cells)):
        low, high = known[tuple(count for count, _ways in drawn)]
        if low <= total <= high:
            held += prod(ways for _count, ways in drawn)
    return Fraction(held, prod(comb(cell.frame, cell.respondents) for cell in cells))


def _draws(cell: Cell, marked: int) -> Iterator[tuple[int, int]]:
    """Each count that can be seen in the cell, with the number of ways to see it."""
    n, N = cell.respondents, cell.frame
    for count in range(max(0, n - (N - marked)), min(n, marked) + 1):
        yield count, comb(marked, count) * comb(N - marked, n - count)
