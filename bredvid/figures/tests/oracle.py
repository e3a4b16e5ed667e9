"""Second opinions on the interval: slow, plain and written another way than the code they judge."""

from fractions import Fraction
from functools import cache
from math import comb, sqrt

from bredvid.figures.interval import Interval

ALPHA_HALF = Fraction(1, 40)


@cache
def chance(x: int, n: int, N: int, K: int) -> Fraction:
    """P(X = x), with the roles turned round: K marks are dealt over N units, and x of them land on the n that answered.

    The code under test draws n units instead; the two forms are equal, but share no term.
    """
    if not 0 <= x <= n or not 0 <= K - x <= N - n:
        return Fraction(0)
    return Fraction(comb(n, x) * comb(N - n, K - x), comb(N, K))


def interval_by_trying_every_count(x: int, n: int, N: int) -> Interval:
    """Tries each K from 0 to N and keeps those under which neither tail is at most 2.5 %."""
    kept = [K for K in range(N + 1) if _neither_tail_is_rare(x, n, N, K)]
    if kept != list(range(kept[0], kept[-1] + 1)):
        raise ValueError(f"the kept counts have a gap: {kept}")
    return Interval(kept[0], kept[-1])


def _neither_tail_is_rare(x: int, n: int, N: int, K: int) -> bool:
    ways = [comb(n, i) * comb(N - n, K - i) if i <= K else 0 for i in range(n + 1)]
    every = comb(N, K)
    return Fraction(sum(ways[x:]), every) > ALPHA_HALF and Fraction(sum(ways[: x + 1]), every) > ALPHA_HALF


def wald(x: int, n: int, N: int) -> tuple[float, float, float]:
    """Standard error and both ends of the Wald interval with finite population correction: what we do NOT use."""
    share = x / n
    error = sqrt(share * (1 - share) / (n - 1) * (1 - n / N))
    return error, share - 1.959964 * error, share + 1.959964 * error


def adjusted_wald(x: int, n: int, N: int) -> tuple[float, float, float, float]:
    """Estimate, standard error and ends after two successes and two failures are added: not used either."""
    share = (x + 2) / (n + 4)
    error = sqrt(share * (1 - share) / (n + 4) * (N - n) / (N - 1))
    return share, error, share - 1.959964 * error, share + 1.959964 * error


def wald_coverage(n: int, N: int, K: int) -> float:
    """The exact probability that the Wald interval holds K/N."""
    return float(
        sum((chance(x, n, N, K) for x in range(n + 1) if wald(x, n, N)[1] <= K / N <= wald(x, n, N)[2]), Fraction(0))
    )
