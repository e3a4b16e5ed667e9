"""Every figure of a round in the field, counted a second time: case by case over the raw entries, with nothing of ours.

It is slow and plain on purpose. Where it and the review differ, one of them is wrong.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.random_rounds import Asked, Condition, Place, RandomRound, Written

FREE = ("integer", "decimal", "date", "text")


@dataclass(frozen=True)
class Known:
    """What is known of one municipality's answer to one question that was put to it."""

    valid: bool
    options: frozenset[str] = frozenset()
    number: Decimal | None = None
    day: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Expected:
    """The figures of one question."""

    asked: int
    valid: int
    frame: int
    counts: dict[str, int]
    numbers: tuple[Decimal, ...] = ()


def took_part(place: Place) -> bool:
    return place.state in ("submitted", "reopened") or place.partial


def holding(place: Place, code: str) -> Written | None:
    """The revision that counts: the last one, but not what a municipality has changed since it handed in."""
    kept = [each for each in place.entries.get(code, ()) if not (each.late and each.origin == "link")]
    return kept[-1] if kept else None


def codes_of(asked: Asked) -> list[str]:
    return [code for code, _ in asked.options] or (["angivet"] if asked.kind in FREE else [])


def is_follow_up(round_: RandomRound, asked: Asked) -> bool:
    in_section = round_.section is not None and asked is not round_.questions[0]
    return bool(asked.relevant or asked.hangs_on or in_section)


def facts(round_: RandomRound, place: Place) -> dict[str, Known | None]:
    """What one municipality that took part is known to have answered; None where the question was not put to it."""
    found: dict[str, Known | None] = {}
    said: dict[str, Any] = {}
    for at, asked in enumerate(round_.questions):
        conditions = [asked.relevant] if asked.relevant else []
        conditions += [("has", *asked.hangs_on)] if asked.hangs_on else []
        conditions += [round_.section] if round_.section and at else []
        if all(holds(each, said) for each in conditions):
            written = holding(place, asked.code)
            found[asked.code] = known(asked, written)
            said[asked.code] = heard(asked, written)
        else:
            found[asked.code] = None
    return found


def heard(asked: Asked, written: Written | None) -> Any:
    """What conditions hear of an answer: a set of options, a number, a text; None where there is nothing."""
    if written is None:
        return None
    if written.missing:
        offered = {code for code, why in asked.options if why == written.missing}
        return offered or None
    if "options" in written.value:
        return set(written.value["options"]) or None
    if "number" in written.value:
        return Decimal(written.value["number"])
    return written.value.get("text") or written.value.get("date")


def holds(condition: Condition, said: dict[str, Any]) -> bool:
    match condition:
        case ("not", inner):
            return not holds(inner, said)
        case ("and", left, right):
            return holds(left, said) and holds(right, said)
        case ("or", left, right):
            return holds(left, said) or holds(right, said)
        case ("answered", code):
            return said.get(code) is not None
        case ("has", code, option):
            return isinstance(said.get(code), set) and option in said[code]
        case ("over", code, limit):
            return isinstance(said.get(code), Decimal) and said[code] > limit
    raise AssertionError(condition)


def known(asked: Asked, written: Written | None) -> Known:
    """What may be known outside of a written answer."""
    if written is None:
        return Known(valid=False, missing="blank")
    if written.missing:
        for code, why in asked.options:
            if why == written.missing:
                return Known(valid=True, options=frozenset((code,)))
        return Known(valid=False, missing=written.missing)
    value = written.value
    if "options" in value:
        return Known(valid=True, options=frozenset(value["options"]))
    if asked.kind in ("single", "multiple"):
        return Known(valid=False, missing="uncodable")
    answered = frozenset(() if asked.options else ("angivet",))
    if "number" in value:
        return Known(valid=True, options=answered, number=None if asked.persons else Decimal(value["number"]))
    return Known(valid=True, options=answered, day=value.get("date", ""))


def expected(round_: RandomRound, asked: Asked, places: list[Place], *, closed: bool = False) -> Expected:
    """The figures of a question among some of the places. `closed`: nobody outside of those asked is spoken of."""
    answers = [facts(round_, place)[asked.code] for place in places if took_part(place)]
    put = [answer for answer in answers if answer is not None]
    if not is_conditional(round_, asked) and asked.hangs_on is None:
        assert len(put) == len(answers)
    # A condition's question that an import says was not asked was not asked.
    if is_conditional(round_, asked):
        put = [answer for answer in put if answer.missing != "not_asked"]
    valid = [answer for answer in put if answer.valid]
    frame = len(put) if closed or is_follow_up(round_, asked) else len(places)
    counts = {code: sum(code in answer.options for answer in valid) for code in codes_of(asked)}
    numbers = tuple(sorted(answer.number for answer in valid if answer.number is not None))
    return Expected(len(put), len(valid), frame, counts, numbers)


def is_conditional(round_: RandomRound, asked: Asked) -> bool:
    return bool(asked.relevant) or (round_.section is not None and asked is not round_.questions[0])


def quartiles(numbers: tuple[Decimal, ...]) -> list[Fraction]:
    """Lowest, lower quartile, median, upper quartile, highest: the middle of the list, and of each side of it.

    The value at a quarter of the way, or midway between two where the way ends between them.
    """
    found = []
    for quarters in (1, 2, 3):
        whole, rest = divmod(quarters * len(numbers), 4)
        found.append(
            Fraction(numbers[whole]) if rest else (Fraction(numbers[whole - 1]) + Fraction(numbers[whole])) / 2
        )
    return [Fraction(numbers[0]), *found, Fraction(numbers[-1])]
