"""What was not understood: where, what, why, and how to mend it. As rows of a page and of a CSV file. Never kept."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bredvid.sheets.guarding import CsvList


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that was not understood; its row is left out. `cell` is its name in the file, as C17."""

    row: int
    cell: str
    column: str
    text: str
    why: str
    mend: str


def heading() -> list[str]:
    """The header of the list, in the reader's language."""
    return [_("row"), _("cell"), _("column"), _("what stands there"), _("why"), _("how to mend")]


def line(problem: Problem) -> list[str]:
    """The problem as a row of that list."""
    return [str(problem.row), problem.cell, problem.column, problem.text, problem.why, problem.mend]


class ErrorList:
    """Writes problems as CSV as they come, to anything that has `write`."""

    def __init__(self, out: Any) -> None:
        self._list = CsvList(out, heading())

    def add(self, problem: Problem) -> None:
        """Writes one."""
        self._list.add(line(problem))
