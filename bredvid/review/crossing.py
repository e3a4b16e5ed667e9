"""Answers counted by group and national area at once, for weights. A few queries however many questions there are."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from bredvid.review.models import Answer, Question, Respondent, Round
from bredvid.review.regions import region_of

Key = tuple[str, str]  # group, national area


@dataclass
class Crossed:
    """One question: respondents by group and area whose answer is accounted for, and who gave each option."""

    valid: Counter[Key] = field(default_factory=Counter)
    counts: dict[str, Counter[Key]] = field(default_factory=dict)


def frame_by_key(round_: Round) -> Counter[Key]:
    """How many units of the frame stand in each group and area."""
    return _by_key(round_.respondents.order_by())


def answered_by_key(round_: Round) -> Counter[Key]:
    """How many of them took part."""
    return _by_key(round_.respondents.order_by().filter(state=Respondent.State.ANSWERED))


def crossed(round_: Round, questions: Collection[Question]) -> dict[str, Crossed]:
    """By question code. Only questions that everybody was asked: of others the frame is not known."""
    whole = [question for question in questions if not question.is_follow_up]
    found = {
        question.code: Crossed(counts={option.code: Counter() for option in question.options.all()})
        for question in whole
    }
    answers = Answer.objects.filter(
        respondent__round=round_, respondent__state=Respondent.State.ANSWERED, question__in=whole, missing=""
    ).order_by()
    place = ("question__code", "respondent__group__code", "respondent__county__code")
    people = Count("respondent", distinct=True)
    for question, group, county, number in answers.values_list(*place).annotate(n=people):
        found[question].valid[group, region_of(county)] += number
    chosen = answers.filter(option__isnull=False).values_list(*place, "option__code").annotate(n=people)
    for question, group, county, option, number in chosen:
        found[question].counts[option][group, region_of(county)] += number
    return found


def margin_of(counts: Counter[Key], place: int) -> Counter[str]:
    """The counts by group alone (place 0) or by national area alone (place 1)."""
    margin: Counter[str] = Counter()
    for key, number in counts.items():
        margin[key[place]] += number
    return margin


def _by_key(respondents: "QuerySet[Respondent]") -> Counter[Key]:
    keys: Counter[Key] = Counter()
    for group, county, number in respondents.values_list("group__code", "county__code").annotate(n=Count("pk")):
        keys[group, region_of(county)] += number
    return keys
