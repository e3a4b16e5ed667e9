"""What the cells of a column mean, worked out once for each word: a sheet says the same few thousands of times."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Cell

# So many different words of one column are remembered with their meaning.
REMEMBERED = 50_000
Meaning = TypeVar("Meaning")


class Remembered(Generic[Meaning]):
    """A meaning that is asked for once for each different cell, also where it is that the cell is not understood."""

    def __init__(self, meaning: Callable[[Cell], Meaning]) -> None:
        self._meaning = meaning
        self._known: dict[Cell, Meaning | NotUnderstood] = {}

    def of(self, cell: Cell) -> Meaning:
        """What the cell means. Raises NotUnderstood."""
        try:
            known = self._known[cell]
        except KeyError:
            known = self._asked(cell)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[cell] = known
        if isinstance(known, NotUnderstood):
            raise known.with_traceback(None)
        return known

    def understood(self) -> Iterator[tuple[Cell, Meaning]]:
        """The cells that are remembered and were understood, with their meaning."""
        return ((cell, known) for cell, known in self._known.items() if not isinstance(known, NotUnderstood))

    def _asked(self, cell: Cell) -> Meaning | NotUnderstood:
        try:
            return self._meaning(cell)
        except NotUnderstood as error:
            return error
