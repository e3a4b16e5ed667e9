"""What differs between two texts, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# As many unchanged lines stand around a change, so that one sees where it is.
AROUND = 1


@dataclass(frozen=True)
class Line:
    """A line of a comparison; `gap` stands for lines that are alike and left out."""

    kind: Literal["same", "added", "removed", "gap"]
    text: str


def differences(old: str, new: str) -> list[Line]:
    """The lines that were taken away and those that were added, in order."""
    return list(_lines(old.splitlines(), new.splitlines()))


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(AROUND):
        yield Line("gap", "…")
        for tag, old_from, old_to, new_from, new_to in group:
            if tag == "equal":
                yield from (Line("same", text) for text in new[new_from:new_to])
            else:
                yield from (Line("removed", text) for text in old[old_from:old_to])
                yield from (Line("added", text) for text in new[new_from:new_to])
