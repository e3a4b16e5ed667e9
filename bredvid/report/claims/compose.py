"""A chapter's file becomes a chapter of blocks, or a list of what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bredvid.report.blocks.tree import Block, Blocks, Chapter, Spans
from bredvid.report.claims.bases import missing_bases
from bredvid.report.claims.bind import Bound, bind, bound_title
from bredvid.report.claims.chapter import ChapterSource
from bredvid.report.claims.evidence import Evidence
from bredvid.report.claims.grammar import BINDING, parse_binding
from bredvid.report.claims.markdown import Directive, Fault, read_markdown
from bredvid.report.claims.problems import BindingError, Problem
from bredvid.report.claims.unbound import unbound

# Makes the blocks of a directive from its argument. Raises BindingError for an argument it does not know.
DirectiveMaker = Callable[[str], Blocks]

# Signs for private use: the check lets none stand in a chapter, so each is free to stand for a binding.
_FIRST_SIGN = 0xF0000


@dataclass(frozen=True, kw_only=True)
class Made:
    """A binding as it was kept: where it stands, what was written, what it became and on which figures it rests."""

    chapter: str
    line: int
    written: str
    text: str
    keys: tuple[str, ...]
    scope: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Composed:
    """What came of a chapter's file: the chapter, the claims it makes and the faults it has."""

    chapter: Chapter
    claims: tuple[Made, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Signed:
    """A chapter's body with a sign for each binding. `shifts` are places in it and the body's own places for them."""

    text: str
    signs: Mapping[str, Spans]
    shifts: tuple[tuple[int, int], ...]

    def place(self, line: int) -> int:
        """Where in the body a line of `text` begins."""
        at = sum(len(each) for each in self.text.splitlines(keepends=True)[:line])
        signed, body = next(shift for shift in reversed(self.shifts) if shift[0] <= at)
        return body + at - signed


def compose(source: ChapterSource, evidence: Evidence, directives: Mapping[str, DirectiveMaker]) -> Composed:
    """Reads, binds and checks a chapter. It raises nothing: every fault is in `problems`, at once."""
    problems = list(unbound(source))
    bindings = list(_bindings(source, evidence, problems))
    problems += missing_bases(source, bindings)
    signed = _signed(source, bindings)
    blocks = _blocks(signed, source, directives, problems)
    chapter = Chapter(source.number, source.slug, _title(source, evidence, problems), tuple(blocks))
    return Composed(chapter, tuple(_made(source, bindings)), tuple(sorted(set(problems))))


def _title(source: ChapterSource, evidence: Evidence, problems: list[Problem]) -> str:
    try:
        return bound_title(source.title, evidence)
    except BindingError as error:
        problems.append(source.problem(source.title_at, str(error)))
        return source.title


def _bindings(
    source: ChapterSource, evidence: Evidence, problems: list[Problem]
) -> Iterator[tuple[int, int, Bound | None]]:
    for match in BINDING.finditer(source.body):
        try:
            bound = bind(parse_binding(match["body"]), evidence, source.scope)
        except BindingError as error:
            problems.append(source.problem(source.body_at + match.start(), str(error)))
            bound = None
        yield match.start(), match.end(), bound


def _signed(source: ChapterSource, bindings: list[tuple[int, int, Bound | None]]) -> _Signed:
    text, at = "", 0
    signs: dict[str, Spans] = {}
    shifts = [(0, 0)]
    for number, (start, end, bound) in enumerate(bindings):
        sign = chr(_FIRST_SIGN + number)
        signs[sign] = bound.spans if bound else ()
        text += source.body[at:start] + sign
        at = end
        shifts.append((len(text), end))
    return _Signed(text + source.body[at:], signs, tuple(shifts))


def _blocks(
    signed: _Signed, source: ChapterSource, directives: Mapping[str, DirectiveMaker], problems: list[Problem]
) -> Iterator[Block]:
    for each in read_markdown(signed.text, signed.signs):
        try:
            yield from _made_blocks(each.what, directives)
        except BindingError as error:
            problems.append(source.problem(source.body_at + signed.place(each.line), str(error)))


def _made_blocks(what: Block | Directive | Fault, directives: Mapping[str, DirectiveMaker]) -> Blocks:
    if isinstance(what, Fault):
        raise BindingError(what.message)
    if not isinstance(what, Directive):
        return (what,)
    if what.name not in directives:
        raise BindingError(f"{{{{{what.name}}}}} is no block; there are {', '.join(sorted(directives))}")
    return directives[what.name](what.argument)


def _made(source: ChapterSource, bindings: list[tuple[int, int, Bound | None]]) -> Iterator[Made]:
    for start, end, bound in bindings:
        if bound:
            yield Made(
                chapter=source.name,
                line=source.problem(source.body_at + start, "").line,
                written=" ".join(source.body[start:end].split()),
                text=bound.text,
                keys=bound.keys,
                scope=bound.scope,
                reason=bound.reason,
            )
