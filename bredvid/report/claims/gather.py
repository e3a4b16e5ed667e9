"""Gathers what a round's chapters may draw on, from the rooms that hold it."""

from collections.abc import Mapping

from django.utils.translation import override

from bredvid.figures.figure import Base, Figure, VerbalFigure
from bredvid.report.claims.chapter import Language
from bredvid.report.claims.evidence import Evidence
from bredvid.report.claims.own_words import words_of
from bredvid.report.texts import reading
from bredvid.review.missing import missing_by_reason
from bredvid.review.models import Mention, Missing, Question, Round
from bredvid.review.reads import Result, results_of, subgroups_of


def evidence_of(round_: Round, language: Language) -> Evidence:
    """The evidence of a round in one language."""
    with override(language):
        results = results_of(round_)
        labels = {
            f"{result.question.code}.{option.code}": option.label("label")
            for result in results
            for option in result.options
        }
        words = words_of(round_, language, results)
        parts = (
            [part for result in results for part in subgroups_of(round_, result.question)] if _printed(round_) else []
        )
    return Evidence(
        round=round_.code,
        language=language,
        base=Base(asked=round_.answered, valid=round_.answered, frame=round_.frame_size),
        bases={result.question.code: result.base for result in results},
        figures=_figures(round_, [*results, *parts]),
        exclusive=frozenset(result.question.code for result in results if _exclusive(result.question)),
        labels=labels,
        missing=_missing(round_, results),
        words=words,
        facts=reading.facts(),
        counts=_counts(round_, results),
    )


def _printed(round_: Round) -> bool:
    """Whether some source prints figures among those who gave one answer; then the round may name them too."""
    return round_.aggregate_only or round_.based_on_id is not None


def _figures(round_: Round, results: list[Result]) -> dict[str, Figure | VerbalFigure]:
    return {figure.key.removeprefix(f"{round_.code}."): figure for result in results for figure in result.figures}


def _missing(round_: Round, results: list[Result]) -> Mapping[str, int]:
    """By `question.reason`; every reason of every question, so that a text that says nought stays right."""
    found = missing_by_reason(round_, results)
    return {f"{question}.{reason}": counts.get(reason, 0) for question, counts in found.items() for reason in Missing}


def _exclusive(question: Question) -> bool:
    return question.exclusivity == Question.Exclusivity.EXCLUSIVE


def _counts(round_: Round, results: list[Result]) -> Mapping[str, int]:
    """What the report itself holds, so that a text may say how many."""
    named = {kind: round_.mentions.filter(kind=kind).count() for kind in Mention.Kind}
    return {
        "recommendations": len(reading.recommendations()),
        "forms": len(reading.forms()),
        "methods": len(reading.methods()),
        "questions": len(results),
        "quotes": round_.quotes.count(),
        "named-as-answered": named[Mention.Kind.ANSWERED],
        "named-programmes": named[Mention.Kind.PROGRAMME],
    }
