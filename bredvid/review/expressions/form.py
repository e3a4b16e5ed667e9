"""A questionnaire as the pages and the projection need it: light, without a database, its expressions parsed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bredvid.review.expressions.nodes import Expression
from bredvid.review.expressions.parsing import parse

# Nobody is asked these: a note is read, a register is looked up.
NOT_PUT = frozenset({"note", "register"})


@dataclass(frozen=True)
class FormOption:
    """An answer that can be given. `missing` names why it is no value, and is empty where it is one."""

    code: str
    label_sv: str
    label_en: str
    missing: str = ""

    def label(self, language: str) -> str:
        """Its label in "sv" or "en"; Swedish where English is empty."""
        return (language == "en" and self.label_en) or self.label_sv


@dataclass(frozen=True)
class FormQuestion:
    """A question. `number` is the one that readers see: 1, 2, 3 over all that are put; None for what is not put."""

    code: str
    kind: str
    section: str
    number: int | None
    short_sv: str
    short_en: str
    options: tuple[FormOption, ...]
    relevant: Expression | None
    section_relevant: Expression | None
    depends_on: tuple[str, str] | None
    required: bool
    constraint: Expression | None
    constraint_message_sv: str
    constraint_message_en: str
    persons: bool
    coded: bool

    def short(self, language: str) -> str:
        """Its short name in "sv" or "en"."""
        return (language == "en" and self.short_en) or self.short_sv

    def option(self, code: str) -> FormOption | None:
        """The option of that code, if there is one."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True)
class Form:
    """A questionnaire's questions in the order they are put."""

    code: str
    version: int
    questions: tuple[FormQuestion, ...]

    @cached_property
    def by_code(self) -> Mapping[str, FormQuestion]:
        """The questions by their codes."""
        return {question.code: question for question in self.questions}


def form_from(questionnaire: Mapping[str, Any]) -> Form:
    """The form of a questionnaire in plain values (questionnaire_documents.py). Raises ExpressionError.

    A questionnaire that is read from a file goes through `check_questionnaire` first, which names every mistake.
    """
    questions: list[FormQuestion] = []
    number = 0
    for section in questionnaire["sections"]:
        for row in section["questions"]:
            put = row["kind"] not in NOT_PUT
            number += put
            questions.append(_question(row, section, number if put else None))
    return Form(questionnaire["code"], questionnaire["version"], tuple(questions))


def _question(row: Mapping[str, Any], section: Mapping[str, Any], number: int | None) -> FormQuestion:
    return FormQuestion(
        code=row["code"], kind=row["kind"], section=section["code"], number=number,
        short_sv=row["short_sv"], short_en=row["short_en"], options=_options(row["options"]),
        relevant=_parsed(row["relevant"]), section_relevant=_parsed(section["relevant"]),
        depends_on=dependency(row["depends_on"]), required=row["required"], constraint=_parsed(row["constraint"]),
        constraint_message_sv=row["constraint_message_sv"], constraint_message_en=row["constraint_message_en"],
        persons=row["persons"], coded=row["coded"],
    )  # fmt: skip


def _options(rows: Sequence[Mapping[str, Any]]) -> tuple[FormOption, ...]:
    return tuple(FormOption(row["code"], row["label_sv"], row["label_en"], row["missing"]) for row in rows)


def _parsed(text: str) -> Expression | None:
    return parse(text) if text.strip() else None


def dependency(text: str | None) -> tuple[str, str] | None:
    """`q2.ja` as ("q2", "ja"): the question and the option that a follow-up hangs on."""
    if not text:
        return None
    question, _, option = text.partition(".")
    return question, option
