"""A share with its base and its exact interval.

Clopper, C. J. and Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the
binomial. Biometrika 26, 404-413. The labelled blocks are no draw from a finite frame, so the interval of
bredvid/figures (hypergeometric) does not fit here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import comb

CONFIDENCE = 0.95
_STEPS = 60  # halvings: far below what is printed


@dataclass(frozen=True, slots=True)
class Proportion:
    """x of n. Without a base there is no share and no interval."""

    x: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.x <= self.n:
            raise ValueError(f"expected 0 <= x <= n, got x={self.x}, n={self.n}")

    @property
    def share(self) -> float | None:
        """x / n; None for an empty base."""
        return self.x / self.n if self.n else None

    def interval(self, confidence: float = CONFIDENCE) -> tuple[float, float] | None:
        """Lowest and highest share for which x of n is not too unlikely; None for an empty base."""
        if not self.n:
            return None
        tail = (1 - confidence) / 2
        low = 0.0 if self.x == 0 else _root(lambda p: self._at_least(self.x, p) >= tail)
        high = 1.0 if self.x == self.n else _root(lambda p: 1 - self._at_least(self.x + 1, p) <= tail)
        return low, high

    def _at_least(self, x: int, p: float) -> float:
        """P(X >= x) for n draws with chance p; grows with p."""
        return sum(comb(self.n, k) * p**k * (1 - p) ** (self.n - k) for k in range(x, self.n + 1))


def _root(holds: Callable[[float], bool]) -> float:
    """The p in 0..1 from which `holds` is true, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return (low + high) / 2
