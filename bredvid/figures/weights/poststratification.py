"""Post-stratification: respondents of each kind stand for all of that kind. Source: docs/explanation/weights.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bredvid.figures.weights.cells import MINIMUM, Cell, TooFewRespondentsError, check_nesting
from bredvid.figures.weights.design_effect import design_effect


@dataclass(frozen=True, kw_only=True)
class PostStratification:
    """Weights by cell. The weights of all respondents add up to the frame."""

    cells: tuple[Cell, ...]

    @property
    def weights(self) -> dict[str, Fraction]:
        """For each cell, how many units a respondent in it stands for."""
        return {cell.code: cell.weight for cell in self.cells}

    @property
    def respondents(self) -> int:
        """All whose answer is weighted."""
        return sum(cell.respondents for cell in self.cells)

    @property
    def frame(self) -> int:
        """All units of the frame."""
        return sum(cell.frame for cell in self.cells)

    @property
    def ratio(self) -> Fraction:
        """The largest weight over the smallest: how much more one answer counts than another."""
        return max(self.weights.values()) / min(self.weights.values())

    @property
    def design_effect(self) -> Fraction:
        """What the unequal weights cost, at least 1 (Kish)."""
        return design_effect((cell.weight, cell.respondents) for cell in self.cells)

    @property
    def effective_n(self) -> Fraction:
        """How many equally weighted answers would tell as much, if the cells did not differ."""
        return self.respondents / self.design_effect


def poststratify(
    respondents: Mapping[str, int], frame: Mapping[str, int], *, minimum: int = MINIMUM
) -> PostStratification:
    """Weights N_h/n_h from how many answered and how many there are in each cell.

    `respondents` are those whose answer to the question is accounted for. Parts of the frame without units are left
    out. Raises TooFewRespondentsError for the first cell with fewer than `minimum`, UnknownCellError where the two
    do not nest.
    """
    check_nesting(respondents, frame)
    cells = tuple(
        Cell(code=code, respondents=respondents.get(code, 0), frame=frame[code])
        for code in sorted(frame)
        if frame[code]
    )
    for cell in cells:
        if cell.respondents < minimum:
            raise TooFewRespondentsError(cell.code, cell.respondents, minimum)
    return PostStratification(cells=cells)
