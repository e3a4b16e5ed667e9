"""A share of the whole frame from raked answers, with its uncertainty. Source: docs/explanation/weights.md.

Deville, J.-C., Särndal, C.-E. & Sautory, O. (1993) Generalized raking procedures, JASA 88: the variance is that of what
the margins leave unexplained, weighted.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import fsum

from bredvid.figures.figure import Base
from bredvid.figures.interval import CONFIDENCE
from bredvid.figures.linear import SingularError, solve
from bredvid.figures.weights.cells import UnknownCellError
from bredvid.figures.weights.estimate import Estimate
from bredvid.figures.weights.margins import Key
from bredvid.figures.weights.raking import Raking
from bredvid.figures.weights.share_interval import weighted_interval

DENOMINATOR = 10**12  # raked weights come from a limit and are floats; a fraction this near says all that they know


def raked_estimate(
    counts: Mapping[Key, int], raking: Raking, *, asked: int | None = None, confidence: Fraction = CONFIDENCE
) -> Estimate:
    """The raked share of units with a property.

    `counts` says for every cell of the raking how many of its respondents have the property. Raises UnknownCellError
    where counts and cells do not fit.
    """
    _check(counts, raking)
    valid, count = raking.respondents, sum(counts.values())
    share = fsum(cell.weight * counts[cell.key] for cell in raking.cells) / raking.frame
    variance = _near(_variance(counts, raking, share))
    silent = 1 - valid / raking.frame
    return Estimate(
        count=count,
        base=Base(asked=valid if asked is None else asked, valid=valid, frame=raking.frame),
        share=_near(share),
        variance=variance,
        interval=weighted_interval(
            _near(share),
            count=count,
            valid=valid,
            frame=raking.frame,
            variance=variance,
            variance_per_pq=_near(silent / raking.effective_n),
            confidence=confidence,
        ),
        design_effect=_near(raking.design_effect),
    )


def _variance(counts: Mapping[Key, int], raking: Raking, share: float) -> float:
    """n (1 − n/N) / (n − 1) · Σ (w e / N)², e being what is left of each answer when the margins are taken out."""
    n, fitted = raking.respondents, _fitted(counts, raking)
    squares = fsum(
        cell.weight**2 * (yes * (1 - fitted[cell.key]) ** 2 + (cell.respondents - yes) * fitted[cell.key] ** 2)
        for cell in raking.cells
        for yes in (counts[cell.key],)
    )
    return n / (n - 1) * (1 - n / raking.frame) * squares / raking.frame**2


def _fitted(counts: Mapping[Key, int], raking: Raking) -> dict[Key, float]:
    """The share that the margins give each cell: least squares on one indicator for each category."""
    rows = {cell.key: _indicators(cell.key, raking) for cell in raking.cells}
    size = range(len(next(iter(rows.values()))))
    crossed = [
        [fsum(cell.respondents * rows[cell.key][i] * rows[cell.key][j] for cell in raking.cells) for j in size]
        for i in size
    ]
    totals = [fsum(counts[cell.key] * rows[cell.key][i] for cell in raking.cells) for i in size]
    try:
        [coefficients] = solve(crossed, totals)
    except SingularError:
        raise UnknownCellError("a category of one margin is the same respondents as one of another") from None
    return {key: fsum(c * x for c, x in zip(coefficients, row, strict=True)) for key, row in rows.items()}


def _indicators(key: Key, raking: Raking) -> list[float]:
    """1 for the whole, then 1 or 0 for each category but the first of every variable."""
    row = [1.0]
    for place, category in enumerate(key):
        categories = sorted({cell.key[place] for cell in raking.cells})
        row += [float(category == other) for other in categories[1:]]
    return row


def _check(counts: Mapping[Key, int], raking: Raking) -> None:
    answered = {cell.key: cell.respondents for cell in raking.cells}
    if set(counts) != set(answered):
        raise UnknownCellError(f"counts and cells must be of the same keys: {sorted(set(counts) ^ set(answered))}")
    for key, count in counts.items():
        if not 0 <= count <= answered[key]:
            raise UnknownCellError(f"{key} has {count} of {answered[key]} respondents")


def _near(value: float) -> Fraction:
    return Fraction(value).limit_denominator(DENOMINATOR)
