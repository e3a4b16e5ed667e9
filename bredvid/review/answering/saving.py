"""Saves what a page sent, question by question: what can be saved is, and what cannot is told and kept as typed.

Each answer is a transaction of its own (fieldwork/saving.py). A page sends all its answers back, also those nobody
touched; what is sent back as it was seen is no answer and writes nothing, whatever others have written meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from bredvid.review.answering.given import EXPLAINED, Given, reason_in
from bredvid.review.answering.standing import Standing, fulfils
from bredvid.review.expressions import Form, Value as TypedValue
from bredvid.review.expressions.hearing import heard
from bredvid.review.fieldwork.saving import Conflict, NotOpen, save_answer
from bredvid.review.fieldwork.values import CHOSEN_REASONS, Value, ValueRefused, checked
from bredvid.review.models import Case, Entry, Missing, Question


class Result(StrEnum):
    """What became of an answer."""

    SAVED = "saved"
    SAME = "same"
    CONFLICT = "conflict"
    REFUSED = "refused"
    CLOSED = "closed"


# Where what was typed is not what is stored, so that it has to be shown again.
UNSAVED = (Result.CONFLICT, Result.REFUSED, Result.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one answer: `entry` is what holds now, `message` says why it was refused."""

    given: Given
    result: Result
    entry: Entry | None
    message: str = ""


@dataclass(frozen=True)
class _Answer:
    value: Value
    missing: str
    why: str


def save_page(standing: Standing, questions: Sequence[Question], given: Mapping[str, Given]) -> dict[str, Outcome]:
    """Saves what was sent for these questions, in their order. By question code, what became of each."""
    known = dict(standing.known)
    outcomes: dict[str, Outcome] = {}
    for question in questions:
        if question.code not in given:
            continue
        held = standing.entries.get(question.code)
        outcome = _save(standing, question, given[question.code], held, known)
        outcomes[question.code] = outcome
        if outcome.entry is not None:
            asked = standing.form.by_code[question.code]
            known[question.code] = heard(asked, outcome.entry.value, outcome.entry.missing)
    return outcomes


def _save(
    standing: Standing, question: Question, given: Given, held: Entry | None, known: Mapping[str, TypedValue]
) -> Outcome:
    try:
        answer = _answer(question, given)
        if not given.touched and _is_as_seen(standing.case, question, given, answer, held):
            return Outcome(given=given, result=Result.SAME, entry=held)
        _refuse_what_breaks_a_rule(standing.form, question, answer, known)
        saved = save_answer(
            case=standing.case, question=question, value=answer.value, missing=answer.missing, why=answer.why,
            seen=given.seen,
        )  # fmt: skip
    except ValueRefused as refused:
        return Outcome(given=given, result=Result.REFUSED, entry=held, message=str(refused))
    except Conflict as conflict:
        return Outcome(given=given, result=Result.CONFLICT, entry=conflict.current)
    except NotOpen:
        return Outcome(given=given, result=Result.CLOSED, entry=held)
    return Outcome(given=given, result=Result.SAVED if saved.written else Result.SAME, entry=saved.entry)


def _answer(question: Question, given: Given) -> _Answer:
    if given.reason and given.reason not in CHOSEN_REASONS:
        raise ValueRefused(_("“%(reason)s” is no reason for not answering.") % {"reason": given.reason[:40]})
    value, missing = checked(question, given.value(question), given.reason)
    reason = reason_in(question, value, missing)
    # Why stands beside a reason only; what is left in its field from another choice is not the municipality's word.
    return _Answer(value, missing, given.why if reason in (*EXPLAINED, Missing.REFUSED.value) else "")


def _is_as_seen(case: Case, question: Question, given: Given, answer: _Answer, held: Entry | None) -> bool:
    seen = held
    if held is not None and held.revision != given.seen:
        seen = Entry.objects.filter(case=case, question=question, revision=given.seen).first()
    if seen is None:
        return answer == _Answer({}, Missing.BLANK.value, "")
    value = seen.value
    if question.coded and "text" in value:
        # Codes that staff set for these very words stay with them.
        value = {"text": value["text"]}
    return answer == _Answer(value, seen.missing, seen.why)


def _refuse_what_breaks_a_rule(
    form: Form, question: Question, answer: _Answer, known: Mapping[str, TypedValue]
) -> None:
    if not fulfils(form, question.code, known, answer.value):
        raise ValueRefused(
            question.label("constraint_message")
            or _("This answer does not fit the question's condition. Look at it again.")
        )
