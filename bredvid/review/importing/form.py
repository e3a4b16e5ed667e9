"""A round's questionnaire as the import needs it: which questions can be answered, and which must be."""

from bredvid.review.models import Fieldwork, Option, Question
from bredvid.review.questionnaire_documents import ANSWERED

_NEVER = (Question.Kind.NOTE, Question.Kind.REGISTER)


def questions_of(fieldwork: Fieldwork) -> dict[str, Question]:
    """The questions that take answers, by code in the questionnaire's order, with their options at hand."""
    rows = Question.objects.filter(section__questionnaire=fieldwork.questionnaire_id).exclude(kind__in=_NEVER)
    ordered = rows.select_related("section").prefetch_related("options").order_by("section__order", "order")
    return {question.code: question for question in ordered}


def choices_of(question: Question) -> dict[str, Option]:
    """The options that somebody can choose, by code; that it was answered at all is none of them."""
    return {option.code: option for option in question.options.all() if option.code != ANSWERED["code"]}


def has_words(question: Question) -> bool:
    """Whether own words stand beside codes."""
    return bool(choices_of(question)) and (question.coded or question.kind == Question.Kind.TEXT)


def always_required(questions: dict[str, Question]) -> frozenset[str]:
    """The codes of questions that everybody must answer: required, and put whatever else was answered."""
    return frozenset(
        code
        for code, question in questions.items()
        if question.required
        and not question.relevant
        and not question.section.relevant
        and question.depends_on_id is None
    )
