"""Which columns the answers file of a questionnaire has, and how a row's cells and a case's answers become each other.

Pure; docs/reference/answers-file.md says the same in words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bredvid.review.answers_file.cells import CellAnswer, CellError, from_cell, to_cell
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


def answers_of(
    columns: Sequence[Column], cells: Sequence[str], states: Collection[str]
) -> Iterator[tuple[Column, CellAnswer | CellError]]:
    """What the cells of one row say, question by question; an error in the place of what cannot be understood.

    Own words beside codes are put together with them. A question whose cells are empty is not among them.
    """
    found: dict[str, tuple[Column, CellAnswer | CellError]] = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            answer = _read(column, cell, frozenset(states))
        except CellError as error:
            found[column.question.code] = (column, error)
            continue
        if answer is not None:
            _, before = found.get(column.question.code, (column, CellAnswer()))
            found[column.question.code] = (column, _together(before, answer))
    yield from found.values()


def _cell(column: Column, answer: CellAnswer | None) -> str:
    if answer is None:
        return ""
    if column.words:
        words = {} if answer.missing else {"text": answer.value.get("text", "")}
        return to_cell("text", (), CellAnswer(words))
    return to_cell(column.question.kind, codes_of(column.question), answer)


def _read(column: Column, cell: str, states: frozenset[str]) -> CellAnswer | None:
    if column.words:
        return from_cell("text", (), cell, states)
    return from_cell(column.question.kind, codes_of(column.question), cell, states)


def _together(before: CellAnswer | CellError, words: CellAnswer) -> CellAnswer | CellError:
    if isinstance(before, CellError):
        return before
    if before.missing or words.missing:
        return before if before.missing else words
    return CellAnswer({**before.value, **words.value})
