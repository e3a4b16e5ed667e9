"""What an examination found: contacts by year, what would be added, and what was not understood."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bredvid.register.importing.problems import Problem
from bredvid.register.importing.rows import Coded, Understood
from bredvid.register.rules.months import year_of

# So many problems are held for a page; the count and the error list know no such limit.
HELD = 200


@dataclass
class YearCount:
    """The contacts of a year in the sheet, and how many of them are not here yet."""

    year: int
    contacts: int = 0
    added: int = 0


@dataclass
class Examination:
    """The whole of it. `rows` were understood and are `total` contacts; `refused` are left out, `empty` say nothing.

    `new` are contacts that are not here yet, by their numbers. `others` are contacts of the same months that are here
    and do not come from this sheet.
    """

    rows: int = 0
    refused: int = 0
    empty: int = 0
    total: int = 0
    contacts: Counter[Coded] = field(default_factory=Counter)
    new: list[tuple[int, Coded]] = field(default_factory=list)
    others: int = 0
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    readings: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    keep: int = HELD

    @property
    def known(self) -> int:
        """How many of them are here already."""
        return self.total - len(self.new)

    @property
    def months(self) -> set[int]:
        """The months that would get contacts."""
        return {coded.month for _number, coded in self.new}

    @property
    def years(self) -> list[YearCount]:
        """The contacts by year, oldest first."""
        found: dict[int, YearCount] = {}
        for coded, count in self.contacts.items():
            found.setdefault(year_of(coded.month), YearCount(year_of(coded.month))).contacts += count
        for _number, coded in self.new:
            found[year_of(coded.month)].added += 1
        return [found[year] for year in sorted(found)]

    def add_row(self, understood: Understood) -> None:
        """Counts an understood row."""
        self.rows += 1
        self.total += understood.count
        if understood.count:
            self.contacts[understood.coded] += understood.count

    def add_problem(self, problem: Problem) -> None:
        """Counts what was not understood."""
        self.problem_count += 1
        if len(self.problems) < self.keep:
            self.problems.append(problem)

    def figures(self) -> dict[str, int]:
        """The counts, for a program."""
        return {
            "rows": self.rows,
            "rows_left_out": self.refused,
            "rows_empty": self.empty,
            "contacts": self.total,
            "new": len(self.new),
            "known": self.known,
            "others_in_the_same_months": self.others,
            "problems": self.problem_count,
        }


def as_document(found: Examination) -> dict[str, Any]:
    """The examination for a program to read, without what stands in cells."""
    return {
        "counts": found.figures(),
        "years": {str(each.year): {"contacts": each.contacts, "new": each.added} for each in found.years},
        "left_out_columns": found.left_out,
        "notes": found.notes,
    }
