"""What an answer may be: one question's value checked and put in its one written form. Pure but for the model's shape.

A value is {"options": [codes]}, {"number": "12.5"}, {"text": "…"} or {"date": "2026-11-23"}; a coded question may have
text and options, a count its number and its band. Two equal answers are always written alike, so that saving the same
answer twice changes nothing.
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from bredvid.review.models import Missing, Option, Question
from bredvid.review.rules.bands import band_of

Value = dict[str, Any]

LONGEST_TEXT = 10_000
LARGEST_NUMBER = Decimal(10) ** 12
# Why a municipality itself may leave a question; the other reasons follow from what happened.
CHOSEN_REASONS = (Missing.DONT_KNOW, Missing.NO_STATISTICS, Missing.REFUSED, Missing.BLANK)


class ValueRefused(ValueError):  # noqa: N818 (says what happened)
    """The answer cannot be stored. The message says why and what would do, in the reader's language."""


def checked(question: Question, value: Value, missing: str = "") -> tuple[Value, str]:
    """The value in its written form, and why there is none: ({}, "blank") for an empty answer.

    `question` should have its options at hand (prefetched). Raises ValueRefused.
    """
    given = {name: part for name, part in value.items() if part not in ("", [], None)}
    if missing:
        return _without_value(given, missing)
    if not given:
        return {}, Missing.BLANK.value
    return _checked(question, given), ""


def _without_value(given: Value, missing: str) -> tuple[Value, str]:
    if given:
        raise ValueRefused(_("There is both an answer and a reason for not answering. Keep one of them."))
    if missing not in Missing.values:
        raise ValueRefused(_("“%(reason)s” is no reason for not answering.") % {"reason": missing})
    return {}, missing


def _checked(question: Question, given: Value) -> Value:
    kind = Question.Kind(question.kind)
    if kind in (Question.Kind.NOTE, Question.Kind.REGISTER):
        raise ValueRefused(_("This is not answered here."))
    allowed = _ALLOWED[kind] | ({"text", "options"} if question.coded else set())
    if unknown := given.keys() - allowed:
        raise ValueRefused(_("This question does not take “%(part)s”.") % {"part": ", ".join(sorted(unknown))})
    result = {name: _PARTS[name](question, part) for name, part in given.items()}
    if kind == Question.Kind.COUNT and "number" in result:
        return _with_band(result)
    return result


def _options(question: Question, part: Any) -> list[str]:
    known = {option.code: option for option in question.options.all()}
    codes = part if isinstance(part, list) else [part]
    if unknown := [str(code) for code in codes if code not in known]:
        raise ValueRefused(_("“%(code)s” is not one of the answers.") % {"code": unknown[0]})
    several = question.kind == Question.Kind.MULTIPLE or (
        question.kind == Question.Kind.TEXT and question.exclusivity == Question.Exclusivity.MULTIPLE
    )
    if len(set(codes)) > 1 and not several:
        raise ValueRefused(_("Only one answer can be chosen here."))
    _refuse_answer_with_reason([known[code] for code in set(codes)])
    return [code for code in known if code in codes]


def _refuse_answer_with_reason(options: list[Option]) -> None:
    if len(options) > 1 and (reason := next((option for option in options if option.missing), None)):
        raise ValueRefused(
            _("“%(label)s” cannot be chosen together with other answers.") % {"label": reason.label("label")}
        )


def _number(question: Question, part: Any) -> str:
    text = str(part).strip().replace("\u00a0", "").replace(" ", "").replace("−", "-")
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise ValueRefused(_("“%(text)s” is not a number. Write it in digits.") % {"text": str(part)[:40]}) from None
    if not number.is_finite() or abs(number) > LARGEST_NUMBER:
        raise ValueRefused(_("The number is too large."))
    whole = question.kind in (Question.Kind.COUNT, Question.Kind.INTEGER)
    if whole and number != number.to_integral_value():
        raise ValueRefused(_("Write a whole number, without decimals."))
    if question.kind == Question.Kind.COUNT and number < 0:
        raise ValueRefused(_("A count cannot be less than nought. Write nought or more."))
    if number != round(number, 6):
        raise ValueRefused(_("Write at most six decimals."))
    return format(number.normalize(), "f") if number else "0"


def _text(question: Question, part: Any) -> str:
    text = str(part).replace("\r\n", "\n").replace("\x00", "").strip()
    if len(text) > LONGEST_TEXT:
        raise ValueRefused(
            _("The text has %(length)d characters; there is room for %(most)d.")
            % {"length": len(text), "most": LONGEST_TEXT}
        )
    return text


def _date(question: Question, part: Any) -> str:
    try:
        return date.fromisoformat(str(part).strip()).isoformat()
    except ValueError:
        raise ValueRefused(_("“%(text)s” is not a date. Write it as 2026-11-23.") % {"text": str(part)[:40]}) from None


def _with_band(result: Value) -> Value:
    band = band_of(int(result["number"]))
    if result.get("options", [band]) != [band]:
        raise ValueRefused(_("The number and the chosen range do not agree. Change one of them."))
    return {**result, "options": [band]}


_PARTS = {"options": _options, "number": _number, "text": _text, "date": _date}
_ALLOWED: dict[Question.Kind, set[str]] = {
    Question.Kind.SINGLE: {"options"},
    Question.Kind.ORDINAL: {"options"},
    Question.Kind.MULTIPLE: {"options"},
    Question.Kind.COUNT: {"options", "number"},
    Question.Kind.INTEGER: {"number"},
    Question.Kind.DECIMAL: {"number"},
    Question.Kind.DATE: {"date"},
    Question.Kind.TEXT: {"text"},
}
