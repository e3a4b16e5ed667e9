"""How answers of different kinds are compared: as numbers, as dates or as texts."""

import re
from datetime import date, datetime
from decimal import Decimal

from bredvid.review.expressions.nodes import Value

NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Beyond this a number is written with an exponent, so that no answer becomes a text of a million zeros.
LONGEST_EXPONENT = 40


def is_same(left: Value, right: Value) -> bool:
    """Whether two answers are equal. Texts are compared as texts, a number with a text as numbers."""
    if _is_number(left) or _is_number(right):
        first, second = number_of(left), number_of(right)
        return first is not None and first == second
    if isinstance(left, date) or isinstance(right, date):
        return _day_of(left) is not None and _day_of(left) == _day_of(right)
    if _several(left) or _several(right):
        return left == right
    return text_of(left) == text_of(right)


def is_less(left: Value, right: Value, *, or_same: bool = False) -> bool:
    """Whether the first is less. False where either is neither number nor date."""
    if _several(left) or _several(right):
        return False
    pairs = ((number_of(left), number_of(right)), (_day_of(left), _day_of(right)))
    for first, second in pairs:
        if first is not None and second is not None:
            return bool(first < second or (or_same and first == second))  # type: ignore[operator]
    return False


def number_of(value: Value) -> Decimal | None:
    """The number that an answer is, or that its text writes; else None."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    if isinstance(value, int):
        return Decimal(value)
    text = text_of(value) if isinstance(value, str | frozenset) else ""
    return Decimal(text) if NUMBER.fullmatch(text) else None


def text_of(value: Value) -> str:
    """An answer as text; no answer is the empty text and several options are their codes with spaces between."""
    if isinstance(value, str):
        return value
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if isinstance(value, date):
        return _plain_day(value).isoformat()
    number = number_of(value)
    if number is None:
        return ""
    exponent = number.normalize().adjusted() if number else 0
    return f"{number.normalize():f}" if abs(exponent) <= LONGEST_EXPONENT else str(number)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | Decimal)


def _several(value: Value) -> bool:
    return isinstance(value, frozenset) and len(value) > 1


def _day_of(value: Value) -> date | None:
    if isinstance(value, date):
        return _plain_day(value)
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _plain_day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
