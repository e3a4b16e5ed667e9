"""Questionnaires from the database: as plain values, and as the light form that pages and figures ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model

from bredvid.review.documents import Row
from bredvid.review.expressions import Form, form_from
from bredvid.review.models import Question, Questionnaire, Section
from bredvid.review.questionnaire_documents import ANSWERED, OPTION, OWN_VALUE, QUESTION, QUESTIONNAIRE, SECTION


def form_of(questionnaire: Questionnaire, sections: Sequence[Section] | None = None) -> Form:
    """The form of a stored questionnaire. `sections` are those of `sections_of`, where they were read already."""
    return form_from(row_of(questionnaire, sections))


def sections_of(questionnaire: Questionnaire) -> list[Section]:
    """The sections of a questionnaire in order, with their questions and options at hand."""
    sections = questionnaire.sections.prefetch_related("questions__options", "questions__depends_on__question")
    return list(sections.order_by("order"))


def row_of(questionnaire: Questionnaire, sections: Sequence[Section] | None = None) -> Row:
    """A stored questionnaire as plain values, as `read_questionnaire` gave them: what `store_questionnaire` takes."""
    rows = []
    for section in sections_of(questionnaire) if sections is None else sections:
        questions = [_question(each) for each in section.questions.all()]
        rows.append(_fields(section, SECTION, leave={"question"}) | {"order": section.order, "questions": questions})
    return _fields(questionnaire, QUESTIONNAIRE) | {"sections": rows}


def _question(question: Question) -> Row:
    options = [_fields(each, OPTION) | {"order": each.order} for each in question.options.all()]
    row = _fields(question, QUESTION, leave={"options", "depends_on"})
    parent = question.depends_on
    row["depends_on"] = f"{parent.question.code}.{parent.code}" if parent else None
    # `angivet` is added when a questionnaire is stored; nobody wrote it.
    row["options"] = [] if question.kind in OWN_VALUE and options == [{**ANSWERED, "order": 1}] else options
    return row


def _fields(item: Model, fields: Mapping[str, Any], leave: frozenset[str] | set[str] = frozenset()) -> Row:
    return {name: getattr(item, name) for name in fields if name not in leave}
