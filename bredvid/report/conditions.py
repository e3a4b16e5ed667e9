"""To whom a question was put, in the words of its form."""

from bredvid.report.language import reader_language
from bredvid.review.expressions import describe_relevance
from bredvid.review.forms import form_of
from bredvid.review.models import Question, Round


def condition_of(round_: Round, question: Question) -> str:
    """When the form puts the question: "om ni svarat Ja på fråga 2". Empty where it is put to all.

    Empty also for a reconstructed form: it was never printed, so its questions have no numbers to point at.
    """
    if not question.is_follow_up or round_.questionnaire.reconstructed:
        return ""
    form = form_of(round_.questionnaire)
    return describe_relevance(form.by_code[question.code], form, reader_language())
