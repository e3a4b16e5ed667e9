"""Whole numbers from 0 to 999 in words, and back again: for prose, and for the check that prose is bound to figures."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from bredvid.figures.language import Lang, language
from bredvid.figures.rounding import half_up

LARGEST = 999
TEN = 10

SMALL: dict[Lang, tuple[str, ...]] = {
    "sv": (
        *("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
        *("tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"),
    ),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    ),
}
TENS: dict[Lang, tuple[str, ...]] = {
    "sv": ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"),
    "en": ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
}


def words(number: int, lang: str, *, neuter: bool = False) -> str:
    """The number in words: "sexton", "twenty-one".

    Swedish one agrees with what is counted: "en kommun", and with `neuter` "ett svar". Raises ValueError outside
    0 to 999: larger numbers are written with digits.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"only 0 to {LARGEST} are written in words, got {number}")
    return _swedish(number, "ett" if neuter else "en") if language(lang) == "sv" else _english(number)


def parse_number_words(text: str, lang: str) -> int | None:
    """The number that the words say ("tjugoett", "ett hundra", "a hundred and five"), or None if they say none.

    Swedish "sex" reads as six here; whether a text means the number is for `find_quantifiers` to judge.
    """
    return _spellings(language(lang)).get(" ".join(text.lower().replace("-", " ").split()))


def in_ten(share: Fraction, lang: str) -> str:
    """The share to the nearest tenth in words: "nio av tio".

    Raises ValueError where that would say none or all of a share that is neither.
    """
    tenths = half_up(share * TEN)
    if tenths in (0, TEN) and share not in (0, 1):
        raise ValueError(f"{share} is neither none nor all, so tenths do not tell it")
    between = {"sv": "av", "en": "in"}[language(lang)]
    return f"{words(tenths, lang)} {between} {words(TEN, lang)}"


def _swedish(number: int, one: str) -> str:
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "hundra" if hundreds == 1 else f"{SMALL['sv'][hundreds]}hundra"
    return head if head and not rest else head + _swedish_below_hundred(rest, one)


def _swedish_below_hundred(number: int, one: str) -> str:
    if number == 1:
        return one
    if number < len(SMALL["sv"]):
        return SMALL["sv"][number]
    tens, ones = divmod(number, TEN)
    return TENS["sv"][tens - 2] + (_swedish_below_hundred(ones, one) if ones else "")


def _english(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{SMALL['en'][hundreds]} hundred" if hundreds else ""
    if head and not rest:
        return head
    return f"{head} and {_english_below_hundred(rest)}" if head else _english_below_hundred(rest)


def _english_below_hundred(number: int) -> str:
    if number < len(SMALL["en"]):
        return SMALL["en"][number]
    tens, ones = divmod(number, TEN)
    return TENS["en"][tens - 2] + (f"-{SMALL['en'][ones]}" if ones else "")


@cache
def _spellings(lang: Lang) -> dict[str, int]:
    variants = _swedish_variants if lang == "sv" else _english_variants
    return {spelling: number for number in range(LARGEST + 1) for spelling in variants(number)}


def _swedish_variants(number: int) -> Iterator[str]:
    for one in ("en", "ett"):
        spelling = _swedish(number, one)
        yield spelling
        if spelling.startswith("hundra"):
            yield from (f"ett{spelling}", f"ett {spelling}")
        elif "hundra" in spelling:
            yield spelling.replace("hundra", " hundra", 1)


def _english_variants(number: int) -> Iterator[str]:
    spelling = _english(number).replace("-", " ")
    shorter = spelling.replace(" hundred and ", " hundred ")
    yield from (spelling, shorter)
    if spelling.startswith("one hundred"):
        yield from (f"a{spelling.removeprefix('one')}", f"a{shorter.removeprefix('one')}")
