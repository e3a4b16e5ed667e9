"""Which columns the answers file of a questionnaire has, and what stands in the cells of a case.

Pure; docs/reference/answers-file.md says the same in words. Importing reads the file as it reads any other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bredvid.review.answers_file.cells import CellAnswer, to_cell
from bredvid.review.expressions.form import NOT_PUT, Form, FormQuestion
from bredvid.review.questionnaire_documents import ANSWERED

PLACE, NAME = "kod", "kommun"
WORDS = ":text"


@dataclass(frozen=True)
class Column:
    """A column of answers: a question's answer, or the own words beside its codes."""

    question: FormQuestion
    words: bool = False

    @property
    def name(self) -> str:
        """What stands in the header."""
        return f"{self.question.code}{WORDS}" if self.words else self.question.code


def columns_of(form: Form) -> list[Column]:
    """The columns after `kod` and `kommun`, in the questionnaire's order."""
    columns = []
    for question in form.questions:
        if question.kind not in NOT_PUT:
            columns.append(Column(question))
            if has_words(question):
                columns.append(Column(question, words=True))
    return columns


def has_words(question: FormQuestion) -> bool:
    """Whether own words stand beside codes, so that they need a column of their own."""
    return bool(codes_of(question)) and (question.coded or question.kind == "text")


def codes_of(question: FormQuestion) -> tuple[str, ...]:
    """The codes that can be chosen; that it was answered is none that anybody chooses."""
    return tuple(option.code for option in question.options if option.code != ANSWERED["code"])


def cells_of(columns: Sequence[Column], answers: Mapping[str, CellAnswer]) -> list[str]:
    """The cells of one case, by the columns. Empty where nothing was ever entered."""
    return [_cell(column, answers.get(column.question.code)) for column in columns]


def _cell(column: Column, answer: CellAnswer | None) -> str:
    if answer is None:
        return ""
    if column.words:
        words = {} if answer.missing else {"text": answer.value.get("text", "")}
        return to_cell("text", (), CellAnswer(words))
    return to_cell(column.question.kind, codes_of(column.question), answer)
