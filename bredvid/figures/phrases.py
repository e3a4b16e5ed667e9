"""From a phrase to what it claims: "mer än nio av tio" is a share over 90 %."""

import re
from fractions import Fraction
from typing import Literal

from bredvid.figures.amounts import Amount, read_amount
from bredvid.figures.language import Lang, language
from bredvid.figures.number_patterns import any_of
from bredvid.figures.thresholds import VOCABULARY, Threshold

COMPARATORS: dict[Lang, dict[str, str]] = {
    "sv": {
        **dict.fromkeys(("mer än", "fler än", "över"), ">"),
        **dict.fromkeys(("minst", "åtminstone", "inte mindre än", "inte färre än"), "≥"),
        **dict.fromkeys(("mindre än", "färre än", "under"), "<"),
        **dict.fromkeys(("högst", "som mest", "upp till", "inte mer än", "inte fler än"), "≤"),
        **dict.fromkeys(("nästan", "knappt", "närmare", "inemot", "strax under"), "just below"),
        **dict.fromkeys(("drygt", "strax över", "lite över", "lite mer än", "något mer än"), "just above"),
        **dict.fromkeys(("omkring", "cirka", "ca", "ungefär", "runt", "kring"), "around"),
        **dict.fromkeys(("endast", "bara", "blott", "exakt", "precis", "totalt", "sammanlagt"), "="),
    },
    "en": {
        **dict.fromkeys(("more than", "over", "above"), ">"),
        **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than"), "≥"),
        **dict.fromkeys(("less than", "fewer than", "under", "below"), "<"),
        **dict.fromkeys(("at most", "up to", "no more than", "not more than"), "≤"),
        **dict.fromkeys(("almost", "nearly", "just under", "just below", "close to"), "just below"),
        **dict.fromkeys(
            ("just over", "just above", "slightly more than", "a little over", "a little more than"), "just above"
        ),
        **dict.fromkeys(("about", "around", "roughly", "approximately"), "around"),
        **dict.fromkeys(("only", "just", "exactly", "precisely", "in total", "altogether"), "="),
    },
}


class UnknownPhrase(LookupError):  # noqa: N818 - the word says what it is
    """The phrase has no threshold: it cannot be bound to a figure and must be said otherwise."""


def threshold_of(phrase: str, lang: str) -> Threshold:
    """What the phrase claims. Raises UnknownPhrase for one that has no threshold."""
    code = language(lang)
    text = " ".join(phrase.split())
    fixed = _fixed(text, code)
    if fixed:
        return fixed
    comparator, rest = _comparator(text, code)
    if comparator == "=" and (fixed := _fixed(rest, code)):
        return fixed
    amount = read_amount(rest, code)
    if amount is None:
        raise UnknownPhrase(f"“{phrase}” has no threshold; known are {', '.join(known_phrases(lang))}, and amounts")
    return _compared(amount, comparator)


def known_phrases(lang: str) -> list[str]:
    """Every phrase of the vocabulary in one language, in the order of the table; amounts are not among them."""
    return [phrase for entry in VOCABULARY for phrase in entry.phrases(language(lang))]


def _fixed(text: str, lang: Lang) -> Threshold | None:
    return next((entry.threshold for entry in VOCABULARY if text.lower() in entry.phrases(lang)), None)


def _comparator(text: str, lang: Lang) -> tuple[str, str]:
    match = re.match(rf"({any_of(COMPARATORS[lang])})\s+", text, re.IGNORECASE)
    return (COMPARATORS[lang][match[1].lower()], text[match.end() :]) if match else ("=", text)


def _compared(amount: Amount, comparator: str) -> Threshold:
    value, near, of, base = amount.value, amount.tolerance, amount.claims.of, amount.claims.base
    match comparator:
        case "=":
            return amount.claims
        case ">" | "≥":
            return Threshold(of=of, low=value, low_open=comparator == ">", base=base)
        case "<" | "≤":
            return Threshold(of=of, high=value, high_open=comparator == "<", base=base)
        case "just below":
            return _near(of, max(value - near, Fraction(0)), value, base=base, high_open=True)
        case "just above":
            return _near(of, value, value + near, base=base, low_open=True)
        case _:
            return _near(of, max(value - near, Fraction(0)), value + near, base=base)


def _near(
    of: Literal["share", "count"],
    low: Fraction,
    high: Fraction,
    *,
    base: int | None,
    low_open: bool = False,
    high_open: bool = False,
) -> Threshold:
    return Threshold(of=of, low=low, high=high, low_open=low_open, high_open=high_open, base=base, stated=True)
