"""Numbers in brief: lowest, quartiles, highest. Source: docs/explanation/response.md.

For numbers of things, as employees or hours. Numbers of persons never come here: they are shown in bands, and to keep
them away is the caller's duty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Exact = int | Decimal | Fraction


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Five numbers over `n` values, exactly."""

    n: int
    minimum: Fraction
    lower_quartile: Fraction
    median: Fraction
    upper_quartile: Fraction
    maximum: Fraction


def summarise(values: Iterable[Exact]) -> Summary | None:
    """Lowest, quartiles and highest of the values; None where there are none. Raises TypeError for floats."""
    ordered = sorted(_exact(value) for value in values)
    if not ordered:
        return None
    return Summary(
        n=len(ordered),
        minimum=ordered[0],
        lower_quartile=quantile(ordered, Fraction(1, 4)),
        median=quantile(ordered, Fraction(1, 2)),
        upper_quartile=quantile(ordered, Fraction(3, 4)),
        maximum=ordered[-1],
    )


def quantile(ordered: list[Fraction], part: Fraction) -> Fraction:
    """The inverse of the empirical distribution, averaged where it jumps: type 2 of Hyndman & Fan.

    So the median is the usual one, and a quartile is a value that was given or lies midway between two. `ordered` are
    the values in rising order. Raises ValueError unless there are some and 0 < part < 1.
    Hyndman, R. J. & Fan, Y. (1996) The American Statistician 50.
    """
    if not ordered or not 0 < part < 1:
        raise ValueError(f"expected values and a part between 0 and 1, got {len(ordered)} values and {part}")
    place = part * len(ordered)
    below = int(place)
    if place != below:
        return ordered[below]
    return (ordered[below - 1] + ordered[below]) / 2


def _exact(value: Exact) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        raise TypeError(f"only exact numbers are summarised, got {value!r}")
    return Fraction(value)
