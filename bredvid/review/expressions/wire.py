"""From an answer as it is stored (Entry.value) to the typed value that expressions compare."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bredvid.review.expressions.nodes import Value


def value_of(kind: str, stored: Mapping[str, Any] | None) -> Value:
    """The typed answer to a question of that kind. None where there is none, or where it cannot be read.

    `stored` is {"options": [codes]}, {"number": "12"}, {"text": "…"} or {"date": "2026-11-23"}. A question that is
    answered in own words and coded afterwards gives its codes once they are there, and its text before.
    """
    if not stored:
        return None
    if options := stored.get("options"):
        return frozenset(options) if kind == "multiple" else str(options[0])
    if "number" in stored:
        return _number(stored["number"])
    if "date" in stored:
        return _day(stored["date"])
    return str(stored.get("text") or "") or None


def own_value_of(kind: str, stored: Mapping[str, Any] | None) -> Value:
    """What `.` stands for in a question's own condition: of a count its number, for its band is no number.

    None for a count of which the band alone is known: no condition on a number can be broken by it.
    """
    if kind == "count":
        return _number(stored["number"]) if stored and "number" in stored else None
    return value_of(kind, stored)


def _number(text: Any) -> Decimal | None:
    try:
        found = Decimal(str(text))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
