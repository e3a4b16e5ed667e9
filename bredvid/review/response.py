"""Who answered: response rates, non-response by question, how even the response was, and early against late answers.

The mathematics stands in figures/response and docs/explanation/response.md. Only rounds with rows have any of it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from bredvid.figures.response.items import ItemResponse, State, item_response
from bredvid.figures.response.outcomes import Outcomes, count_outcomes
from bredvid.figures.response.propensities import SeparatedError
from bredvid.figures.response.representativity import Model, Representativity, representativity
from bredvid.figures.response.waves import WaveComparison, WaveCount, compare_waves
from bredvid.figures.weights.cells import WeightingError
from bredvid.figures.weights.collapse import collapse
from bredvid.review.counting import was_asked
from bredvid.review.crossing import answered_by_key, frame_by_key, margin_of
from bredvid.review.models import Answer, Missing, Option, Outcome, Question, Respondent, Round
from bredvid.review.regions import part_of_country
from bredvid.review.results import NoRows, Result


@dataclass(frozen=True, kw_only=True)
class Wave:
    """Those who answered after so many reminders, and how many had answered by then."""

    reminders: int
    answered: int
    so_far: int
    frame: int


def outcomes_of(round_: Round) -> Outcomes:
    """What came of asking each unit. An answer of which no more is known counts as complete.

    Raises NoRows for a round of totals.
    """
    _require_rows(round_)
    rows = round_.respondents.order_by().values_list("state", "outcome").annotate(n=Count("pk"))
    return count_outcomes(_outcome(state, outcome) for state, outcome, number in rows for _ in range(number))


def items_of(round_: Round, results: Sequence[Result]) -> list[ItemResponse]:
    """The state of every unit at each of the questions; the base is that of the question's figures.

    Raises NoRows for a round of totals.
    """
    _require_rows(round_)
    took_part = Answer.objects.filter(
        was_asked(), respondent__round=round_, respondent__state=Respondent.State.ANSWERED
    ).order_by()
    people = Count("respondent", distinct=True)
    states: dict[int, Counter[str]] = {}
    reasons = took_part.exclude(missing="").values_list("question", "missing").annotate(n=people)
    chosen = took_part.exclude(option__missing="").filter(option__isnull=False)
    for question, state, number in (*reasons, *chosen.values_list("question", "option__missing").annotate(n=people)):
        states.setdefault(question, Counter())[state] += number
    values = took_part.filter(Q(option__missing="") | Q(option__isnull=True), missing="")
    for question, number in values.values_list("question").annotate(n=people):
        states.setdefault(question, Counter())[State.VALUE.value] += number
    return [_item(round_, result, states.get(result.question.pk, Counter())) for result in results]


def _item(round_: Round, result: Result, found: Counter[str]) -> ItemResponse:
    """Who took part and was asked, but has no answer of any kind, is not reported: nothing is known."""
    asked = result.base.asked
    known = {State(state): number for state, number in found.items() if state != Missing.NOT_ASKED}
    left = max(0, asked - sum(known.values()))
    known[State.NOT_REPORTED] = known.get(State.NOT_REPORTED, 0) + left
    known[State.NOT_ASKED] = round_.answered - asked
    known[State.SILENT] = round_.frame_size - round_.answered
    return item_response(result.question.code, known)


def representativity_of(round_: Round) -> Representativity | None:
    """How evenly kinds of municipalities answered: by group and national area, merged where few answered.

    None where that cannot be said: nearly nobody answered, or all or none did in some kind. Raises NoRows for a
    round of totals.
    """
    _require_rows(round_)
    answered, frame = answered_by_key(round_), frame_by_key(round_)
    try:
        groups = collapse(margin_of(answered, 0), margin_of(frame, 0))
        areas = collapse(margin_of(answered, 1), margin_of(frame, 1), main_group=part_of_country)
    except WeightingError:
        return None
    units: Counter[tuple[str, ...]] = Counter()
    respondents: Counter[tuple[str, ...]] = Counter()
    for (group, area), number in frame.items():
        key = (groups.merged_into[group], areas.merged_into[area])
        units[key] += number
        respondents[key] += answered[group, area]
    try:
        return representativity(respondents, units, ("group", "area"), model=Model.MAIN_EFFECTS)
    except (SeparatedError, ValueError):
        return None


def waves_of(round_: Round) -> list[Wave]:
    """How the answers came in, by reminder. Empty where it is not known of everybody, or all came at once.

    Raises NoRows for a round of totals.
    """
    _require_rows(round_)
    took_part = round_.respondents.order_by().filter(state=Respondent.State.ANSWERED)
    counts = dict(took_part.values_list("wave").annotate(n=Count("pk")))
    if len(counts) < 2 or None in counts:
        return []
    waves, so_far = [], 0
    for reminders in range(max(counts) + 1):
        so_far += counts.get(reminders, 0)
        waves.append(
            Wave(reminders=reminders, answered=counts.get(reminders, 0), so_far=so_far, frame=round_.frame_size)
        )
    return waves


def wave_comparisons(round_: Round, question: Question) -> list[tuple[Option, WaveComparison]]:
    """Whether those who answered late answered otherwise, option by option. Empty where there are no waves.

    Only for a question that was put to everybody. Raises NoRows for a round of totals.
    """
    waves = waves_of(round_)
    if not waves or question.is_follow_up:
        return []
    answers = Answer.objects.filter(
        respondent__round=round_, respondent__state=Respondent.State.ANSWERED, question=question, missing=""
    ).order_by()
    people = Count("respondent", distinct=True)
    valid = dict(answers.values_list("respondent__wave").annotate(n=people))
    counts: dict[int, dict[int, int]] = {}
    chosen = answers.filter(option__isnull=False).values_list("option", "respondent__wave")
    for option, at, number in chosen.annotate(n=people):
        counts.setdefault(option, {})[at] = number
    return [
        (
            option,
            compare_waves(
                [
                    WaveCount(
                        wave=str(each.reminders),
                        count=counts.get(option.pk, {}).get(each.reminders, 0),
                        valid=valid.get(each.reminders, 0),
                        asked=each.answered,
                    )
                    for each in waves
                ],
                round_.frame_size,
            ),
        )
        for option in question.options.all()
    ]


def _outcome(state: str, outcome: str) -> str:
    if state == Respondent.State.ANSWERED:
        return Outcome.PARTIAL.value if outcome == Outcome.PARTIAL else Outcome.COMPLETE.value
    return outcome if outcome in (Outcome.REFUSAL, Outcome.NON_CONTACT) else Outcome.UNKNOWN.value


def _require_rows(round_: Round) -> None:
    if round_.aggregate_only:
        raise NoRows(f"round {round_.code} is published as totals only: nothing is known of who answered")
