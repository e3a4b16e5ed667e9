"""How numbers are written in Swedish and in English: the one place for it.

Swedish: a no-break space between thousands and before the per cent sign, a decimal comma. English: a comma between
thousands, a decimal point, no space. Ranges have an en dash.
"""

from fractions import Fraction

from bredvid.figures.language import Lang, language
from bredvid.figures.rounding import half_up
from bredvid.figures.words import in_ten, parse_number_words, words

__all__ = [
    "count",
    "decimal",
    "in_ten",
    "out_of",
    "parse_number_words",
    "percent",
    "percent_range",
    "printed_lines",
    "range_",
    "words",
]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
THOUSANDS: dict[Lang, str] = {"sv": NO_BREAK_SPACE, "en": ","}
DECIMAL_SIGN: dict[Lang, str] = {"sv": ",", "en": "."}
PERCENT_SIGN: dict[Lang, str] = {"sv": f"{NO_BREAK_SPACE}%", "en": "%"}
OF: dict[Lang, str] = {"sv": "av", "en": "of"}


def count(n: int, lang: str) -> str:
    """A count with its thousands apart: "9 000", "9,000". Raises ValueError for a negative one."""
    if n < 0:
        raise ValueError(f"a count cannot be negative, got {n}")
    return f"{n:,}".replace(",", THOUSANDS[language(lang)])


def out_of(n: int, base: int, lang: str) -> str:
    """A count with its base, which it is never shown without: "4 av 73", "4 of 73"."""
    return f"{count(n, lang)} {OF[language(lang)]} {count(base, lang)}"


def range_(low: int, high: int, lang: str) -> str:
    """Two counts and what lies between: "6–35"; a single one where they meet. Raises ValueError if low > high."""
    if low > high:
        raise ValueError(f"a range goes from low to high, got {low} to {high}")
    return count(low, lang) if low == high else f"{count(low, lang)}{EN_DASH}{count(high, lang)}"


def printed_lines(lines: str) -> str:
    """Lines of a source as they are printed: "706-708" with a dash between the numbers."""
    return lines.replace("-", EN_DASH)


def decimal(value: Fraction | int, lang: str, decimals: int = 1) -> str:
    """A number of at least 0 with so many decimals, rounded half up from its exact value: "90,4", "90.4"."""
    if decimals < 0:
        raise ValueError(f"decimals cannot be negative, got {decimals}")
    whole, rest = divmod(half_up(value * 10**decimals), 10**decimals)
    return count(whole, lang) + (f"{DECIMAL_SIGN[language(lang)]}{rest:0{decimals}}" if decimals else "")


def percent(share: Fraction | int, lang: str, decimals: int = 0) -> str:
    """A share between 0 and 1 in per cent: "90 %", "90.4%".

    Rounding never turns something into nothing or nearly all into all: 1 of 290 is "0,3 %" and 289 of 290 is
    "99,7 %", also where no decimals are asked for. Raises ValueError outside 0 to 1.
    """
    needed = max(decimals, _decimals_needed(share))
    return decimal(share * 100, lang, needed) + PERCENT_SIGN[language(lang)]


def percent_range(low: Fraction | int, high: Fraction | int, lang: str, decimals: int = 0) -> str:
    """Two shares with one per cent sign, equally many decimals in both: "2–12 %"."""
    if low > high:
        raise ValueError(f"a range goes from low to high, got {low} to {high}")
    if low == high:
        return percent(low, lang, decimals)
    needed = max(decimals, _decimals_needed(low), _decimals_needed(high))
    first, last = (decimal(share * 100, lang, needed) for share in (low, high))
    return f"{first}{EN_DASH}{last}{PERCENT_SIGN[language(lang)]}"


def _decimals_needed(share: Fraction | int) -> int:
    """Fewest decimals with which a share that is neither none nor all is written as neither."""
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, got {share}")
    decimals = 0
    while share not in (0, 1) and half_up(share * 10 ** (decimals + 2)) in (0, 10 ** (decimals + 2)):
        decimals += 1
    return decimals
