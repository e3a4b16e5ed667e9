"""An answer as a cell, and a cell as an answer: the rules of docs/reference/answers-file.md. Pure.

An answer is its value in plain form (see models/entry.py), its state where there is none, and the words of why.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from bredvid.sheets.guarding import guarded

NUMBER_KINDS = frozenset({"count", "integer", "decimal"})
OPTION_KINDS = frozenset({"single", "multiple", "ordinal", "count"})
NONE = "[none]"
SEPARATOR = ";"

_STATE = re.compile(r"\[([a-z_]+)\](?: (.*))?", re.DOTALL)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class CellError(ValueError):
    """A cell that cannot be an answer to its question. The message says what was found and what was expected."""


@dataclass(frozen=True)
class CellAnswer:
    """What a cell says: a value in plain form, or why there is none."""

    value: Mapping[str, Any] = field(default_factory=dict)
    missing: str = ""
    why: str = ""


def to_cell(kind: str, options: Sequence[str], answer: CellAnswer) -> str:
    """The cell of an answer to a question of that kind, whose options have these codes in order.

    Own words beside codes are left out: they have a cell of their own, as a text has.
    """
    value = answer.value
    if answer.missing:
        return f"[{answer.missing}] {_plain(answer.why)}".rstrip()
    if "number" in value:
        return number_text(str(value["number"]))
    if "date" in value:
        return str(value["date"])
    if "options" in value:
        chosen = SEPARATOR.join(code for code in options if code in value["options"])
        none = NONE if kind == "multiple" else ""
        return guarded(chosen, always=kind in NUMBER_KINDS) if chosen else none
    return "" if options else guarded(_plain(str(value.get("text", ""))))


def from_cell(kind: str, options: Sequence[str], cell: str, states: frozenset[str]) -> CellAnswer | None:
    """The answer a cell holds; None for an empty one. Raises CellError."""
    cell = _plain(cell)
    if not cell:
        return None
    if state := _state(cell, states):
        return CellAnswer(missing=state[0], why=state[1])
    if cell == NONE and kind == "multiple":
        return CellAnswer({"options": []})
    bare, text = not cell.startswith("'"), cell.removeprefix("'")
    if kind in NUMBER_KINDS and bare:
        return CellAnswer({"number": number_text(text)})
    if kind == "date" and _DATE.fullmatch(text):
        return CellAnswer({"date": text})
    if kind in OPTION_KINDS or kind in NUMBER_KINDS or options:
        return CellAnswer({"options": _codes(kind, options, text)})
    if kind == "text":
        return CellAnswer({"text": text})
    raise CellError(f"{text!r} is no date: write it as 2026-11-23")


def number_text(text: str) -> str:
    """A number as it is written: digits and a full stop, no exponent, no needless noughts. Raises CellError."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise CellError(f"{text!r} is no number") from None
    if not number.is_finite():
        raise CellError(f"{text!r} is no number")
    plain = f"{number:f}" if number else "0"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _state(cell: str, states: frozenset[str]) -> tuple[str, str] | None:
    match = _STATE.fullmatch(cell)
    return (match[1], match[2] or "") if match and match[1] in states else None


def _codes(kind: str, options: Sequence[str], text: str) -> list[str]:
    given = [code.strip() for code in text.split(SEPARATOR)]
    if unknown := [code for code in given if code not in options]:
        raise CellError(f"unknown option {unknown[0]!r}; known are {', '.join(options)}")
    if len(given) > 1 and kind not in ("multiple", "text"):
        raise CellError(f"{text!r}: only one of the options may be given")
    return [code for code in options if code in given]
