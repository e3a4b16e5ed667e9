"""The columns that a round's questions make in the table of municipalities."""

from collections.abc import Iterable, Iterator

from bredvid.report.data.dictionary import code_list, entry_of
from bredvid.report.data.values import Code, Column, Kind
from bredvid.review.models import Option, Question


def asked_with_options(questions: Iterable[Question]) -> list[Question]:
    """Questions whose answers are codes. Registers are no answers, and free text is not published: it may identify."""
    return [question for question in questions if question.kind != Question.Kind.REGISTER and question.options.all()]


def columns_of_questions(questions: Iterable[Question]) -> tuple[Column, ...]:
    """For each question its value, or a column for each answer where several may hold, and why there is none."""
    return tuple(column for question in questions for column in _columns(question))


def value_name(question: Question) -> str:
    """The column of a question that takes one answer: its code."""
    return str(question.code).replace("-", "_")


def choice_name(question: Question, option: Option) -> str:
    """The column of one answer to a question that takes several."""
    return f"{value_name(question)}__{option.code.replace('-', '_')}"


def missing_name(question: Question) -> str:
    """The column that says why a question has no answer."""
    return f"{value_name(question)}_missing"


def takes_several(question: Question) -> bool:
    """Whether several answers may hold at once."""
    return question.kind == Question.Kind.MULTIPLE


def _columns(question: Question) -> Iterator[Column]:
    options = list(question.options.all())
    if takes_several(question):
        for option in options:
            yield _column("choice", choice_name(question, option), "boolean", question, option=option)
    elif question.is_number:
        yield _column("number", value_name(question), "number", question)
    elif question.kind == Question.Kind.DATE:
        yield _column("date", value_name(question), "text", question)
    else:
        codes = tuple(Code(option.code, option.label_sv, option.label_en) for option in options)
        yield _column("value", value_name(question), "text", question, codes=codes)
    yield _column("missing", missing_name(question), "text", question, codes=code_list("missing"))


def _column(
    what: str, name: str, kind: Kind, question: Question, *, codes: tuple[Code, ...] = (), option: Option | None = None
) -> Column:
    words = entry_of("questions_of_a_round")[what]
    sv = {"short": question.short_sv, "text": question.text_sv, "answer": option.label_sv if option else ""}
    en = {"short": question.short_en, "text": question.text_en, "answer": option.label_en if option else ""}
    return Column(
        name=name,
        kind=kind,
        title_sv=words["title_sv"].format(**sv),
        title_en=words["title_en"].format(**en),
        about_sv=words["about_sv"].format(**sv),
        about_en=words["about_en"].format(**en),
        codes=codes,
    )
