"""What an examination found: how many of each kind, and the first of them for a page. The rest is in the error list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from bredvid.review.importing.cases import CaseRow, Held
from bredvid.review.importing.meanings import Given
from bredvid.review.importing.problems import Problem
from bredvid.review.models import Question

# So many of each kind are held for a page; counts and the error list know no such limit.
HELD = 1_000


class Kind(StrEnum):
    """What an answer in the file would do."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"  # it differs from what the municipality or a reviewer has answered since


class Change(NamedTuple):
    """One answer that the file would write."""

    row: int
    case: CaseRow
    question: Question
    kind: Kind
    old: Held | None
    new: Given


@dataclass(slots=True)
class Plan:
    """One understood row: what it would write, how many answers hold already, whether all that must be is there."""

    row: int
    case: CaseRow
    changes: Sequence[Change]
    unchanged: int
    complete: bool

    @property
    def conflicts(self) -> bool:
        """Whether any of its answers differs from one given otherwise."""
        return any(change.kind is Kind.CONFLICT for change in self.changes)


@dataclass
class Examination:
    """The whole of it. `rows` are those with a municipality's answers understood; `refused` those left out whole."""

    rows: int = 0
    refused: int = 0
    empty: int = 0
    unchanged: int = 0
    counts: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    changes: dict[Kind, list[Change]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    locked: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    absent_count: int = 0
    unmapped: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    readings: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    keep: int = HELD

    @property
    def understood(self) -> bool:
        """Whether every row was, and every column is read or left out on purpose."""
        return not self.problem_count and not self.unmapped

    @property
    def new(self) -> int:
        """Answers where there was none."""
        return self.counts[Kind.NEW]

    @property
    def changed(self) -> int:
        """Answers that differ from an earlier import."""
        return self.counts[Kind.CHANGED]

    @property
    def conflicts(self) -> int:
        """Answers that differ from what was answered otherwise."""
        return self.counts[Kind.CONFLICT]

    def would_write(self, *, take_file: bool) -> bool:
        """Whether accepting it would write anything."""
        return bool(self.new or self.changed or (take_file and self.conflicts))

    def add_plan(self, plan: Plan) -> None:
        """Counts an understood row."""
        self.rows += 1
        self.unchanged += plan.unchanged
        for change in plan.changes:
            self.counts[change.kind] += 1
            if len(self.changes[change.kind]) < self.keep:
                self.changes[change.kind].append(change)

    def add_problem(self, problem: Problem) -> None:
        """Counts what was not understood."""
        self.problem_count += 1
        if len(self.problems) < self.keep:
            self.problems.append(problem)

    def figures(self) -> dict[str, int]:
        """The counts, for a log or a program."""
        return {
            "rows": self.rows,
            "rows_refused": self.refused,
            "rows_empty": self.empty,
            "rows_locked": len(self.locked),
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "conflicts": self.conflicts,
            "problems": self.problem_count,
            "absent": self.absent_count,
        }


def as_document(found: Examination) -> dict[str, Any]:
    """The examination for a program to read; the lists hold the first thousand of each kind."""
    return {
        "counts": found.figures(),
        "understood": found.understood,
        "unmapped_columns": found.unmapped,
        "ignored_columns": found.ignored,
        "notes": found.notes,
        "readings": [dict(zip(("column", "text", "as"), each, strict=True)) for each in found.readings],
        "locked": found.locked,
        "absent": found.absent,
        "problems": [{name: getattr(each, name) for name in Problem.__slots__} for each in found.problems],
        **{kind.value: [change_document(each) for each in found.changes[kind]] for kind in Kind},
    }


def change_document(change: Change) -> dict[str, Any]:
    """One change for a program to read."""
    old = change.old
    return {
        "row": change.row,
        "code": change.case.code,
        "municipality": change.case.name,
        "question": change.question.code,
        "old": None if old is None else {"value": old.value, "missing": old.missing},
        "new": {"value": dict(change.new.value), "missing": change.new.missing},
    }
