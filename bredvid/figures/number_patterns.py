"""Regular expressions for numbers as people write them, in digits and in words, for reading running text."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from bredvid.figures.language import Lang
from bredvid.figures.words import SMALL, TENS, parse_number_words

SPACE = r"[ \u00a0\u202f]"
DIGITS: dict[Lang, str] = {
    "sv": rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d+)(?:,\d+)?",
    "en": r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?",
}
SCALES: dict[Lang, dict[str, int]] = {
    "sv": {"tusen": 10**3, "miljon": 10**6, "miljoner": 10**6, "miljard": 10**9, "miljarder": 10**9},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
}


@cache
def number(lang: Lang) -> str:
    """Pattern of one number: digits or words, with "tusen" or "million" after it, or such a word alone."""
    scale = any_of(SCALES[lang])
    # Digits may have a letter after them ("15a §"), words may not ("fembarn").
    return rf"(?:(?:{DIGITS[lang]}(?!\d)|{_in_words(lang)}(?!\w))(?:\s+{scale}(?!\w))?|{scale}(?!\w))"


@cache
def read_number(text: str, lang: Lang) -> tuple[Fraction, int] | None:
    """The number that the text says and how many decimals it is written with, or None if it is no number."""
    *head, last = text.split() or [""]
    scale = SCALES[lang].get(last.lower(), 1)
    written = " ".join(head) if scale > 1 else text.strip()
    if scale > 1 and not written:
        return Fraction(scale), 0
    if re.fullmatch(DIGITS[lang], written):
        return _digits(written, lang, scale)
    in_words = parse_number_words(written, lang)
    return None if in_words is None else (Fraction(in_words * scale), 0)


def any_of(phrases: Iterable[str]) -> str:
    """Pattern of any of the phrases, the longest tried first, with any white space between their words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"


def _digits(written: str, lang: Lang, scale: int) -> tuple[Fraction, int]:
    sign = "," if lang == "sv" else "."
    whole, _, decimals = re.sub(SPACE if lang == "sv" else ",", "", written).partition(sign)
    return Fraction(int(whole + decimals), 10 ** len(decimals)) * scale, len(decimals)


def _in_words(lang: Lang) -> str:
    small = (*SMALL[lang], "en") if lang == "sv" else SMALL[lang]
    ones = any_of((*SMALL[lang][1:10], "en" if lang == "sv" else "a"))
    tail = "" if lang == "sv" else r"[-\s]"
    below = rf"(?:{any_of(TENS[lang])}(?:{tail}{ones})?|{any_of(small)})"
    if lang == "sv":
        return rf"(?:(?:{ones}\s?)?hundra(?:{below})?|{below})"
    return rf"(?:{ones}\s+hundred(?:\s+(?:and\s+)?{below})?|{below})"
