"""What the same municipality answered last time, for the questions that can be compared."""

from collections import defaultdict

from django.db.models import Q
from django.utils.formats import date_format, number_format

from bredvid.review.models import Answer, Case, Correspondence, Missing, Question, Respondent, Round

_COMPARABLE = (Correspondence.Grade.SAME, Correspondence.Grade.REWORDED)


def previous_answers(case: Case) -> dict[str, str]:
    """By the new question's code, last round's answer in words. Empty where no single answers are known."""
    round_ = case.fieldwork.previous
    if round_ is None or round_.aggregate_only:
        return {}
    respondent = Respondent.objects.filter(round=round_, code=case.code, state=Respondent.State.ANSWERED).first()
    if respondent is None:
        return {}
    pairs = _pairs(round_, case)
    answers: dict[int, list[Answer]] = defaultdict(list)
    rows = Answer.objects.filter(respondent=respondent, question__in=pairs.values())
    for answer in rows.select_related("option", "question").order_by("option__order"):
        answers[answer.question_id].append(answer)
    words = {code: ", ".join(filter(None, map(_words, answers[old]))) for code, old in pairs.items() if answers[old]}
    return {code: text for code, text in words.items() if text}


def _pairs(round_: Round, case: Case) -> dict[str, int]:
    """New question's code → old question's id. A form that is asked again corresponds to itself."""
    new = case.fieldwork.questionnaire_id
    if round_.questionnaire_id == new:
        return dict(Question.objects.filter(section__questionnaire=new).values_list("code", "pk"))
    rows = Correspondence.objects.filter(
        Q(crosswalk__old=round_.questionnaire_id, crosswalk__new=new, old__isnull=False, new__isnull=False),
        grade__in=_COMPARABLE,
    )
    return {code: old for code, old in rows.values_list("new__code", "old_id") if old is not None}


def _words(answer: Answer) -> str:
    if answer.missing:
        return str(Missing(answer.missing).label).capitalize()
    if answer.number is not None and not answer.question.persons:
        number = number_format(answer.number.normalize(), use_l10n=True, force_grouping=True)
        return f"{number} {answer.question.label('unit')}".strip()
    if answer.date is not None:
        return date_format(answer.date, "DATE_FORMAT")
    return answer.option.label("label") if answer.option else ""
