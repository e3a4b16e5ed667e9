"""The reader's language, and numbers in it."""

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from django.utils.translation import get_language

from bredvid.figures import numbers


def language() -> Literal["sv", "en"]:
    """ "en" under /en/, else "sv"."""
    return "en" if get_language() == "en" else "sv"


def percent(part: int, base: int) -> str:
    """A share in words: "12 %"; a dash where there is no base."""
    return _percent(part, base, language()) if base else "–"


@lru_cache(maxsize=4096)
def _percent(part: int, base: int, lang: str) -> str:
    return numbers.percent(Fraction(part, base), lang)


def length(part: int, base: int) -> str:
    """How long a bar is, of 100, as SVG writes it."""
    return f"{100 * part / base:.2f}".rstrip("0").rstrip(".") if base else "0"
