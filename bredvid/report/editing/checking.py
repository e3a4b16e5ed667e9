"""Tries chapters against the figures of a round without drawing anything: what is wrong, and on which line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bredvid.report.blocks.tree import Blocks
from bredvid.report.claims.chapter import ChapterSource, Language
from bredvid.report.claims.compose import DirectiveMaker, compose
from bredvid.report.claims.directives import directives_of
from bredvid.report.claims.gather import evidence_of
from bredvid.report.claims.problems import BindingError, Problem, ReportError
from bredvid.report.drafting.chapters import Drafted
from bredvid.report.editing.faults import in_language
from bredvid.report.manuscript.reading import source_of
from bredvid.report.models import ChapterVersion
from bredvid.review.models import Round
from bredvid.review.reads import results_of


@dataclass(frozen=True)
class Fault:
    """One fault: on which line of the text as it stands in the box (0: the title), and what to do."""

    line: int
    message: str


def faults_of(
    round_: Round, chapters: Sequence[Drafted | ChapterVersion], reader: str
) -> Mapping[tuple[str, str, str], list[Fault]]:
    """The faults of each chapter, by kind, slug and language, told in the reader's language."""
    languages: set[Language] = {"en" if each.language == "en" else "sv" for each in chapters}
    evidence = {language: evidence_of(round_, language) for language in languages}
    directives = _undrawn(round_)
    found = {}
    for each in chapters:
        try:
            source = source_of(round_.code, each)
            problems: Sequence[Problem] = compose(source, evidence[source.language], directives).problems
            found[each.kind, each.slug, each.language] = [_fault(source, problem, reader) for problem in problems]
        except ReportError as error:
            faults = [Fault(0, in_language(problem.message, reader)) for problem in error.problems]
            found[each.kind, each.slug, each.language] = faults
    return found


def told(source: ChapterSource, problems: Sequence[Problem], reader: str) -> list[Fault]:
    """Faults of one chapter by the lines of its box."""
    return [_fault(source, problem, reader) for problem in problems]


def _fault(source: ChapterSource, problem: Problem, reader: str) -> Fault:
    before = source.text[: source.body_at].count("\n")
    return Fault(max(0, problem.line - before), in_language(problem.message, reader))


def _undrawn(round_: Round) -> Mapping[str, DirectiveMaker]:
    """The directives with the same refusals, without their drawings: a list of chapters needs no pictures."""
    made = directives_of(round_, "sv")
    drawn = {result.question.code for result in results_of(round_) if result.figures}

    def nothing(_argument: str) -> Blocks:
        return ()

    def figure(argument: str) -> Blocks:
        if argument not in drawn:
            raise BindingError(f"the round {round_.code} has nothing to draw for {argument or 'no question'}")
        return ()

    def table(argument: str) -> Blocks:
        return () if re.fullmatch("municipalities|response|unaccounted", argument) else made["table"](argument)

    return {**dict.fromkeys(made, nothing), "figure": figure, "table": table}
