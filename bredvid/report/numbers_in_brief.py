"""The numbers given to a question in brief, in words for its page."""

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext

from bredvid.figures.numbers import count, decimal
from bredvid.figures.quantiles import Summary
from bredvid.report.language import reader_language

MINUS = "\N{MINUS SIGN}"
_MOST_DECIMALS = 6


def rows_of(summary: Summary) -> list[dict[str, str]]:
    """Lowest, quartiles and highest with their words."""
    return [
        {"label": label, "value": plain_number(value)}
        for label, value in (
            (gettext("Lowest"), summary.minimum),
            (gettext("Lower quartile"), summary.lower_quartile),
            (gettext("Median"), summary.median),
            (gettext("Upper quartile"), summary.upper_quartile),
            (gettext("Highest"), summary.maximum),
        )
    ]


def plain_number(value: Fraction | Decimal) -> str:
    """A number as it was given, in the reader's way of writing, with as many decimals as it takes."""
    exact, language = Fraction(value), reader_language()
    if exact < 0:
        return f"{MINUS}{plain_number(-exact)}"
    if exact.denominator == 1:
        return count(int(exact), language)
    decimals = next((n for n in range(1, _MOST_DECIMALS) if (exact * 10**n).denominator == 1), _MOST_DECIMALS)
    return decimal(exact, language, decimals)
