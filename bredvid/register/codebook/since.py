"""Since when a variable or code can be counted: the first version that has it. Pure."""

from functools import cache

from bredvid.register.codebook.reading import versions
from bredvid.register.codebook.shape import Codebook


def since(address: str) -> str:
    """The day from which "V08", or "V08:P1", is valid, as 2026-01-01. Raises KeyError for what no version has."""
    return _since()[address]


@cache
def _since() -> dict[str, str]:
    days: dict[str, str] = {}
    for book in versions():
        for address in _addresses(book):
            days.setdefault(address, book.valid_from.isoformat())
    return days


def _addresses(book: Codebook) -> list[str]:
    codes = [f"{variable.code}:{code.code}" for variable in book.variables for code in variable.codes]
    return [variable.code for variable in book.variables] + codes
