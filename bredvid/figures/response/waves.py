"""Do those who answered late differ from those who answered at once? Source: docs/explanation/response.md.

Lin, I.-F. & Schaeffer, N. C. (1995) Public Opinion Quarterly 59, on the "continuum of resistance" and its limits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from bredvid.figures.detectable import fisher_p
from bredvid.figures.figure import Base
from bredvid.figures.interval import Interval, exact_interval
from bredvid.figures.response.independence import TooManyTablesError, independence_p


@dataclass(frozen=True, kw_only=True)
class WaveCount:
    """One wave, as ``early`` or ``reminder-1``: `count` of `valid` answers have the property, `asked` took part."""

    wave: str
    count: int
    valid: int
    asked: int

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.valid <= self.asked:
            raise ValueError(f"{self.wave}: expected 0 <= {self.count} <= {self.valid} <= {self.asked}")

    @property
    def share(self) -> Fraction | None:
        """The share within the wave; None where nobody's answer is accounted for."""
        return Fraction(self.count, self.valid) if self.valid else None


@dataclass(frozen=True, kw_only=True)
class RunningEstimate:
    """What would have been published, had the fieldwork ended after this wave."""

    wave: WaveCount
    count: int
    base: Base

    @property
    def share(self) -> Fraction | None:
        """The share of the valid answers so far; None where there are none."""
        return Fraction(self.count, self.base.valid) if self.base.valid else None

    @property
    def interval(self) -> Interval:
        """The exact interval for the frame, if the silent are like those who had answered by then."""
        return exact_interval(self.count, self.base.valid, self.base.frame)


@dataclass(frozen=True, kw_only=True)
class WaveComparison:
    """Every wave with the running estimate, and whether the waves differ by more than chance.

    `p` is of all waves at once, None where too many tables would have to be tried; `first_p` is of the first wave
    against all later ones. Both are None where there is nothing to compare.
    """

    steps: tuple[RunningEstimate, ...]
    p: Fraction | None
    first_p: Fraction | None

    @property
    def gradient(self) -> Fraction | None:
        """The last wave's share less the first's, of waves that have answers; None for fewer than two."""
        shares = [step.wave.share for step in self.steps if step.wave.share is not None]
        return shares[-1] - shares[0] if len(shares) > 1 else None


def compare_waves(waves: Sequence[WaveCount], frame: int) -> WaveComparison:
    """Compares waves in the order in which they came, among `frame` units.

    Waves without a valid answer stand in the steps and take no part in the tests. Raises ValueError where more took
    part than there are, or a wave stands twice.
    """
    if len({wave.wave for wave in waves}) < len(waves):
        raise ValueError(f"a wave stands twice in {[wave.wave for wave in waves]}")
    counts = accumulate(wave.count for wave in waves)
    valid = accumulate(wave.valid for wave in waves)
    asked = accumulate(wave.asked for wave in waves)
    steps = tuple(
        RunningEstimate(wave=wave, count=count, base=Base(asked=took_part, valid=accounted, frame=frame))
        for wave, count, accounted, took_part in zip(waves, counts, valid, asked, strict=True)
    )
    with_answers = [wave for wave in waves if wave.valid]
    return WaveComparison(steps=steps, p=_p(with_answers), first_p=_first_p(with_answers))


def _p(waves: Sequence[WaveCount]) -> Fraction | None:
    if len(waves) < 2:
        return None
    try:
        return independence_p([wave.count for wave in waves], [wave.valid for wave in waves])
    except TooManyTablesError:
        return None


def _first_p(waves: Sequence[WaveCount]) -> Fraction | None:
    if len(waves) < 2:
        return None
    positives, total = sum(wave.count for wave in waves), sum(wave.valid for wave in waves)
    return fisher_p(waves[0].count, positives, waves[0].valid, total)
