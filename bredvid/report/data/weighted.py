"""The tables of numbers in brief and of weighted shares."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bredvid.figures.weights.cells import TooFewRespondentsError, WeightingError
from bredvid.figures.weights.estimate import Estimate
from bredvid.report.data.values import Cell
from bredvid.review.keys import make_key
from bredvid.review.models import Question, Round
from bredvid.review.results import Result
from bredvid.review.weighting import Weighted, WeightedQuestion, weighted_questions

_DECIMALS = 6


def number_records(results: Sequence[Result]) -> list[dict[str, Cell]]:
    """One record for each question that is answered with a number that is none of persons."""
    return [_number_record(result) for result in results if result.question.is_number]


def weighted_records(round_: Round, questions: Sequence[Question]) -> list[dict[str, Cell]]:
    """One record for each answer and way of weighting; none for a round of totals."""
    if round_.aggregate_only:
        return []
    return [record for each in weighted_questions(round_, questions) for record in _records(round_, each)]


def refusal_code(error: WeightingError) -> str:
    """Why a weighting was refused, as a code of the closed list."""
    return "too_few" if isinstance(error, TooFewRespondentsError) else "no_weights"


def _number_record(result: Result) -> dict[str, Cell]:
    summary = result.summary
    names = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")
    return {
        "question": result.question.code,
        "unit_sv": result.question.unit_sv or None,
        "unit_en": result.question.unit_en or None,
        "given": summary.n if summary else 0,
        "asked": result.base.asked,
        "frame": result.base.frame,
        **({name: _plain(getattr(summary, name)) for name in names} if summary else {}),
    }


def _records(round_: Round, weighted: WeightedQuestion) -> Iterator[dict[str, Cell]]:
    for method, way in (("group", weighted.by_group), ("raked", weighted.raked)):
        for option in weighted.options:
            yield {
                "key": make_key(round_.code, weighted.question.code, option.code),
                "method": method,
                "question": weighted.question.code,
                "option": option.code,
                **_estimated(way, option.code),
            }


def _estimated(way: Weighted, option: str) -> dict[str, Cell]:
    if way.refused is not None:
        return {"refused": refusal_code(way.refused)}
    found: Estimate = way.estimates[option]
    return {
        "count": found.count,
        "asked": found.base.asked,
        "valid": found.base.valid,
        "frame": found.base.frame,
        "unweighted_share": _plain(found.unweighted_share),
        "share": _plain(found.share),
        "standard_error": round(found.standard_error, _DECIMALS),
        "interval_low": found.interval.low,
        "interval_high": found.interval.high,
        "design_effect": _plain(found.design_effect),
        "effective_n": _plain(found.effective_n),
        "merged": ";".join(way.merged) or None,
    }


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), _DECIMALS)
