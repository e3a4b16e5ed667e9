"""A form in a few words, and a round in the field with what was entered."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bredvid.review.expressions.form import Form, form_from
from bredvid.review.models import Case, Entry, Fieldwork, Question, Questionnaire
from bredvid.review.questionnaire_documents import with_answered
from bredvid.review.storing.questionnaires import store_questionnaire
from bredvid.review.tests import makers

BANDS = ("0-5", "6-14", "15-30", "over-30")
Row = dict[str, Any]


def option(code: str, order: int, missing: str = "") -> Row:
    return {
        "code": code, "order": order, "label_sv": code, "label_en": code, "tone": "neutral", "missing": missing,
        "inferred": False,
    }  # fmt: skip


def question(code: str, kind: str = "single", options: tuple[str, ...] = (), **values: Any) -> Row:
    """A question in plain form. An option written as `vet-ej:dont_know` is a reason why there is no value."""
    pairs = [each.partition(":") for each in options]
    defaults: Row = {
        "code": code, "kind": kind, "exclusivity": "multiple" if kind == "multiple" else "exclusive", "coded": False,
        "inferred": False, "depends_on": None, "persons": False, "required": False, "recommendation": "",
        **{f"{name}_{language}": code for name in ("short", "text") for language in ("sv", "en")},
        **{f"{name}_{language}": "" for name in ("hint", "note", "unit") for language in ("sv", "en")},
        "relevant": "", "constraint": "", "constraint_message_sv": "", "constraint_message_en": "",
        "options": [option(name, at, missing) for at, (name, _, missing) in enumerate(pairs, start=1)],
    }  # fmt: skip
    return with_answered(defaults | values)


def document(*questions: Row, relevant: str = "") -> Row:
    """A questionnaire in plain form. With `relevant` all but the first stand in a section that has it."""
    parts = (("a", questions[:1], ""), ("b", questions[1:], relevant)) if relevant else (("a", questions, ""),)
    sections = [
        {
            "code": code, "order": order, "title_sv": code, "title_en": code, "text_sv": "", "text_en": "",
            "relevant": condition, "questions": [dict(row) for row in rows],
        }
        for order, (code, rows, condition) in enumerate(parts, start=1)
    ]  # fmt: skip
    return {
        "code": "prov", "version": 1, "title_sv": "Prov", "title_en": "Trial", "reconstructed": False,
        "intro_sv": "", "intro_en": "", "sections": sections,
    }  # fmt: skip


def form(*questions: Row, relevant: str = "") -> Form:
    return form_from(document(*questions, relevant=relevant))


def fieldwork(*questions: Row, relevant: str = "", **values: Any) -> Fieldwork:
    """A round in the field with that questionnaire and nobody in it yet."""
    store_questionnaire(document(*questions, relevant=relevant))
    fields: Row = {"code": "p26", "title_sv": "Prov", "title_en": "Trial", "year": 2026, "state": "open"} | values
    return Fieldwork.objects.create(questionnaire=Questionnaire.objects.get(code="prov", version=1), **fields)


def case(in_: Fieldwork, number: int, *, in_group: str = "A1", in_county: str = "01", **values: Any) -> Case:
    """A case; handed in unless told otherwise."""
    day = datetime(2026, 5, 1, 12, tzinfo=UTC)
    handed_in: Row = {"state": "submitted", "submitted_at": day, "first_submitted_at": day, "outcome": "complete"}
    return Case.objects.create(
        fieldwork=in_, code=f"{number:04}", name=f"Ort {number}", slug=f"ort-{number}",
        county=makers.county(in_county), group=makers.group(in_group), hex_row=number, hex_column=0,
        alphabetical=number, **(handed_in | values),
    )  # fmt: skip


UNTOUCHED: dict[str, Any] = {
    "state": "untouched", "submitted_at": None, "first_submitted_at": None, "outcome": "unknown",
}  # fmt: skip


def entry(by: Case, code: str, value: Mapping[str, Any] | None = None, missing: str = "", **values: Any) -> Entry:
    """What a case entered; a new revision takes over from the newest."""
    question_ = Question.objects.get(code=code, section__questionnaire=by.fieldwork.questionnaire_id)
    older = Entry.objects.filter(case=by, question=question_)
    older.update(superseded=True)
    fields: Row = {"origin": "link", "at": datetime(2026, 4, 1, tzinfo=UTC)} | values
    return Entry.objects.create(
        case=by, question=question_, revision=older.count() + 1, value=dict(value or {}), missing=missing, **fields
    )
