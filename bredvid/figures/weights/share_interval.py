"""An interval for a weighted share: Wilson's, with an effective number of answers. Source: docs/explanation/weights.md.

Wilson, E. B. (1927) JASA 22; with an effective number as in Korn & Graubard (1998) Survey Methodology 24 and compared
in Franco, Little, Louis & Slud (2019) Journal of Survey Statistics and Methodology 7.
"""

from fractions import Fraction
from math import ceil, floor, sqrt
from statistics import NormalDist

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.interval import CONFIDENCE, Interval


def wilson(share: float, n: float, confidence: Fraction = CONFIDENCE) -> tuple[float, float]:
    """Both ends of Wilson's interval for a share of n answers, n not necessarily whole.

    Raises ValueError unless 0 <= share <= 1, n > 0 and 0 < confidence < 1.
    """
    if not 0 <= share <= 1 or n <= 0 or not 0 < confidence < 1:
        raise ValueError(f"expected a share of more than none, got share={share}, n={n}, confidence={confidence}")
    z = NormalDist().inv_cdf(float(1 + confidence) / 2)
    middle = share + z**2 / (2 * n)
    reach = z * sqrt(share * (1 - share) / n + (z / (2 * n)) ** 2)
    return max(0.0, (middle - reach) / (1 + z**2 / n)), min(1.0, (middle + reach) / (1 + z**2 / n))


def weighted_interval(
    share: Fraction,
    *,
    count: int,
    valid: int,
    frame: int,
    variance: Fraction,
    variance_per_pq: Fraction,
    confidence: Fraction = CONFIDENCE,
) -> Interval:
    """Counts of units in the frame that a weighted share allows, rounded outwards and kept within what is certain.

    `variance` is the share's own; `variance_per_pq` is what it would be, over share × (1 − share), if no cell differed
    from another. The one that tells of fewer answers is used: the first is worthless where few have the property
    (it is 0 where all in a cell answered alike), the second too kind where cells differ much.
    """
    bounds = no_assumption_bounds(count, valid, frame)
    spread = share * (1 - share)
    per_answer = max(variance_per_pq, variance / spread if spread else Fraction(0))
    if not per_answer:  # all of the frame have answered
        return bounds
    low, high = wilson(float(share), float(1 / per_answer), confidence)
    return Interval(_within(floor(low * frame), bounds), _within(ceil(high * frame), bounds))


def _within(count: int, bounds: Interval) -> int:
    """The count, or the nearest that is possible: raked weights can be below 1 and give fewer than are known."""
    return min(max(count, bounds.low), bounds.high)
