"""Examines a table: which contacts it holds, which are here already, what cannot be understood. Writes nothing.

A row with anything that is not understood is left out whole: half a contact would count as a whole one.
"""

from collections.abc import Callable, Iterator

from django.utils.translation import get_language, gettext as _

from bredvid.register import clock
from bredvid.register.importing.checking import check_mapping, left_out
from bredvid.register.importing.examination import HELD, Examination
from bredvid.register.importing.identifiers import numbers_of
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.places import municipalities
from bredvid.register.importing.problems import Problem
from bredvid.register.importing.rows import Fault, RowReader, Understood
from bredvid.register.models import Contact, Unit
from bredvid.register.reads.years import frozen_years
from bredvid.register.rules.months import of_day, year_of
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Row, Table, letter, text_of

Progress = Callable[[int, int], None]
# Both databases take as many numbers in one question.
AT_ONCE = 900
# More is no sheet of one organisation, and would not fit in memory at its ease.
MOST_CONTACTS = 500_000
_TOLD = 500
_MOST_READINGS = 200


def examine(
    unit: Unit,
    table: Table,
    mapping: Mapping,
    *,
    keep: int = HELD,
    on_problem: Callable[[Problem], None] | None = None,
    progress: Progress | None = None,
) -> Examination:
    """What the table would add to the unit. Every problem is told to `on_problem`; the first `keep` are held.

    Raises ImportRefused where the mapping fits neither the table nor the codebook.
    """
    check_mapping(table, mapping)
    found = Examination(keep=keep, notes=[*table.sheet.notes, *table.notes], left_out=left_out(table, mapping))
    examiner = _Examiner(unit, table, mapping, found, on_problem)
    for at, row in enumerate(table.rows, start=1):
        examiner.take(row)
        if progress and (at % _TOLD == 0 or at == len(table.rows)):
            progress(at, len(table.rows))
    found.readings = sorted(set(examiner.readings()))[:_MOST_READINGS]
    _compare(unit, found)
    return found


class _Examiner:
    """One pass through a table's rows."""

    def __init__(
        self, unit: Unit, table: Table, mapping: Mapping, found: Examination,
        on_problem: Callable[[Problem], None] | None,
    ) -> None:  # fmt: skip
        self._table, self._found, self._on_problem = table, found, on_problem
        self._reader = RowReader(table, mapping, municipalities(unit))
        self._frozen, self._now = frozen_years(unit), of_day(clock.today())
        self._when = self._reader.when_at

    def take(self, row: Row) -> None:
        if self._reader.is_empty(row):
            self._found.empty += 1
            return
        understood, faults = self._reader.read(row)
        if understood and (error := self._closed(understood)):
            cell = row.cells[self._when] if self._when < len(row.cells) else ""
            faults = [Fault(self._when, text_of(cell)[:120], error)]
        if faults or understood is None:
            self._found.refused += 1
            for fault in faults:
                self._tell(row, fault)
            return
        self._found.add_row(understood)
        if self._found.total > MOST_CONTACTS:
            raise ImportRefused(
                _("The sheet holds more than %(most)d contacts. Divide it into several, or look at the numbers in it.")
                % {"most": MOST_CONTACTS}
            )

    def readings(self) -> Iterator[tuple[str, str, str]]:
        """Words taken for codes that are called otherwise: (column, word, the codes' labels)."""
        language = "en" if get_language() == "en" else "sv"
        return self._reader.readings(language)

    def _closed(self, understood: Understood) -> NotUnderstood | None:
        """Why nothing can be added in the month, if nothing can."""
        month = understood.coded.month
        if month > self._now:
            return NotUnderstood(_("The month has not been yet."), _("Put the month or the year right."))
        if year_of(month) in self._frozen:
            return NotUnderstood(
                _("%(year)d is closed and never changes.") % {"year": year_of(month)},
                _("Nothing more can be added to that year. Take the row out of the sheet."),
            )
        return None

    def _tell(self, row: Row, fault: Fault) -> None:
        problem = Problem(
            row.number, f"{letter(fault.at)}{row.number}", self._table.columns[fault.at], fault.text,
            fault.error.why, fault.error.mend,
        )  # fmt: skip
        self._found.add_problem(problem)
        if self._on_problem:
            self._on_problem(problem)


def _compare(unit: Unit, found: Examination) -> None:
    """Which of the contacts are here already, and how many others the same months have."""
    numbered = {number: coded for coded, count in found.contacts.items() for number in numbers_of(unit, coded, count)}
    here = _here(unit, list(numbered))
    # In the order of their numbers, which is no order: nothing tells which row came after which.
    found.new = sorted((number, coded) for number, coded in numbered.items() if number not in here)
    if found.new:
        months = {coded.month for coded in found.contacts}
        in_months = Contact.objects.filter(unit=unit, month__in=sorted(months)).count()
        found.others = in_months - found.known


def _here(unit: Unit, numbers: list[int]) -> set[int]:
    here: set[int] = set()
    for at in range(0, len(numbers), AT_ONCE):
        rows = Contact.objects.filter(unit=unit, pk__in=numbers[at : at + AT_ONCE])
        here.update(rows.values_list("pk", flat=True))
    return here
