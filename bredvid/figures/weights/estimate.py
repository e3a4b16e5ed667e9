"""A share of the whole frame from weighted answers, with its uncertainty. Source: docs/explanation/weights.md.

Cochran, W. G. (1977) Sampling Techniques, 3rd ed., sections 5.3-5.4 and 5A.9; Valliant, R. (1993) JASA 88, on the
variance of a post-stratified estimate given how many answered in each cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from bredvid.figures.figure import Base
from bredvid.figures.interval import CONFIDENCE, Interval
from bredvid.figures.weights.cells import Cell, UnknownCellError
from bredvid.figures.weights.poststratification import PostStratification
from bredvid.figures.weights.share_interval import weighted_interval


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What weighted answers say of the frame, if the silent in a cell are like those in it who answered.

    `count` of the valid base have the property, unweighted. `interval` is in units of the frame.
    """

    count: int
    base: Base
    share: Fraction
    variance: Fraction
    interval: Interval
    design_effect: Fraction

    @property
    def unweighted_share(self) -> Fraction:
        """The count over the valid base."""
        return Fraction(self.count, self.base.valid)

    @property
    def total(self) -> Fraction:
        """How many units of the frame the share is."""
        return self.share * self.base.frame

    @property
    def standard_error(self) -> float:
        """Of the share, with the correction for a finite population."""
        return sqrt(self.variance)

    @property
    def share_interval(self) -> tuple[Fraction, Fraction]:
        """The interval as shares of the frame."""
        return Fraction(self.interval.low, self.base.frame), Fraction(self.interval.high, self.base.frame)

    @property
    def effective_n(self) -> Fraction:
        """How many equally weighted answers would tell as much."""
        return self.base.valid / self.design_effect


def estimate(
    counts: Mapping[str, int],
    weighting: PostStratification,
    *,
    asked: int | None = None,
    confidence: Fraction = CONFIDENCE,
) -> Estimate:
    """The post-stratified share of units with a property.

    `counts` says for every cell of the weighting how many of its respondents have the property; none is 0, and a cell
    that is left out is refused. `asked` are all who took part, where more than those whose answer is accounted for.
    Raises UnknownCellError where counts and cells do not fit.
    """
    _check(counts, weighting)
    frame, valid, count = weighting.frame, weighting.respondents, sum(counts.values())
    share = sum((cell.weight * counts[cell.code] for cell in weighting.cells), Fraction(0)) / frame
    variance = sum((_variance(cell, counts[cell.code], frame) for cell in weighting.cells), Fraction(0))
    return Estimate(
        count=count,
        base=Base(asked=valid if asked is None else asked, valid=valid, frame=frame),
        share=share,
        variance=variance,
        interval=weighted_interval(
            share,
            count=count,
            valid=valid,
            frame=frame,
            variance=variance,
            variance_per_pq=sum((_left_over(cell, frame) / cell.respondents for cell in weighting.cells), Fraction(0)),
            confidence=confidence,
        ),
        design_effect=weighting.design_effect,
    )


def _left_over(cell: Cell, frame: int) -> Fraction:
    """The cell's part of the frame, squared, times the part of the cell that is silent."""
    return Fraction(cell.frame, frame) ** 2 * (1 - Fraction(cell.respondents, cell.frame))


def _variance(cell: Cell, count: int, frame: int) -> Fraction:
    """The cell's part of the variance: W² (1 − n/N) p (1 − p) / (n − 1)."""
    if cell.respondents == 1:
        raise UnknownCellError(f"{cell.code} has one respondent: how much answers vary there is not known")
    share = Fraction(count, cell.respondents)
    return _left_over(cell, frame) * share * (1 - share) / (cell.respondents - 1)


def _check(counts: Mapping[str, int], weighting: PostStratification) -> None:
    codes = {cell.code for cell in weighting.cells}
    if set(counts) != codes:
        odd = ", ".join(sorted(codes ^ set(counts)))
        raise UnknownCellError(f"counts and cells must be of the same codes; only one of them has {odd}")
    for cell in weighting.cells:
        if not 0 <= counts[cell.code] <= cell.respondents:
            raise UnknownCellError(f"{cell.code} has {counts[cell.code]} of {cell.respondents} respondents")
