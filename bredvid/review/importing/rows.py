"""One row of a table as answers to questions. Pure but for the models' shape."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass

from bredvid.review.fieldwork.values import ValueRefused, checked
from bredvid.review.importing.mapping import Column, Mapping, Part
from bredvid.review.importing.meanings import Given, Meaning, chosen
from bredvid.review.models import Question
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.remembering import Remembered
from bredvid.sheets.tables import Cell, Odd, Row, Table


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that was not understood: in which column, what stands there, and what to say of it."""

    at: int
    error: NotUnderstood


class ColumnReader:
    """One column of one question; what a word means is worked out once."""

    def __init__(self, at: int, column: Column, meaning: Meaning) -> None:
        self.at, self.column = at, column
        self._remembered: Remembered[Given | None] = Remembered(meaning.of)

    def read(self, cell: Cell) -> Given | None:
        """What the cell means; None for nothing. Raises NotUnderstood."""
        return self._remembered.of(cell)

    def readings(self) -> list[tuple[str, str, str]]:
        """Words taken for something else than they are: (column, word, code or reason)."""
        return [
            (self.column.header, cell, given.read_as)
            for cell, given in self._remembered.understood()
            if given is not None and given.read_as and isinstance(cell, str)
        ]


class QuestionReader:
    """The columns of one question: one as a rule; a code and its words; or one for each option."""

    def __init__(self, question: Question, columns: list[tuple[int, Column]], mapping: Mapping) -> None:
        self.question = question
        self._options = [(at, column) for at, column in columns if column.option]
        self._words = {column.part: at for at, column in columns if column.part is not Part.ANSWER}
        self.answers = [
            ColumnReader(at, column, Meaning(question, column, mapping.missing, mapping.separator))
            for at, column in columns
            if column.part is Part.ANSWER and not column.option
        ]
        self._alone = self.answers[0] if len(columns) == 1 and self.answers else None
        self._reasons = Meaning(question, columns[0][1], mapping.missing, mapping.separator)

    def read(self, cells: tuple[Cell, ...], faults: list[Fault]) -> Given | None:
        """The answer of a row; None where it says nothing. What is not understood is added to `faults`."""
        at = 0
        try:
            if self._alone is not None:
                at = self._alone.at
                return self._alone.read(cells[at]) if at < len(cells) else None
            given = self._from_options(cells, faults)
            for reader in self.answers:
                at = reader.at
                given = reader.read(_cell(cells, at)) or given
            for part, at in self._words.items():
                given = self._with_words(given, part, _cell(cells, at))
        except NotUnderstood as error:
            faults.append(Fault(at, error))
            return None
        return given

    def _from_options(self, cells: tuple[Cell, ...], faults: list[Fault]) -> Given | None:
        codes, said = [], False
        for at, column in self._options:
            cell = _cell(cells, at)
            try:
                answer = chosen(cell, self.question, column.option)
            except NotUnderstood as error:
                reason = self._reason(cell)
                if reason is None:
                    faults.append(Fault(at, error))
                    return None
                return reason
            said = said or answer is not None
            if answer:
                codes.append(column.option)
        if not codes:
            return Given({"options": []}) if said else None
        return _put_together(self.question, {"options": codes})

    def _reason(self, cell: Cell) -> Given | None:
        try:
            given = self._reasons.of(cell)
        except NotUnderstood:
            return None
        return given if given and given.missing else None

    def _with_words(self, given: Given | None, part: Part, cell: Cell) -> Given | None:
        if not cell:
            return given
        if isinstance(cell, Odd) and cell.kind != "date":
            raise odd_cell(cell)
        words = cell.text if isinstance(cell, Odd) else cell.removeprefix("'")
        if part is Part.WHY:
            # Words of why stand only beside a reason for no answer.
            return Given(given.value, given.missing, words) if given and given.missing else given
        if given and given.missing:
            return given
        return _put_together(self.question, {**(given.value if given else {}), "text": words})


class RowReader:
    """Reads rows of one table by one mapping."""

    def __init__(self, table: Table, mapping: Mapping, questions: Dictionary[str, Question]) -> None:
        places = {name: at for at, name in enumerate(table.columns)}
        columns: dict[str, list[tuple[int, Column]]] = {}
        for column in mapping.columns:
            columns.setdefault(column.question, []).append((places[column.header], column))
        self.readers = {code: QuestionReader(questions[code], found, mapping) for code, found in columns.items()}

    def read(self, row: Row) -> tuple[dict[str, Given], list[Fault]]:
        """Question code → what the row says, and what was not understood."""
        faults: list[Fault] = []
        answers = {}
        for code, reader in self.readers.items():
            given = reader.read(row.cells, faults)
            if given is not None:
                answers[code] = given
        return answers, faults

    def readings(self) -> list[tuple[str, str, str]]:
        """Words taken for something else than they are, of all columns so far."""
        return [each for reader in self.readers.values() for column in reader.answers for each in column.readings()]


def _put_together(question: Question, value: dict[str, object]) -> Given:
    try:
        return Given(*checked(question, value))
    except ValueRefused as error:
        raise NotUnderstood(str(error), "") from None


def _cell(cells: tuple[Cell, ...], at: int) -> Cell:
    return cells[at] if at < len(cells) else ""
