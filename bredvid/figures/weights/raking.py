"""Raking: weights under which several margins hold at once. Source: docs/explanation/weights.md.

Deming, W. E. & Stephan, F. F. (1940) Annals of Mathematical Statistics 11 (iterative proportional fitting).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from bredvid.figures.weights.cells import MINIMUM, WeightingError
from bredvid.figures.weights.design_effect import design_effect
from bredvid.figures.weights.margins import Key, Margins, check_margins

TOLERANCE = 1e-10  # the last round may move no margin by a larger part of itself
MOST_STEPS = 1000


class NotConvergedError(WeightingError):
    """The margins cannot be had at once from these respondents, or not in so many steps."""

    def __init__(self, steps: int, left: float) -> None:
        self.steps, self.left = steps, left
        super().__init__(f"after {steps} steps a margin still moves by {left:.2g} of itself: merge categories")


@dataclass(frozen=True, kw_only=True)
class RakedCell:
    """Respondents of the same category of every variable, and the weight of each of them."""

    key: Key
    respondents: int
    weight: float


@dataclass(frozen=True, kw_only=True)
class Raking:
    """Weights by cell. They add up to the frame and to every margin."""

    variables: tuple[str, ...]
    cells: tuple[RakedCell, ...]
    frame: int
    steps: int

    @property
    def weights(self) -> dict[Key, float]:
        """For each cell with respondents, how many units one of them stands for."""
        return {cell.key: cell.weight for cell in self.cells}

    @property
    def respondents(self) -> int:
        """All whose answer is weighted."""
        return sum(cell.respondents for cell in self.cells)

    @property
    def ratio(self) -> float:
        """The largest weight over the smallest: how much more one answer counts than another."""
        return max(self.weights.values()) / min(self.weights.values())

    @property
    def design_effect(self) -> float:
        """What the unequal weights cost, at least 1 (Kish)."""
        return design_effect((cell.weight, cell.respondents) for cell in self.cells)

    @property
    def effective_n(self) -> float:
        """How many equally weighted answers would tell as much, if the cells did not differ."""
        return self.respondents / self.design_effect


def rake(
    respondents: Mapping[Key, int],
    margins: Margins,
    *,
    minimum: int = MINIMUM,
    tolerance: float = TOLERANCE,
    most_steps: int = MOST_STEPS,
) -> Raking:
    """Weights that give every margin of the frame, as near to equal ones as can be.

    `respondents` are those whose answer is accounted for, by one category of each variable in the order of
    `margins`. A step fits each margin in turn. Raises NotConvergedError where the last of `most_steps` steps still
    moves a margin by more than `tolerance` of itself, and whatever `check_margins` refuses.
    """
    frame = check_margins(respondents, margins, minimum)
    answered = {key: respondents[key] for key in sorted(respondents) if respondents[key]}
    weights = dict.fromkeys(answered, frame / sum(answered.values()))
    moved = 0.0
    for step in range(1, most_steps + 1):
        moved = max(_fit(weights, answered, place, categories) for place, categories in enumerate(margins.values()))
        if moved <= tolerance:
            cells = tuple(RakedCell(key=key, respondents=answered[key], weight=weights[key]) for key in weights)
            return Raking(variables=tuple(margins), cells=cells, frame=frame, steps=step)
    raise NotConvergedError(most_steps, moved)


def _fit(weights: dict[Key, float], answered: Mapping[Key, int], place: int, wanted: Mapping[str, int]) -> float:
    """Makes one margin hold and says by how much of itself it moved the most."""
    moved = 0.0
    for category, units in wanted.items():
        keys = [key for key in weights if key[place] == category]
        if keys:
            factor = units / fsum(weights[key] * answered[key] for key in keys)
            moved = max(moved, abs(factor - 1))
            weights.update({key: weights[key] * factor for key in keys})
    return moved
