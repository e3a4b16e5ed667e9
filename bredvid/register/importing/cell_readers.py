"""One column of a table, cell by cell: what a word means is worked out once."""

from collections.abc import Callable
from typing import Any

from bredvid.register.codebook import current
from bredvid.register.importing.mapping import Column
from bredvid.register.importing.meanings import Meaning, Yes
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Cell, Row

# So many different words of one column are remembered with their meaning.
_REMEMBERED = 50_000


class CellReader:
    """One column; what a cell means is worked out once."""

    def __init__(self, at: int, meaning: Callable[[Cell], Any]) -> None:
        self.at, self._meaning = at, meaning
        self._known: dict[Cell, Any] = {}

    def read(self, row: Row) -> Any:
        """What the row's cell means. Raises NotUnderstood."""
        cell = row.cells[self.at] if self.at < len(row.cells) else ""
        try:
            known = self._known[cell]
        except KeyError:
            known = self._read(cell)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[cell] = known
        if isinstance(known, NotUnderstood):
            raise known.with_traceback(None)
        return known

    def meanings(self) -> list[tuple[Cell, Any]]:
        """Every cell so far with its meaning."""
        return [(cell, meaning) for cell, meaning in self._known.items() if not isinstance(meaning, NotUnderstood)]

    def _read(self, cell: Cell) -> Any:
        try:
            return self._meaning(cell)
        except NotUnderstood as error:
            return error


def meaning_of(column: Column) -> Meaning | Yes:
    """What the cells of a column of codes mean."""
    variable = current().variable(column.what)
    return Yes(variable, column.option) if column.option else Meaning(variable, column.values)
