"""Amounts in a text ("sexton", "90 procent", "nio av tio", "en fjärdedel") and what each claims.

A stated amount claims what its own precision says: a count is exact, a percentage is right as it is rounded, a
fraction is the nearest one. "Nästan", "drygt" and "omkring" may lie a little off: the tolerances stand below.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from bredvid.figures.language import Lang
from bredvid.figures.number_patterns import any_of, number, read_number
from bredvid.figures.thresholds import Threshold
from bredvid.figures.words import SMALL

FRACTION_REACH = Fraction(25, 1000)  # "nine in ten" is said of 87.5 to 92.5 %
FRACTION_TOLERANCE = Fraction(5, 100)  # "nearly half" is said of 45 to 50 %
PERCENT_TOLERANCE = Fraction(1, 100)  # "about 5 percent" is said of 4 to 6 %
COUNT_TOLERANCE = Fraction(1, 10)  # "about 260" is said of 234 to 286
LARGEST_FRACTION_BASE = 10  # "nine in ten" is a way of saying a share; "4 of 70" names a base

PERCENT: dict[Lang, str] = {"sv": r"(?:\s?%|\s+procent)", "en": r"(?:\s?%|\s+per\s?cent)"}
OF: dict[Lang, str] = {"sv": r"av(?:\s+de)?", "en": r"(?:out\s+of|of|in)(?:\s+the)?"}
PARTS: dict[Lang, tuple[str, ...]] = {
    "sv": ("tredjedel", "fjärdedel", "femtedel", "sjättedel", "sjundedel", "åttondel", "niondel", "tiondel"),
    "en": ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
}
EVERY: dict[Lang, tuple[str, ...]] = {
    "sv": ("tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    "en": ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
}
HALVES: dict[Lang, tuple[str, ...]] = {
    "sv": ("hälften", "halva", "varannan"),
    "en": ("half", "one half", "every other", "every second"),
}


@dataclass(frozen=True, kw_only=True)
class Amount:
    """An amount named in a text: its value, what naming it claims, and how far off "nearly" may be."""

    value: Fraction
    claims: Threshold
    tolerance: Fraction


def read_amount(text: str, lang: Lang) -> Amount | None:
    """The amount that the text names, the whole of it, or None where it names none."""
    readers: tuple[Callable[[str, Lang], Amount | None], ...] = (_between, _percent, _of, _fraction, _count)
    return next((amount for reader in readers if (amount := reader(text, lang))), None)


def amount_pattern(lang: Lang) -> str:
    """Pattern of anything `read_amount` may read, the longest form tried first."""
    genitive = {"sv": "s?", "en": ""}[lang]
    part = rf"{any_of(fractions(lang))}{genitive}(?![-\w])(?!\s+part(?:y|ies)\b)"  # "a third party" is no share
    return f"(?:{'|'.join((_between_pattern(lang), _percent_pattern(lang), _of_pattern(lang), part, number(lang)))})"


@cache
def fractions(lang: Lang) -> dict[str, Fraction]:
    """Ways to say a fraction in words, and its value: "två tredjedelar", "var fjärde", "a quarter"."""
    said = dict.fromkeys(HALVES[lang], Fraction(1, 2))
    every = ("var", "vart") if lang == "sv" else ("every",)
    for base, (part, ordinal) in enumerate(zip(PARTS[lang], EVERY[lang], strict=True), start=3):
        said |= {f"{word} {ordinal}": Fraction(1, base) for word in every}
        said |= {f"{one} {part}": Fraction(1, base) for one in (("en",) if lang == "sv" else ("a", "one"))}
        plural = f"{part}{'ar' if lang == 'sv' else 's'}"
        for n in range(2, base):
            said |= {f"{SMALL[lang][n]}{gap}{plural}": Fraction(n, base) for gap in (" ", "-")}
    return said


def _between(text: str, lang: Lang) -> Amount | None:
    match = re.fullmatch(_between_pattern(lang, named=True), text, re.IGNORECASE)
    ends = [read_number(match[end] or match[f"{end}2"], lang) for end in ("low", "high")] if match else []
    if not match or None in ends:
        return None
    low, high = (end[0] for end in ends if end)
    of: Literal["share", "count"] = "share" if match["percent"] else "count"
    unit = Fraction(1, 100) if match["percent"] else Fraction(1)
    claims = Threshold(of=of, low=low * unit, high=high * unit, stated=True)
    return Amount(value=low * unit, claims=claims, tolerance=Fraction(0))


def _percent(text: str, lang: Lang) -> Amount | None:
    match = re.fullmatch(rf"(.+?){PERCENT[lang]}", text, re.IGNORECASE)
    read = read_number(match[1], lang) if match else None
    if not read:
        return None
    value, half_step = read[0] / 100, Fraction(1, 200 * 10 ** read[1])
    claims = Threshold(of="share", low=value - half_step, high=value + half_step, high_open=True, stated=True)
    return Amount(value=value, claims=claims, tolerance=PERCENT_TOLERANCE)


def _of(text: str, lang: Lang) -> Amount | None:
    match = re.fullmatch(rf"(.+?)\s+{OF[lang]}\s+(.+)", text, re.IGNORECASE)
    part, base = (read_number(match[group], lang) for group in (1, 2)) if match else (None, None)
    if not part or not base or base[0] == 0 or part[0] > base[0]:
        return None
    if base[0] <= LARGEST_FRACTION_BASE:
        return _about_a_fraction(part[0] / base[0])
    return _exact_count(part[0], base=int(base[0]))


def _fraction(text: str, lang: Lang) -> Amount | None:
    value = fractions(lang).get(text.lower())
    return None if value is None else _about_a_fraction(value)


def _count(text: str, lang: Lang) -> Amount | None:
    read = read_number(text, lang)
    return _exact_count(read[0]) if read else None


def _about_a_fraction(value: Fraction) -> Amount:
    low, high = value - FRACTION_REACH, value + FRACTION_REACH
    return Amount(
        value=value, claims=Threshold(of="share", low=low, high=high, stated=True), tolerance=FRACTION_TOLERANCE
    )


def _exact_count(value: Fraction, base: int | None = None) -> Amount:
    claims = Threshold(of="count", low=value, high=value, stated=True, base=base)
    return Amount(value=value, claims=claims, tolerance=value * COUNT_TOLERANCE)


def _between_pattern(lang: Lang, *, named: bool = False) -> str:
    words = {"sv": r"mellan\s+{0}\s+och\s+{1}", "en": r"between\s+{0}\s+and\s+{1}"}[lang]
    ends = ("low", "high", "low2", "high2")
    low, high, low2, high2 = (f"(?P<{end}>{number(lang)})" if named else number(lang) for end in ends)
    percent = f"(?P<percent>{PERCENT[lang]})?" if named else f"{PERCENT[lang]}?"
    return f"(?:{words.format(low, high)}|{low2}[–-]{high2}){percent}"


def _percent_pattern(lang: Lang) -> str:
    return rf"{number(lang)}{PERCENT[lang]}(?!\w)"


def _of_pattern(lang: Lang) -> str:
    return rf"{number(lang)}\s+{OF[lang]}\s+{number(lang)}"
