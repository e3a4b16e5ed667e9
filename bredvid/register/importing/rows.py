"""One row of a table as a contact in codes, or several alike. What is not understood is told by its cell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from bredvid.register.codebook import Variable, current
from bredvid.register.importing.cell_readers import CellReader, meaning_of
from bredvid.register.importing.dates import month_in_year, month_of, year_in
from bredvid.register.importing.kinds import Kind
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.meanings import Codes
from bredvid.register.importing.places import PlaceMeaning
from bredvid.register.importing.quantities import count_of
from bredvid.register.rules.coding import has_need
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.municipalities import Municipalities
from bredvid.sheets.tables import Cell, Row, Table, text_of
from bredvid.sheets.words import YES, folded


class Coded(NamedTuple):
    """A contact in codes. `place` is None where no column says it; `values` are (column, stored) that are filled in."""

    month: int
    place: int | None
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not understood: in which column, what stands there, and what to say of it."""

    at: int
    text: str
    error: NotUnderstood


@dataclass(frozen=True, slots=True)
class Understood:
    """A row that was: what it says, and how many contacts it is."""

    coded: Coded
    count: int


class RowReader:
    """Reads the rows of one table by one mapping that fits it."""

    def __init__(self, table: Table, mapping: Mapping, places: Municipalities) -> None:
        self._at = {name: at for at, name in enumerate(table.columns)}
        self._mapping = mapping
        self._read_at = [self._at[column.header] for column in mapping.columns]
        self._sums: dict[tuple[str, tuple[str, ...]], int] = {}
        self._when = self._kind(Kind.WHEN, month_of)
        self._month, self._year = self._kind(Kind.MONTH, month_in_year), self._kind(Kind.YEAR, year_in)
        self._count = self._kind(Kind.COUNT, count_of)
        column = mapping.column_of(Kind.PLACE)
        self._place = column and CellReader(self._at[column.header], PlaceMeaning(places, column.values).of)
        self.variables = self._coded(mapping)

    def read(self, row: Row) -> tuple[Understood | None, list[Fault]]:
        """What the row says; None where something in it is not understood, which is told."""
        faults: list[Fault] = []
        month = self._month_of(row, faults)
        place = self._take(self._place, row, faults) if self._place else None
        count = self._take(self._count, row, faults) if self._count else 1
        values = [
            (variable.column, stored)
            for variable, readers in self.variables
            if (stored := self._stored(variable, readers, row, faults))
        ]
        if not faults:
            self._refuse_reason_alone(dict(values), row, faults)
        if faults:
            return None, faults
        return Understood(Coded(month, place, tuple(values)), count), faults

    @property
    def when_at(self) -> int:
        """The column that says the month."""
        reader = self._when or self._month
        return reader.at if reader else 0

    def readings(self, language: str) -> Iterator[tuple[str, str, str]]:
        """Words taken for codes that are called otherwise: (column, word, the codes' labels)."""
        names = {at: name for name, at in self._at.items()}
        for variable, readers in self.variables:
            for reader in readers:
                for cell, codes in reader.meanings():
                    labels = ", ".join(variable.by_code[code].label(language) for code in codes)
                    if labels and folded(text_of(cell)) not in (folded(labels), *YES):
                        yield names[reader.at], text_of(cell)[:60], labels

    def is_empty(self, row: Row) -> bool:
        """Whether none of the columns that are read holds anything in the row."""
        return not any(row.cells[at] for at in self._read_at if at < len(row.cells))

    def _kind(self, kind: Kind, meaning: Callable[[Cell], Any]) -> CellReader | None:
        column = self._mapping.column_of(kind)
        return CellReader(self._at[column.header], meaning) if column else None

    def _coded(self, mapping: Mapping) -> list[tuple[Variable, list[CellReader]]]:
        by_variable: dict[str, list[CellReader]] = {}
        for column in mapping.columns:
            if column.what not in set(Kind):
                reader = CellReader(self._at[column.header], meaning_of(column).of)
                by_variable.setdefault(column.what, []).append(reader)
        variables = [(current().variable(code), readers) for code, readers in by_variable.items()]
        # In one order whatever the sheet's: equal contacts are then equal.
        return sorted(variables, key=lambda each: each[0].column)

    def _month_of(self, row: Row, faults: list[Fault]) -> int:
        if self._when:
            return int(self._take(self._when, row, faults) or 0)
        taken = self._take(self._month, row, faults) if self._month else None
        if taken is None:
            return 0
        month, year = taken
        if self._year:
            year = self._take(self._year, row, faults) or 0
        return int(year or self._with_year(row, faults)) * 100 + int(month)

    def _with_year(self, row: Row, faults: list[Fault]) -> int:
        if not self._mapping.year and self._month and not self._year:
            error = NotUnderstood(
                _("No year stands in the row."), _("Say among the columns which one is the year, or which year it is.")
            )
            faults.append(self._fault(self._month.at, row, error))
        return self._mapping.year

    def _take(self, reader: CellReader | None, row: Row, faults: list[Fault]) -> Any:
        if reader is None:
            return None
        try:
            return reader.read(row)
        except NotUnderstood as error:
            faults.append(self._fault(reader.at, row, error))
            return None

    def _stored(self, variable: Variable, readers: list[CellReader], row: Row, faults: list[Fault]) -> int:
        codes: list[str] = []
        for reader in readers:
            found: Codes | None = self._take(reader, row, faults)
            codes += found or ()
        # Most rows say what others have said: each combination is worked out once.
        key = (variable.code, tuple(codes))
        if key not in self._sums:
            try:
                self._sums[key] = variable.stored(codes)
            except ValueError:
                faults.append(self._fault(readers[0].at, row, _not_at_once(variable, codes)))
                return 0
        return self._sums[key]

    def _refuse_reason_alone(self, values: dict[str, int], row: Row, faults: list[Fault]) -> None:
        if "unmet_why" in values and not has_need(values):
            why = next(readers[0].at for variable, readers in self.variables if variable.column == "unmet_why")
            error = NotUnderstood(
                _("There is a reason why she did not get something, and nothing that she did not get."),
                _("Write the need too, or leave the reason out."),
            )
            faults.append(self._fault(why, row, error))

    def _fault(self, at: int, row: Row, error: NotUnderstood) -> Fault:
        return Fault(at, text_of(row.cells[at])[:120] if at < len(row.cells) else "", error)


def _not_at_once(variable: Variable, codes: list[str]) -> NotUnderstood:
    labels = ", ".join(dict.fromkeys(codes))
    return NotUnderstood(
        _("%(codes)s cannot hold at once.") % {"codes": labels},
        _("Keep one of them.") if not variable.is_multiple else _("Keep what there is, or that there is nothing."),
    )
