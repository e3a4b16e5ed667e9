"""What the linter says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where, what, and how to mend it. A warning may be right after all."""

    file: str
    term: str
    what: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.term}: {'(warning) ' if self.warning else ''}{self.what}; {self.mend}"
