"""What unequal weights cost. Source: docs/explanation/weights.md.

Kish, L. (1965) Survey Sampling, section 11.7; (1992) Weighting for unequal Pi, Journal of Official Statistics 8.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

Number = TypeVar("Number", Fraction, float)


def design_effect(weights: Iterable[tuple[Number, int]]) -> Number:
    """1 + CV² of the weights: how many times larger the variance is than with equal ones.

    `weights` are pairs of a weight and of how many units bear it. Fractions give a fraction. Raises ValueError where
    there are no units or a weight is not above zero.
    """
    pairs = [(weight, units) for weight, units in weights if units]
    if not pairs or min(weight for weight, _units in pairs) <= 0 or min(units for _weight, units in pairs) < 0:
        raise ValueError("weights must be above zero, and there must be some")
    units_in_all = sum(units for _weight, units in pairs)
    once = sum((weight * units for weight, units in pairs[1:]), start=pairs[0][0] * pairs[0][1])
    squared = sum((weight**2 * units for weight, units in pairs[1:]), start=pairs[0][0] ** 2 * pairs[0][1])
    return units_in_all * squared / once**2
