"""A municipality in a round, in the reader's words."""

from django.utils.translation import gettext

from bredvid.figures.numbers import count
from bredvid.report.language import reader_language
from bredvid.review.models import Answer, Missing


def answer_text(answer: Answer) -> str:
    """What was answered: the option, the number or the text; else why there is nothing, or that none fits."""
    if answer.option:
        return answer.option.label("label")
    if answer.number is not None:
        return count(answer.number, reader_language())
    if answer.missing:
        return str(Missing(answer.missing).label)
    return answer.text or gettext("none of the alternatives")
