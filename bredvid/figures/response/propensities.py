"""How likely each kind of unit was to answer. Source: docs/explanation/response.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, fsum

from bredvid.figures.linear import Matrix, SingularError, invert, solve
from bredvid.figures.weights.margins import Key

MOST_STEPS = 50  # where there is a maximum, ten are enough; where there is none, each step goes one further
TOLERANCE = 1e-12
DENOMINATOR = 10**15


class SeparatedError(ValueError):
    """All or none answered in a category, or two variables are one: the model has no fit."""


@dataclass(frozen=True, kw_only=True)
class Propensities:
    """The propensity of each cell, and how uncertain each is (its variance)."""

    by_cell: Mapping[Key, Fraction]
    variances: Mapping[Key, Fraction]


def saturated(respondents: Mapping[Key, int], frame: Mapping[Key, int]) -> Propensities:
    """Each cell's own response rate, exactly; its variance is ρ(1 − ρ)/N as of a binomial share."""
    rates = {key: Fraction(respondents.get(key, 0), units) for key, units in frame.items()}
    return Propensities(by_cell=rates, variances={key: rate * (1 - rate) / frame[key] for key, rate in rates.items()})


def main_effects(respondents: Mapping[Key, int], frame: Mapping[Key, int]) -> Propensities:
    """Logistic regression on the variables without interactions, by iteratively reweighted least squares.

    Raises SeparatedError where the likelihood has no maximum.
    """
    rows = _design(list(frame))
    answered = [respondents.get(key, 0) for key in frame]
    units = list(frame.values())
    chances, information = _fit(rows, answered, units)
    covariance = invert(information)
    by_cell, variances = {}, {}
    for key, row, chance in zip(frame, rows, chances, strict=True):
        by_cell[key] = _near(chance)
        # The delta method: z'Σz with z = ρ(1 − ρ)x.
        variances[key] = _near((chance * (1 - chance)) ** 2 * _quadratic(row, covariance))
    return Propensities(by_cell=by_cell, variances=variances)


def _design(keys: Sequence[Key]) -> Matrix:
    """1 for the whole, then an indicator for each category but the first of every variable."""
    places = range(len(keys[0]))
    others = [sorted({key[place] for key in keys})[1:] for place in places]
    return [[1.0, *(float(key[place] == other) for place in places for other in others[place])] for key in keys]


def _fit(rows: Matrix, answered: Sequence[int], units: Sequence[int]) -> tuple[list[float], Matrix]:
    """The fitted chances and the information matrix, by Newton's method from no effect at all."""
    coefficients = [0.0] * len(rows[0])
    for _step in range(MOST_STEPS):
        chances = [_logistic(_dot(row, coefficients)) for row in rows]
        information = _information(rows, chances, units)
        left = [answer - unit * chance for answer, unit, chance in zip(answered, units, chances, strict=True)]
        gradient = [fsum(row[i] * rest for row, rest in zip(rows, left, strict=True)) for i in range(len(rows[0]))]
        try:
            [change] = solve(information, gradient)
        except SingularError:
            break
        coefficients = [now + by for now, by in zip(coefficients, change, strict=True)]
        if max(abs(by) for by in change) <= TOLERANCE * (1 + max(abs(now) for now in coefficients)):
            return chances, information
    raise SeparatedError("all or none answered in a category, or two variables are one: use the cells' own rates")


def _information(rows: Matrix, chances: Sequence[float], units: Sequence[int]) -> Matrix:
    spread = [unit * chance * (1 - chance) for unit, chance in zip(units, chances, strict=True)]
    size = range(len(rows[0]))
    return [[fsum(row[i] * row[j] * here for row, here in zip(rows, spread, strict=True)) for j in size] for i in size]


def _quadratic(row: Sequence[float], matrix: Matrix) -> float:
    return _dot(row, [_dot(line, row) for line in matrix])


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return fsum(a * b for a, b in zip(one, other, strict=True))


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value >= 0 else exp(value) / (1 + exp(value))


def _near(value: float) -> Fraction:
    return Fraction(value).limit_denominator(DENOMINATOR)
