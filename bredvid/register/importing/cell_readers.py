"""One column of a table, cell by cell: what a word means is worked out once."""

from collections.abc import Callable
from typing import Any

from bredvid.register.codebook import current
from bredvid.register.importing.mapping import Column
from bredvid.register.importing.meanings import Meaning, Yes
from bredvid.sheets.remembering import Remembered
from bredvid.sheets.tables import Cell, Row


class CellReader:
    """One column; what a cell means is worked out once."""

    def __init__(self, at: int, meaning: Callable[[Cell], Any]) -> None:
        self.at, self._remembered = at, Remembered(meaning)

    def read(self, row: Row) -> Any:
        """What the row's cell means. Raises NotUnderstood."""
        return self._remembered.of(row.cells[self.at] if self.at < len(row.cells) else "")

    def meanings(self) -> list[tuple[Cell, Any]]:
        """Every cell so far with its meaning."""
        return list(self._remembered.understood())


def meaning_of(column: Column) -> Meaning | Yes:
    """What the cells of a column of codes mean."""
    variable = current().variable(column.what)
    return Yes(variable, column.option) if column.option else Meaning(variable, column.values)
