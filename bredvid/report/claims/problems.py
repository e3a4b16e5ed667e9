"""What is wrong in a chapter, and where. All faults of a build are collected and told at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands (`line` and `column` count from 1), what it is and how it is mended."""

    chapter: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.chapter}:{self.line}:{self.column}: {self.message}"


class ReportError(Exception):
    """The report cannot be built. `problems` holds every fault, in the order of the text."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BindingError(Exception):
    """A binding that cannot be kept. The message says why and how to mend it; who reads the text adds the place."""
