"""The question that a round is shown by where there is room for one: first page, cover, table, map."""

from bredvid.report.drawings import is_whole
from bredvid.report.manuscript.reading import in_files
from bredvid.review.models import Round
from bredvid.review.reads import results_of

# In the rounds that live in files: is there a support programme?
OF_FILES = "q2"


def opening_question(round_: Round) -> str:
    """Its code; "" for a round that has none.

    The first question put to everybody whose answers are parts of one whole, and of those first one that measures a
    recommendation.
    """
    if in_files(round_.code):
        return OF_FILES
    whole = [each.question for each in results_of(round_) if is_whole(each) and each.question.depends_on_id is None]
    measuring = [question for question in whole if question.recommendation]
    return next((question.code for question in (*measuring, *whole)), "")
