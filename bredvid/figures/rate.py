"""A rate is never a bare number: it carries what it is a part of."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Rate:
    """`numerator` of `denominator` units. `name` is stable, as ``rr1``."""

    name: str
    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"{self.name}: {self.numerator} cannot be a part of {self.denominator}")

    @property
    def share(self) -> Fraction | None:
        """The part, exactly; None where there is nothing to be a part of."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None
