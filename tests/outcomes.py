"""What a gate or a run of tests came to, and how it is shown."""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Outcome:
    """Counts, the reasons for what was skipped, and the words to show when something failed."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    words: str = ""
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """One row of the table."""
        sign = "✗" if self.failed else "–" if self.skipped and not self.passed else "✓"
        counts = "" if self.passed + self.failed + self.skipped == 1 else f"  {self.counts}"
        return f"{sign} {self.name:<34}{self.seconds:6.1f} s{counts}"

    @property
    def counts(self) -> str:
        """The counts in words."""
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def skipped(name: str, reason: str) -> Outcome:
    """Something that could not be run here."""
    return Outcome(name, skipped=1, reasons=Counter([reason]))


def read_junit(path: Path, name: str) -> Outcome:
    """The counts and the reasons of skips out of pytest's own report."""
    outcome = Outcome(name)
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failed += 1
        elif skip is not None:
            outcome.skipped += 1
            outcome.reasons[skip.get("message", "no reason given")] += 1
        else:
            outcome.passed += 1
    return outcome


def closing(outcomes: list[Outcome], *, nothing_skipped: bool) -> tuple[list[str], bool]:
    """The last lines and whether all is well. With `nothing_skipped` (CI=true) a skip is a failure."""
    lines = [f"skipped, {count}: {reason}" for o in outcomes for reason, count in o.reasons.items()]
    passed, failed, left = (sum(getattr(o, word) for o in outcomes) for word in ("passed", "failed", "skipped"))
    well = not failed and not (nothing_skipped and left)
    if nothing_skipped and left:
        lines.append("CI=true: nothing may be skipped here, so this run has failed.")
    return [*lines, f"{passed} passed, {failed} failed, {left} skipped"], well
