"""Cells of a weighting, and what is refused. Source: docs/explanation/weights.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

MINIMUM = 5  # respondents in a cell or a margin; with fewer, one answer would speak for too many


class WeightingError(ValueError):
    """A weighting that cannot be made, or would not be worth its name."""


class UnknownCellError(WeightingError):
    """Respondents stand where the frame has fewer units than that, or none."""


class TooFewRespondentsError(WeightingError):
    """A cell has too few respondents to stand for the others in it."""

    def __init__(self, cell: str, respondents: int, minimum: int = MINIMUM) -> None:
        self.cell, self.respondents, self.minimum = cell, respondents, minimum
        super().__init__(
            f"{cell} has {respondents} respondents and needs {minimum}: merge it with a neighbour, or do not weight"
        )


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A part of the frame: how many units it has, and how many of them answered."""

    code: str
    respondents: int
    frame: int

    @property
    def weight(self) -> Fraction:
        """How many units of the frame each respondent stands for."""
        return Fraction(self.frame, self.respondents)


def check_nesting(respondents: Mapping[str, int], frame: Mapping[str, int]) -> None:
    """Raises UnknownCellError unless every respondent stands in a cell of the frame that has room for it."""
    for code, answered in respondents.items():
        units = frame.get(code, 0)
        if not 0 <= answered <= units:
            raise UnknownCellError(f"{code} has {answered} respondents among {units} units of the frame")
    if min(frame.values(), default=0) < 0 or not sum(frame.values()):
        raise UnknownCellError("the frame has no units, or a negative number of them")
