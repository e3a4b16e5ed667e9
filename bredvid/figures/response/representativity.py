"""R-indicators: how evenly the kinds of units answered. Source: docs/explanation/response.md.

Schouten, B., Cobben, F. & Bethlehem, J. (2009) Indicators for the representativeness of survey response, Survey
Methodology 35; Shlomo, N., Skinner, C. & Schouten, B. (2012) Journal of Statistical Planning and Inference 142, for
the correction of the bias.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from bredvid.figures.response.propensities import main_effects, saturated
from bredvid.figures.weights.margins import Key


class Model(StrEnum):
    """Where propensities come from."""

    SATURATED = "saturated"
    MAIN_EFFECTS = "main_effects"


@dataclass(frozen=True, kw_only=True)
class CategoryPart:
    """How far one category's mean propensity is from the whole's, weighted by its size. Below 0: too few of them.

    `respondents` of the `frame` units in the category answered.
    """

    category: str
    respondents: int
    frame: int
    value: float


@dataclass(frozen=True, kw_only=True)
class VariablePart:
    """The unconditional partial R-indicator of a variable: how much of the unevenness lies between its categories."""

    variable: str
    value: float
    categories: tuple[CategoryPart, ...]


@dataclass(frozen=True, kw_only=True)
class Representativity:
    """How much propensities vary: 1 when all kinds of units answered alike, 0 at the most uneven."""

    model: Model
    respondents: int
    frame: int
    propensities: Mapping[Key, Fraction]
    variance: Fraction
    """S² of the propensities, over N − 1."""
    bias: Fraction
    """How much of the variance chance alone gives, so few being counted."""
    parts: tuple[VariablePart, ...]

    @property
    def mean(self) -> Fraction:
        """The mean propensity: the response rate."""
        return Fraction(self.respondents, self.frame)

    @property
    def plain(self) -> float:
        """1 − 2 S without correction: too low when there are few units."""
        return 1 - 2 * sqrt(self.variance)

    @property
    def indicator(self) -> float:
        """1 − 2 S after the part that chance gives is taken from S²."""
        return 1 - 2 * sqrt(max(Fraction(0), self.variance - self.bias))

    @property
    def maximal_bias(self) -> float:
        """By how much an unweighted share can be off at most, for a property that follows the propensities wholly.

        (1 − R) / (4 ρ̄), since the standard deviation of a yes or no is at most a half. None answered: infinite.
        """
        return (1 - self.indicator) / (4 * float(self.mean)) if self.respondents else float("inf")


def representativity(
    respondents: Mapping[Key, int],
    frame: Mapping[Key, int],
    variables: Sequence[str],
    *,
    model: Model = Model.SATURATED,
) -> Representativity:
    """The R-indicator of a response, from what is known of all units.

    Both mappings are numbers of units by one category of each variable. Raises ValueError where they do not nest, for
    fewer than two units, and (main effects) where all or none answered in a category.
    """
    units = _units(respondents, frame, variables)
    size, answered = sum(units.values()), sum(respondents.values())
    fitted = (saturated if model is Model.SATURATED else main_effects)(respondents, units)
    mean = Fraction(answered, size)
    squares = sum((units[key] * (chance - mean) ** 2 for key, chance in fitted.by_cell.items()), Fraction(0))
    return Representativity(
        model=model,
        respondents=answered,
        frame=size,
        propensities=fitted.by_cell,
        variance=squares / (size - 1),
        bias=sum((units[key] * variance for key, variance in fitted.variances.items()), Fraction(0)) / size,
        parts=tuple(_part(variable, place, respondents, units) for place, variable in enumerate(variables)),
    )


def _part(variable: str, place: int, respondents: Mapping[Key, int], units: Mapping[Key, int]) -> VariablePart:
    """With either model a category's mean propensity is its response rate, so both give the same parts."""
    size = sum(units.values())
    mean = Fraction(sum(respondents.values()), size)
    squares, categories = Fraction(0), []
    for category in sorted({key[place] for key in units}):
        here = sum(count for key, count in units.items() if key[place] == category)
        answered = sum(count for key, count in respondents.items() if key[place] == category)
        away = Fraction(answered, here) - mean
        squares += here * away**2 / size
        value = (-1 if away < 0 else 1) * sqrt(here * away**2 / size)
        categories.append(CategoryPart(category=category, respondents=answered, frame=here, value=value))
    return VariablePart(variable=variable, value=sqrt(squares), categories=tuple(categories))


def _units(respondents: Mapping[Key, int], frame: Mapping[Key, int], variables: Sequence[str]) -> dict[Key, int]:
    for key in {*respondents, *frame}:
        answered, units = respondents.get(key, 0), frame.get(key, 0)
        if len(key) != len(variables) or not 0 <= answered <= units:
            raise ValueError(f"{key} has {answered} respondents among {units} units; the variables are {variables}")
    if sum(frame.values()) < 2 or not variables:
        raise ValueError("expected two units or more, and a variable")
    return {key: frame[key] for key in sorted(frame) if frame[key]}
