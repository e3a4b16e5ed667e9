"""Why there is no value: how many of those who were asked a question gave none, by reason."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count

from bredvid.review.counting import was_asked
from bredvid.review.models import Answer, Missing, Respondent, Round
from bredvid.review.results import Result


def missing_by_reason(round_: Round, results: Collection[Result]) -> Mapping[str, Mapping[str, int]]:
    """By question code: municipalities without a value, by `Missing`. The reasons add up to what is unaccounted for.

    One that took part and of whose answer nothing is stored is not reported. A round of totals has no reasons at all.
    """
    found: dict[str, Counter[str]] = {result.question.code: Counter() for result in results}
    if round_.aggregate_only:
        return found
    # Whom an expression leaves out was never asked, and stands in no base of the question.
    outside = {(each.question.code, Missing.NOT_ASKED.value) for each in results if each.question.is_follow_up}
    for question, reason, number in _counted(round_):
        if question in found and (question, reason) not in outside:
            found[question][reason] += number
    for result in results:
        left = result.unaccounted - sum(found[result.question.code].values())
        if left > 0:
            found[result.question.code][Missing.NOT_REPORTED.value] += left
    return found


def _counted(round_: Round) -> Iterable[tuple[str, str, int]]:
    took_part = Answer.objects.filter(
        was_asked(), respondent__round=round_, respondent__state=Respondent.State.ANSWERED
    ).exclude(missing="")
    return took_part.order_by().values_list("question__code", "missing").annotate(n=Count("respondent", distinct=True))
