"""Shares of all municipalities from weighted answers: by group, and raked to group and national area at once.

The mathematics and the rules for what is refused stand in figures/weights and docs/explanation/weights.md. A weighted
share never stands alone: it goes with the unweighted one, its base, its interval and what the weights cost.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bredvid.figures.weights.cells import WeightingError
from bredvid.figures.weights.collapse import Collapse, collapse
from bredvid.figures.weights.estimate import Estimate, estimate
from bredvid.figures.weights.poststratification import PostStratification, poststratify
from bredvid.figures.weights.raked_estimate import raked_estimate
from bredvid.figures.weights.raking import Raking, rake
from bredvid.review.crossing import Crossed, Key, crossed, frame_by_key, margin_of
from bredvid.review.models import Option, Question, Round
from bredvid.review.regions import part_of_country
from bredvid.review.results import NoRows

Weights = PostStratification | Raking
Estimates = Mapping[str, Estimate]


@dataclass(frozen=True, kw_only=True)
class Weighted:
    """One question's shares under one way of weighting: estimates by option, or why there are none.

    `merged` says which cells were merged for want of answers, each as its codes with `+` between.
    """

    estimates: Estimates
    weights: Weights | None = None
    merged: tuple[str, ...] = ()
    refused: WeightingError | None = None


@dataclass(frozen=True, kw_only=True)
class WeightedQuestion:
    """A question weighted by group, and raked to group and national area."""

    question: Question
    options: tuple[Option, ...]
    by_group: Weighted
    raked: Weighted


def weighted_question(round_: Round, question: Question) -> WeightedQuestion | None:
    """The weighted shares of one question; None for one that was not put to everybody.

    Raises NoRows for a round of totals.
    """
    return next(iter(weighted_questions(round_, [question])), None)


def weighted_questions(round_: Round, questions: Sequence[Question]) -> list[WeightedQuestion]:
    """The weighted shares of those of the questions that were put to everybody and have figures, in their order.

    Raises NoRows for a round of totals.
    """
    if round_.aggregate_only:
        raise NoRows(f"round {round_.code} is published as totals only: there is nothing to weight")
    frame, found = frame_by_key(round_), crossed(round_, questions)
    return [
        WeightedQuestion(
            question=question,
            options=tuple(question.options.all()),
            by_group=_by_group(found[question.code], frame, round_.answered),
            raked=_raked(found[question.code], frame, round_.answered),
        )
        for question in questions
        if question.code in found and question.options.all()
    ]


def _by_group(counted: Crossed, frame: Counter[Key], asked: int) -> Weighted:
    try:
        cells = collapse(margin_of(counted.valid, 0), margin_of(frame, 0))
        weights = poststratify(cells.respondents, cells.frame)
        estimates = {
            option: estimate(cells.gather(margin_of(counts, 0)), weights, asked=asked)
            for option, counts in counted.counts.items()
        }
    except WeightingError as error:
        return Weighted(estimates={}, refused=error)
    return Weighted(estimates=estimates, weights=weights, merged=_merged(cells))


def _raked(counted: Crossed, frame: Counter[Key], asked: int) -> Weighted:
    try:
        groups = collapse(margin_of(counted.valid, 0), margin_of(frame, 0))
        areas = collapse(margin_of(counted.valid, 1), margin_of(frame, 1), main_group=part_of_country)
        valid = _rekeyed(counted.valid, groups, areas)
        weights = rake(valid, {"group": groups.frame, "area": areas.frame})
        keys = [cell.key for cell in weights.cells]
        estimates = {}
        for option, counts in counted.counts.items():
            merged = _rekeyed(counts, groups, areas)
            estimates[option] = raked_estimate({key: merged[key] for key in keys}, weights, asked=asked)
    except WeightingError as error:
        return Weighted(estimates={}, refused=error)
    return Weighted(estimates=estimates, weights=weights, merged=(*_merged(groups), *_merged(areas)))


def _rekeyed(counts: Counter[Key], groups: Collapse, areas: Collapse) -> Counter[tuple[str, ...]]:
    merged: Counter[tuple[str, ...]] = Counter()
    for (group, area), number in counts.items():
        merged[groups.merged_into[group], areas.merged_into[area]] += number
    return merged


def _merged(cells: Collapse) -> tuple[str, ...]:
    return tuple(sorted({cell for code, cell in cells.merged_into.items() if code != cell}))
