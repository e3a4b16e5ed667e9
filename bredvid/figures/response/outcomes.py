"""What became of each unit that was asked, and the rates that follow. Source: docs/explanation/response.md.

American Association for Public Opinion Research (2023) Standard Definitions, 10th edition.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bredvid.figures.rate import Rate


class Outcome(StrEnum):
    """What became of one unit of the frame. Every unit is eligible, and every one has an outcome."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    REFUSAL = "refusal"
    NON_CONTACT = "non_contact"
    UNKNOWN = "unknown"
    """No answer, and nothing is known of why: whether it was ever read is not known either."""


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """How many units of the frame had each outcome. Raises ValueError for a negative number."""

    complete: int = 0
    partial: int = 0
    refusal: int = 0
    non_contact: int = 0
    unknown: int = 0

    def __post_init__(self) -> None:
        for outcome in Outcome:
            if getattr(self, outcome) < 0:
                raise ValueError(f"{outcome} cannot be negative, got {getattr(self, outcome)}")

    @property
    def frame(self) -> int:
        """All units."""
        return sum(getattr(self, outcome) for outcome in Outcome)

    @property
    def answered(self) -> int:
        """Units that answered, in whole or in part."""
        return self.complete + self.partial

    @property
    def contacted(self) -> int:
        """Units known to have been reached."""
        return self.answered + self.refusal

    @property
    def rr1(self) -> Rate:
        """Minimum response rate: complete answers over all. The same as RR3 and RR5, since all are eligible."""
        return Rate(name="rr1", numerator=self.complete, denominator=self.frame)

    @property
    def rr2(self) -> Rate:
        """Answers in whole or in part over all. The same as RR4 and RR6."""
        return Rate(name="rr2", numerator=self.answered, denominator=self.frame)

    @property
    def rr5(self) -> Rate:
        """Complete answers over those known to be eligible: all of the frame, so RR1 by another name."""
        return Rate(name="rr5", numerator=self.complete, denominator=self.frame)

    @property
    def rr6(self) -> Rate:
        """RR5 with partial answers: RR2 by another name."""
        return Rate(name="rr6", numerator=self.answered, denominator=self.frame)

    @property
    def coop3(self) -> Rate:
        """Cooperation: complete answers over those known to have been reached."""
        return Rate(name="coop3", numerator=self.complete, denominator=self.contacted)

    @property
    def coop4(self) -> Rate:
        """Cooperation with partial answers counted as answers."""
        return Rate(name="coop4", numerator=self.answered, denominator=self.contacted)

    @property
    def ref1(self) -> Rate:
        """Known refusals over all: the least that refused."""
        return Rate(name="ref1", numerator=self.refusal, denominator=self.frame)

    @property
    def con1(self) -> Rate:
        """Those known to have been reached over all: the least that were."""
        return Rate(name="con1", numerator=self.contacted, denominator=self.frame)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Every rate once; RR5 and RR6 are left out, being RR1 and RR2."""
        return (self.rr1, self.rr2, self.coop3, self.coop4, self.ref1, self.con1)


def count_outcomes(outcomes: Iterable[str]) -> Outcomes:
    """Counts the units' outcomes. Raises ValueError for a word that is no outcome."""
    counts = Counter(Outcome(outcome) for outcome in outcomes)
    return Outcomes(**{outcome.value: counts[outcome] for outcome in Outcome})
