"""Exact interval for a count in a finite population. Source: docs/explanation/uncertainty.md."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import comb
from typing import NamedTuple

CONFIDENCE = Fraction(95, 100)


class Interval(NamedTuple):
    """Lowest and highest count of units in the frame, both included."""

    low: int
    high: int


# A page asks for the same few counts again and again, and the answer depends on nothing else.
@lru_cache(maxsize=4096)
def exact_interval(x: int, n: int, N: int, confidence: Fraction = CONFIDENCE) -> Interval:
    """Counts K of N for which seeing x among n drawn without replacement is not too unlikely.

    x of the n units that answered have the property; N is the frame. The interval holds every K with
    P(X >= x | K) > a and P(X <= x | K) > a, where a = (1 - confidence) / 2 and X is hypergeometric. Only whole
    numbers are compared, so there is no rounding. It presumes that the silent are like those who answered.
    Raises ValueError unless 0 <= x <= n <= N and 0 < confidence < 1.
    """
    if not 0 <= x <= n <= N:
        raise ValueError(f"expected 0 <= x <= n <= N, got x={x}, n={n}, N={N}")
    if not 0 < confidence < 1:
        raise ValueError(f"expected a confidence between 0 and 1, got {confidence}")
    tail = (1 - confidence) / 2
    threshold = tail * comb(N, n)
    low = _first(x, N - (n - x), lambda k: _ways_at_least(x, n, N, k) > threshold)
    # Whoever lacks the property is counted the same way: the most with it is N less the fewest without it.
    lowest_without = _first(n - x, N - x, lambda k: _ways_at_least(n - x, n, N, k) > threshold)
    return Interval(low, N - lowest_without)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Smallest k in low..high for which `holds`, by bisection; `holds` must turn true once and stay so."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _ways_at_least(x: int, n: int, N: int, K: int) -> int:
    """Number of ways to draw n of N so that at least x of the K marked are among them."""
    last = min(n, K)
    if x > last:
        return 0
    first = max(x, n - (N - K))
    ways = comb(K, first) * comb(N - K, n - first)
    total = ways
    for i in range(first, last):
        # C(K, i+1) C(N-K, n-i-1) from C(K, i) C(N-K, n-i): the division leaves no remainder.
        ways = ways * (K - i) * (n - i) // ((i + 1) * (N - K - n + i + 1))
        total += ways
    return total
