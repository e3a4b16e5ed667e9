"""Rounding, in one place: halves go up, and only exact numbers are rounded."""

from fractions import Fraction
from math import floor

HALF = Fraction(1, 2)


def half_up(value: Fraction | int) -> int:
    """The nearest whole number, a half going up (floats would make 0.285 less than it is).

    Raises TypeError for anything but a Fraction or an int.
    """
    if not isinstance(value, Fraction | int):
        raise TypeError(f"only exact numbers are rounded, got {value!r}: use fractions.Fraction")
    return floor(value + HALF)
