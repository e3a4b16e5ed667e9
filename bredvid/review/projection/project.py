"""What of a municipality's answers may leave the fieldwork. Pure: the one place that decides it.

An exact count of persons becomes its band, own words become "has answered" or the codes set for them, and what was
answered to a question that was not put is left behind. Nothing that is not named here goes out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bredvid.review.expressions.form import NOT_PUT, Form, FormQuestion
from bredvid.review.expressions.hearing import heard, offered
from bredvid.review.expressions.relevance import relevance
from bredvid.review.rules.bands import BAND_CODES, band_of

ANSWERED = "angivet"
NOT_ASKED, BLANK, UNCODABLE = "not_asked", "blank", "uncodable"


class NotProjectable(ValueError):  # noqa: N818 (says what happened)
    """An entry that the questionnaire does not allow. It should have been refused when it was entered."""


@dataclass(frozen=True)
class Given:
    """The entry that holds: a value in plain form (see models/entry.py), or why there is none."""

    value: Mapping[str, Any] = field(default_factory=dict)
    missing: str = ""


@dataclass(frozen=True)
class Projected:
    """One answer of the analysis: an option, perhaps with a number or a date that is no count of persons; or neither.

    Neither option nor `missing` means that the answer is known and is none of the options.
    """

    question: str
    option: str | None = None
    number: Decimal | None = None
    day: date | None = None
    missing: str = ""


def project(form: Form, entries: Mapping[str, Given]) -> list[Projected]:
    """The analysis answers of one municipality that took part, in the order of the questions.

    `entries` are by question code. Every question that can be put gives at least one row: a question that does not
    concern the municipality gives "not asked" whatever was entered, one it left gives "left blank".
    Raises NotProjectable for an unknown question or option, and for a number no band holds.
    """
    if unknown := entries.keys() - form.by_code.keys():
        raise NotProjectable(f"no question {', '.join(sorted(unknown))} in {form.code} v{form.version}")
    put = relevance(form, {code: heard(form.by_code[code], each.value, each.missing) for code, each in entries.items()})
    rows: list[Projected] = []
    for question in form.questions:
        if question.kind in NOT_PUT:
            continue
        if not put[question.code]:
            rows.append(Projected(question.code, missing=NOT_ASKED))
        else:
            rows += _answer(question, entries.get(question.code, Given(missing=BLANK)))
    return rows


def _answer(question: FormQuestion, given: Given) -> list[Projected]:
    if given.missing:
        return [_without_value(question, given.missing)]
    value = given.value
    if "number" in value:
        return [_number(question, str(value["number"]))]
    if options := value.get("options"):
        return _options(question, options)
    if "options" in value and question.kind == "multiple" and "text" not in value:
        return [Projected(question.code)]
    if "date" in value:
        return [Projected(question.code, _answered(question), day=_day(question, value["date"]))]
    if value.get("text"):
        return [_own_words(question)]
    return [Projected(question.code, missing=BLANK)]


def _without_value(question: FormQuestion, missing: str) -> Projected:
    option = offered(question, missing)
    return Projected(question.code, option, missing="" if option else missing)


def _options(question: FormQuestion, codes: list[str]) -> list[Projected]:
    several = question.kind in ("multiple", "text")
    if len(codes) != len(set(codes)) or (len(codes) > 1 and not several):
        raise NotProjectable(f"{question.code} cannot have the answers {', '.join(codes)}")
    return [Projected(question.code, _known(question, code)) for code in codes]


def _own_words(question: FormQuestion) -> Projected:
    """The words themselves stay in the field. Where codes are set for them, words without a code are not coded yet."""
    if any(option.code != ANSWERED and not option.missing for option in question.options):
        return Projected(question.code, missing=UNCODABLE)
    return Projected(question.code, _answered(question))


def _answered(question: FormQuestion) -> str | None:
    """That it was answered is an option where the questionnaire has no other (see with_answered)."""
    return ANSWERED if not question.options or question.option(ANSWERED) else None


def _number(question: FormQuestion, text: str) -> Projected:
    number = _decimal(question, text)
    if question.kind == "count" or (question.persons and _has_bands(question)):
        return Projected(question.code, _known(question, _band(question, number)))
    return Projected(question.code, _answered(question), number=None if question.persons else number)


def _has_bands(question: FormQuestion) -> bool:
    return any(question.option(code) for code in BAND_CODES)


def _band(question: FormQuestion, number: Decimal) -> str:
    """The message leaves the number out: it may be a count of persons, and messages end up in logs."""
    if number != number.to_integral_value() or number < 0:
        raise NotProjectable(f"{question.code}: the number is no count")
    return band_of(int(number))


def _decimal(question: FormQuestion, text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise NotProjectable(f"{question.code}: the value is no number") from None
    if not number.is_finite():
        raise NotProjectable(f"{question.code}: the value is no number")
    return number


def _day(question: FormQuestion, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotProjectable(f"{question.code}: the value is no date") from None


def _known(question: FormQuestion, code: str) -> str:
    if question.option(code) is None:
        raise NotProjectable(f"{question.code} has no answer {code!r}")
    return code
