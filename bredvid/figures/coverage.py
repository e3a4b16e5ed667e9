"""How often the interval is right, computed and not simulated. Source: docs/explanation/uncertainty.md."""

from fractions import Fraction
from math import comb

from bredvid.figures.interval import exact_interval


def coverage(n: int, N: int) -> list[Fraction]:
    """For each true count K from 0 to N, the exact probability that the interval from n answers of N holds K.

    Presumes, as the interval does, that every set of n units is as likely to answer as any other. Raises ValueError
    unless 0 <= n <= N.
    """
    if not 0 <= n <= N:
        raise ValueError(f"expected 0 <= n <= N, got n={n}, N={N}")
    intervals = [exact_interval(x, n, N) for x in range(n + 1)]
    draws = comb(N, n)
    return [
        Fraction(
            sum(
                comb(K, x) * comb(N - K, n - x)
                for x, (low, high) in enumerate(intervals)
                if low <= K <= high and n - x <= N - K
            ),
            draws,
        )
        for K in range(N + 1)
    ]
