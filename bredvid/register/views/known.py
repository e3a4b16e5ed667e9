"""What is known of her in a year, in the reader's words: only codes have words."""

from dataclasses import dataclass

from bredvid.register.codebook import NOT_FILLED_IN, current
from bredvid.register.models import PeriodYear
from bredvid.register.reads.language import language


@dataclass(frozen=True)
class Known:
    """A year of hers: each variable that is filled in, with its answers."""

    year: int
    first: bool
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def known(year: PeriodYear) -> Known:
    """A year in words. What is not filled in is left out: it says nothing."""
    facts = []
    for variable in current().on("year"):
        stored = getattr(year, variable.column)
        if stored != NOT_FILLED_IN:
            answers = tuple(code.label(language()) for code in variable.chosen(stored))
            facts.append((variable.label(language()), answers))
    return Known(year.year, year.first, tuple(facts))
