"""Names as they are written, sorted, found and put in an address. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_DIGITS = re.compile(r"([0-9]+)")
_ALPHABET = " -abcdefghijklmnopqrstuvwxyzåäö"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text without case and diacritics, with single spaces: "  Håbo " and "habo" are then the same.

    A pure function of its text, so remembering answers can never show old data.
    """
    # Twice, since a sign such as ℠ only becomes letters, capital ones, when it is taken apart.
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def alphabetical_key(name: str) -> tuple[int, ...]:
    """Sorts as a Swedish index does: å, ä and ö last. Databases do not agree about this, so we do not ask them."""
    letters = unicodedata.normalize("NFC", name.casefold())
    return tuple(_RANK[letter] if letter in _RANK else _RANK.get(folded(letter), len(_RANK)) for letter in letters)


def natural_key(name: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Sorts as alphabetical_key does, and numbers by their value: "Jouren 2" before "Jouren 10"."""
    parts = _DIGITS.split(name)
    return tuple((0, (int(part),)) if part.isdecimal() else (1, alphabetical_key(part)) for part in parts if part)


def slug(name: str) -> str:
    """The name as part of an address: "Upplands Väsby" becomes "upplands-vasby" (å and ä a, ö o)."""
    words = "".join(letter if letter.isalnum() else " " for letter in folded(name)).split()
    if not words:
        raise ValueError(f"{name!r} has no letter to make an address of.")
    return "-".join(words)


def slugs(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A unique slug for each name, given (name, county's short name) pairs.

    Where two names fold to the same slug, each gets its county after it: Håbo and Habo become
    "habo-uppsala" and "habo-jonkoping". Neither keeps the bare "habo", so no address can lead to
    the wrong one. Raises ValueError where even that is not unique.
    """
    pairs = list(names)
    taken = Counter(slug(name) for name, _ in pairs)
    result = {name: slug(name) if taken[slug(name)] == 1 else f"{slug(name)}-{slug(county)}" for name, county in pairs}
    twice = [key for key, count in Counter(result.values()).items() if count > 1]
    if twice or len(result) != len(pairs):
        raise ValueError(f"these names cannot be told apart in an address: {', '.join(twice) or 'repeated names'}.")
    return result
