"""No figure without its base: a paragraph with a count or a share also says how many it is out of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bredvid.report.claims.bind import Bound
from bredvid.report.claims.chapter import ChapterSource
from bredvid.report.claims.grammar import DIRECTIVE
from bredvid.report.claims.problems import Problem

Bindings = Sequence[tuple[int, int, Bound | None]]


@dataclass(frozen=True)
class _Part:
    """A paragraph, list or directive: its text and the bindings in it."""

    text: str
    start: int
    bindings: tuple[tuple[int, Bound], ...]

    @property
    def based(self) -> bool:
        return any(bound.based for _, bound in self.bindings)

    @property
    def needy(self) -> list[tuple[int, Bound]]:
        return [(at, bound) for at, bound in self.bindings if bound.questions]


def missing_bases(source: ChapterSource, bindings: Bindings) -> Iterator[Problem]:
    """A fault at the first count of each paragraph that neither says its base nor stands below something that does.

    What stands above may say it: the line that a list continues (it ends in a colon), or the drawing of that question.
    """
    above: _Part | None = None
    for part in _parts(source.body, bindings):
        if part.needy and not part.based and not _based_above(part, above):
            at, bound = part.needy[0]
            yield source.problem(
                source.body_at + at,
                f"{bound.text} stands without its base; write |of, add [[base.answered]] to the paragraph, "
                f"or put it right below {{{{figure {next(iter(bound.questions))}}}}}",
            )
        above = part


def _based_above(part: _Part, above: _Part | None) -> bool:
    if above is None:
        return False
    directive = DIRECTIVE.fullmatch(above.text.strip())
    if directive and directive["name"] == "figure":
        return all(bound.questions == {directive["argument"]} for _, bound in part.needy)
    return above.based and above.text.rstrip().endswith(":")


def _parts(body: str, bindings: Bindings) -> Iterator[_Part]:
    start = 0
    for text in re.split(r"(\n\s*\n)", body):
        end = start + len(text)
        if text.strip():
            inside = tuple((at, bound) for at, _, bound in bindings if bound and start <= at < end)
            yield _Part(text, start, inside)
        start = end
