"""What is wrong with an XLSForm, by sheet, row and column."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """A mistake or a remark. `row` counts from one as a spreadsheet does; 0 and "" mean the whole sheet or file."""

    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        places = [self.sheet]
        if self.row:
            places.append(_("row {row}").format(row=self.row))
        if self.column:
            places.append(_("column {column}").format(column=self.column))
        place = ", ".join(each for each in places if each)
        return f"{place}: {self.message}" if place else self.message


class XlsformError(ValueError):
    """The file cannot be used. `problems` names everything that is wrong, in the order of the sheets."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = list(problems)


@dataclass
class Findings:
    """Gathers what is wrong, so that an author sees all of it at once, and what is left out."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def wrong(self, sheet: str, row: int, column: str, message: str) -> None:
        """Notes a mistake that stops the import; the same one twice is one."""
        problem = Problem(sheet, row, column, message)
        if problem not in self.problems:
            self.problems.append(problem)

    def left_out(self, sheet: str, row: int, column: str, message: str) -> None:
        """Notes what the import does without."""
        self.warnings.append(Problem(sheet, row, column, message))

    def stop_if_wrong(self) -> None:
        """Raises XlsformError where something is wrong."""
        if self.problems:
            order = {"settings": 2, "choices": 1, "survey": 0}
            raise XlsformError(sorted(self.problems, key=lambda each: (order.get(each.sheet, -1), each.row)))
