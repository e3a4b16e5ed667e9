"""A municipality in a round, in the reader's words."""

from django.utils.translation import gettext

from bredvid.report.numbers_in_brief import plain_number
from bredvid.review.models import Answer, Missing


def answer_text(answer: Answer) -> str:
    """What was answered: the number, the day or the option; else why there is nothing, or that none fits."""
    if answer.number is not None:
        unit = answer.question.label("unit")
        return f"{plain_number(answer.number)} {unit}".rstrip()
    if answer.date is not None:
        return answer.date.isoformat()
    if answer.option:
        return answer.option.label("label")
    if answer.missing:
        return str(Missing(answer.missing).label)
    return gettext("none of the alternatives")
