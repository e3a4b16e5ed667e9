"""Of whom a claim speaks, and which values the figure can have there."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from bredvid.figures.figure import Figure
from bredvid.figures.interval import Interval


class Scope(Enum):
    """Of whom a claim speaks."""

    RESPONDENTS = "respondents"
    """Those whose answer is accounted for: the valid base, or all who took part where that base is assumed."""
    ASKED = "asked"
    """All who took part, where the text says so ("av samtliga svar"): unaccounted answers may be either."""
    FRAME = "frame"
    """All units of the frame, the silent ones included: the claim must hold over the whole interval."""


@dataclass(frozen=True)
class Reach:
    """The counts that a figure can have in a scope, and the base they are counts of."""

    counts: Interval
    base: int

    @property
    def shares(self) -> tuple[Fraction, Fraction]:
        """Lowest and highest share. Raises ZeroDivisionError on an empty base."""
        return Fraction(self.counts.low, self.base), Fraction(self.counts.high, self.base)


def reach(figure: Figure, scope: Scope, *, stated: bool) -> Reach:
    """What the figure can be in the scope.

    Among all asked, an amount that is only `stated` repeats the answers as they are; a comparison must hold whatever
    the unaccounted answers were. For the frame the interval is printed on two bases, and a claim must hold on both.
    """
    if scope is Scope.FRAME:
        both = (figure.interval, figure.valid_interval)
        return Reach(Interval(min(i.low for i in both), max(i.high for i in both)), figure.base.frame)
    if scope is Scope.ASKED or figure.base.assumed:
        unknown = 0 if stated else figure.base.unaccounted
        return Reach(Interval(figure.count, figure.count + unknown), figure.base.asked)
    return Reach(Interval(figure.count, figure.count), figure.base.valid)


def bases(figure: Figure, scope: Scope) -> frozenset[int]:
    """The numbers that a text may name as the base of a count: "4 av 73" and "4 av 70" are both said of those asked."""
    base = figure.base
    return {
        Scope.RESPONDENTS: frozenset({base.valid, base.asked}),
        Scope.ASKED: frozenset({base.asked}),
        Scope.FRAME: frozenset({base.frame}),
    }[scope]
