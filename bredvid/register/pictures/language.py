"""The reader's language, and numbers in it."""

from fractions import Fraction
from typing import Literal

from django.utils.translation import get_language

from bredvid.figures import numbers


def language() -> Literal["sv", "en"]:
    """ "en" under /en/, else "sv"."""
    return "en" if get_language() == "en" else "sv"


def percent(part: int, base: int) -> str:
    """A share in words: "12 %"; a dash where there is no base."""
    return numbers.percent(Fraction(part, base), language()) if base else "–"


def length(part: int, base: int) -> str:
    """How long a bar is, of 100, as SVG writes it."""
    return f"{100 * part / base:.2f}".rstrip("0").rstrip(".") if base else "0"
