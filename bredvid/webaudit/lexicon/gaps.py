"""Forms with gaps: "hota … sprida" is found where its parts follow each other in one sentence, few words apart."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from bredvid.webaudit.lexicon.patterns import Gapped
from bredvid.webaudit.lexicon.shape import MOST_BETWEEN, Term

Found: TypeAlias = tuple[int, int, Term, bool]
"""From where, to where, what, and whether it only excepts."""
Part: TypeAlias = tuple[int, int, int, int]
"""Which form, which part of it, from where, to where."""

_ENDS_SENTENCE = re.compile(r"[.!?;:](?= |$)|[!?]")


def join(text: str, parts: Sequence[Part], gapped: Sequence[Gapped]) -> Iterator[Found]:
    """Each place where the parts of a form come in order; `parts` is what the automaton found."""
    by_form: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for form, at, start, end in parts:
        by_form.setdefault(form, {}).setdefault(at, []).append((start, end))
    for form, found in by_form.items():
        if len(found) == gapped[form].parts:
            for start, end in found[0]:
                last = _last(text, end, found, 1)
                if last is not None:
                    yield start, last, gapped[form].term, gapped[form].excepting


def _last(text: str, end: int, found: dict[int, list[tuple[int, int]]], at: int) -> int | None:
    """Where the form ends whose part before `at` ended at `end`; None where the next part is not near."""
    if at not in found:
        return end
    for start, part_end in found[at]:
        if start > end and near(text[end:start]):
            last = _last(text, part_end, found, at + 1)
            if last is not None:
                return last
    return None


def near(between: str) -> bool:
    """Whether what stands between is a gap: few words of one sentence."""
    return len(between.split()) <= MOST_BETWEEN and not _ENDS_SENTENCE.search(between)
