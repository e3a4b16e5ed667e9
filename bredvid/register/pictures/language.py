"""Numbers in the reader's language, and the lengths of what is drawn."""

from fractions import Fraction
from functools import lru_cache

from bredvid.figures import numbers
from bredvid.register.reads.language import language


def percent(part: int, base: int) -> str:
    """A share in words: "12 %"; a dash where there is no base."""
    return _percent(part, base, language()) if base else "–"


@lru_cache(maxsize=4096)
def _percent(part: int, base: int, lang: str) -> str:
    return numbers.percent(Fraction(part, base), lang)


def length(part: int, base: int) -> str:
    """How long a bar is, of 100, as SVG writes it."""
    return f"{100 * part / base:.2f}".rstrip("0").rstrip(".") if base else "0"
