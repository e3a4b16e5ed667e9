"""Which questions of a round can be drawn on the map."""

from bredvid.report.drawings import is_whole
from bredvid.review.models import Question, Round
from bredvid.review.reads import results_of


def mappable_questions(round_: Round) -> list[Question]:
    """Questions put to everybody, with one answer each that can be told apart; none in a round of totals only."""
    if round_.aggregate_only:
        return []
    return [
        result.question for result in results_of(round_) if is_whole(result) and result.base.frame == round_.frame_size
    ]
