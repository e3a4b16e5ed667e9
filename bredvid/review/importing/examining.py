"""Examines a table against a round in the field: what it would write, what it cannot understand. Writes nothing.

A row with anything that is not understood is left out whole: half an answer would count as a whole one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping as Dictionary

from bredvid.review.importing.cases import AT_ONCE, CaseRow, Held, cases_of, held_by, municipalities_of
from bredvid.review.importing.checking import check_mapping, unmapped
from bredvid.review.importing.examination import HELD, Change, Examination, Kind, Plan
from bredvid.review.importing.form import always_required, questions_of
from bredvid.review.importing.identifying import identify_rows
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.meanings import Given
from bredvid.review.importing.problems import Problem
from bredvid.review.importing.rows import Fault, RowReader
from bredvid.review.models import Entry, Fieldwork, Missing
from bredvid.sheets.tables import Row, Table, letter, text_of

Progress = Callable[[int, int], None]
# Who answered otherwise than by a file: their word is not overwritten in silence.
_OWN_WORD = (Entry.Origin.LINK.value, Entry.Origin.STAFF.value)
_MOST_READINGS = 200


def examine(
    fieldwork: Fieldwork,
    table: Table,
    mapping: Mapping,
    *,
    keep: int = HELD,
    on_problem: Callable[[Problem], None] | None = None,
    progress: Progress | None = None,
) -> Examination:
    """What the table would do to the round. Every problem is told to `on_problem`; the first `keep` are held.

    Raises ImportRefused where the mapping fits neither the table nor the questionnaire.
    """
    examiner = Examiner(fieldwork, table, mapping, keep=keep, on_problem=on_problem, progress=progress)
    for _plan in examiner.plans():
        pass
    return examiner.found


class Examiner:
    """One pass through a table. `plans` yields each understood row; `found` is whole once they have been taken."""

    def __init__(
        self,
        fieldwork: Fieldwork,
        table: Table,
        mapping: Mapping,
        *,
        keep: int = HELD,
        on_problem: Callable[[Problem], None] | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.questions = questions_of(fieldwork)
        check_mapping(table, mapping, self.questions)
        self.table, self.mapping = table, mapping
        self.found = Examination(keep=keep, notes=[*table.sheet.notes, *table.notes])
        self._on_problem, self._progress = on_problem, progress
        self._cases = cases_of(fieldwork)
        self._places = identify_rows(table, mapping, self._cases, municipalities_of(fieldwork))
        self._reader = RowReader(table, mapping, self.questions)
        self._required = always_required(self.questions)

    def plans(self) -> Iterator[Plan]:
        """Each understood row with what it would write."""
        self._tell_beforehand()
        asked = self._reader.readers.keys() | self._required
        ids = [self.questions[code].pk for code in asked]
        done = 0
        for rows in _chunks(self.table.rows):
            understood = [each for row in rows if (each := self._understand(row))]
            held = held_by([case.pk for _row, case, _answers in understood], ids)
            for row, case, answers in understood:
                plan = self._compare(row, case, answers, held)
                self.found.add_plan(plan)
                yield plan
            done += len(rows)
            if self._progress:
                self._progress(done, len(self.table.rows))
        self.found.readings = sorted(set(self._reader.readings()))[:_MOST_READINGS]

    def _tell_beforehand(self) -> None:
        found, places = self.found, self._places
        found.notes += places.notes
        found.unmapped = unmapped(self.table, self.mapping)
        found.ignored = [name for name in self.mapping.ignore if name in self.table.columns]
        named = {case.code for case in places.cases.values()} | {
            problem.municipality for problem in places.problems.values()
        }
        absent = [case.name for case in self._cases.values() if not {case.code, case.name} & named]
        found.absent, found.absent_count = absent[: found.keep], len(absent)

    def _understand(self, row: Row) -> tuple[Row, CaseRow, dict[str, Given]] | None:
        """The row's case and answers; None for a row that is left out, of which is told why."""
        if problem := self._places.problems.get(row.number):
            self.found.refused += 1
            self._tell(problem)
            return None
        case = self._places.cases[row.number]
        answers, faults = self._reader.read(row)
        if faults:
            self.found.refused += 1
            for fault in faults:
                self._tell(self._problem(row, fault, case))
            return None
        if not answers:
            self.found.empty += 1
            return None
        if case.locked:
            self.found.locked.append(case.name)
            return None
        return row, case, answers

    def _compare(
        self, row: Row, case: CaseRow, answers: dict[str, Given], held: Dictionary[tuple[int, int], Held]
    ) -> Plan:
        changes, unchanged = [], 0
        for code, given in answers.items():
            question = self.questions[code]
            old = held.get((case.pk, question.pk))
            kind = _kind(old, given)
            if kind is None:
                unchanged += 1
            else:
                changes.append(Change(row.number, case, question, kind, old, given))
        return Plan(row.number, case, changes, unchanged, self._complete(case, answers, held))

    def _complete(self, case: CaseRow, answers: dict[str, Given], held: Dictionary[tuple[int, int], Held]) -> bool:
        for code in self._required:
            said: Given | Held | None = answers.get(code) or held.get((case.pk, self.questions[code].pk))
            if said is None or said.missing == Missing.BLANK:
                return False
        return True

    def _problem(self, row: Row, fault: Fault, case: CaseRow) -> Problem:
        cell = row.cells[fault.at] if fault.at < len(row.cells) else ""
        return Problem(
            row.number,
            f"{letter(fault.at)}{row.number}",
            self.table.columns[fault.at],
            text_of(cell)[:120],
            fault.error.why,
            fault.error.mend,
            case.name,
        )

    def _tell(self, problem: Problem) -> None:
        self.found.add_problem(problem)
        if self._on_problem:
            self._on_problem(problem)


def _kind(old: Held | None, given: Given) -> Kind | None:
    """What writing it would be; None where it holds already."""
    if old is None:
        return Kind.NEW
    # A file that has no column for why does not take away why.
    if (old.value, old.missing) == (given.value, given.missing) and given.why in ("", old.why):
        return None
    return Kind.CONFLICT if old.origin in _OWN_WORD else Kind.CHANGED


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == AT_ONCE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
