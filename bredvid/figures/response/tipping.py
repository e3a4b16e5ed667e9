"""How different must the silent be for the headline to fall? Source: docs/explanation/response.md."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil


class Verdict(StrEnum):
    """Whether the whole frame reaches a threshold."""

    CERTAIN = "certain"
    """Whatever the silent would have said."""
    DEPENDS = "depends"
    """On what the silent would have said."""
    IMPOSSIBLE = "impossible"
    """Not even if every silent unit had it."""


@dataclass(frozen=True, kw_only=True)
class TippingPoint:
    """What must hold among those not known for the whole frame to reach the threshold.

    `count` of `asked` have the property, `unknown` of them are not accounted for, `frame` are all. `needed` is the
    least number of those not known that must have it, at most as many as there are where the threshold can be reached.
    """

    count: int
    asked: int
    frame: int
    unknown: int
    threshold: Fraction

    @property
    def not_known(self) -> int:
        """The silent, and the answers that are not accounted for."""
        return self.frame - self.asked + self.unknown

    @property
    def answered_share(self) -> Fraction | None:
        """The share among those whose answer is accounted for; None where there are none."""
        valid = self.asked - self.unknown
        return Fraction(self.count, valid) if valid else None

    @property
    def needed(self) -> int:
        """The fewest of those not known that must have the property: 0 where it holds without them."""
        return max(0, ceil(self.threshold * self.frame) - self.count)

    @property
    def verdict(self) -> Verdict:
        """Whether the threshold is reached in any case, in none, or depending on those not known."""
        if not self.needed:
            return Verdict.CERTAIN
        return Verdict.IMPOSSIBLE if self.needed > self.not_known else Verdict.DEPENDS

    @property
    def share(self) -> Fraction | None:
        """The share among those not known at which the whole frame stands exactly at the threshold.

        Below 0 where the threshold is passed whatever they are, above 1 where it cannot be reached; None where
        nobody is unknown.
        """
        if not self.not_known:
            return None
        return (self.threshold * self.frame - self.count) / self.not_known


def tipping_point(count: int, asked: int, frame: int, threshold: Fraction, *, unknown: int = 0) -> TippingPoint:
    """The tipping point of a headline such as "at least 80 per cent have no programme".

    `unknown` of the asked are not accounted for. Raises ValueError unless 0 <= count, 0 <= unknown,
    count + unknown <= asked <= frame, 1 <= frame and 0 <= threshold <= 1; TypeError for a threshold that is not exact.
    """
    if not isinstance(threshold, Fraction | int):
        raise TypeError(f"the threshold must be exact, as Fraction('0.8'), got {threshold!r}")
    if count < 0 or unknown < 0 or count + unknown > asked or asked > frame or frame < 1:
        raise ValueError(
            f"expected count + unknown <= asked <= frame without negatives, "
            f"got count={count}, unknown={unknown}, asked={asked}, frame={frame}"
        )
    if not 0 <= threshold <= 1:
        raise ValueError(f"expected a threshold between 0 and 1, got {threshold}")
    return TippingPoint(count=count, asked=asked, frame=frame, unknown=unknown, threshold=Fraction(threshold))
