"""Finds every word of quantity in a running text: what a report must bind to a figure or to a sourced fact.

It errs on the side of finding: what it finds and cannot be bound must be said otherwise. What it must not find are
words that only look like quantities; `homonyms` tells those apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bredvid.figures import homonyms
from bredvid.figures.amounts import amount_pattern, read_amount
from bredvid.figures.few import DEGREES_OF_FEW
from bredvid.figures.language import Lang, language
from bredvid.figures.number_patterns import any_of
from bredvid.figures.phrases import COMPARATORS
from bredvid.figures.thresholds import VOCABULARY
from bredvid.figures.vague import FAMILIES, ROMAN, VAGUE

Kind = Literal["quantifier", "count", "share"]

SIZES: dict[Lang, tuple[str, ...]] = {
    "sv": (
        *("klar", "klara", "stor", "stora", "överväldigande", "knapp", "knappa", "tydlig", "betydande", "bred"),
        *("liten", "lilla", "absolut", "absoluta", "svag", "förkrossande", "växande"),
    ),
    "en": (
        *("clear", "large", "vast", "overwhelming", "small", "slim", "narrow", "great", "big", "significant"),
        *("absolute", "bare", "growing", "tiny"),
    ),
}
PARTED: dict[Lang, str] = {"sv": "(?:majoritet(?:en)?s?|minoritet(?:en)?s?)", "en": "(?:majority|minority)"}
ARTICLES: dict[Lang, tuple[str, ...]] = {"sv": ("en", "den"), "en": ("a", "an", "the")}
# "Inte alla" is another claim than "alla"; "inte några" is only a negation.
NEGATED: dict[Lang, str] = {
    "sv": r"inte(?=\s+(?:alla|samtliga|varje|många|de\s+flesta)\b)",
    "en": r"not(?=\s+(?:all|every|each|many|most)\b)",
}
ONLY = "="


@dataclass(frozen=True, order=True)
class Span:
    """A word of quantity in a text: where it starts and ends (characters), its words and its kind."""

    start: int
    end: int
    text: str
    kind: Kind


def find_quantifiers(text: str, lang: str) -> list[Span]:
    """Every quantifier, number (in digits or in words) and share in the text, in order, none overlapping another.

    Where two overlap, the one that starts first is kept, and of two that start together the longer.
    """
    found = sorted(_candidates(text, language(lang)), key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _candidates(text: str, lang: Lang) -> Iterator[Span]:
    for match in _amounts(lang).finditer(text):
        yield from _amount_span(match, lang)
    for match in _quantifiers(lang).finditer(text):
        if homonyms.is_quantifier(match, lang):
            yield Span(match.start(), match.end(), match[0], "quantifier")
    for match in re.finditer(ROMAN, text):
        yield Span(match.start(), match.end(), match[0], "count")


def _amount_span(match: re.Match[str], lang: Lang) -> Iterator[Span]:
    start = match.start()
    if match["comparator"] and homonyms.is_preposition(match, lang):
        start = match.start("amount")
    if homonyms.is_number(match, lang):
        amount = read_amount(" ".join(match["amount"].split()), lang)
        kind: Kind = amount.claims.of if amount else "count"
        yield Span(start, match.end(), match.string[start : match.end()], kind)


@cache
def _amounts(lang: Lang) -> re.Pattern[str]:
    comparators = any_of(word for word, meaning in COMPARATORS[lang].items() if meaning != ONLY)
    return re.compile(
        rf"(?<![\w])(?:(?P<comparator>{comparators})\s+)?(?P<amount>{amount_pattern(lang)})", re.IGNORECASE
    )


@cache
def _quantifiers(lang: Lang) -> re.Pattern[str]:
    phrases = [phrase for entry in VOCABULARY for phrase in entry.phrases(lang)]
    parted = rf"(?:{any_of(ARTICLES[lang])}\s+)?(?:{any_of(SIZES[lang])}\s+)?{PARTED[lang]}"
    plain = rf"(?:{NEGATED[lang]}\s+)?{any_of([*phrases, *VAGUE[lang], *DEGREES_OF_FEW[lang]])}"
    families = "|".join(FAMILIES[lang])
    return re.compile(rf"(?<![\w])(?:{families}|{parted}|{plain})(?!\w)", re.IGNORECASE)
