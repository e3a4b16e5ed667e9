"""The base of a whole round, also where its questionnaire has no question that can be counted."""

from bredvid.figures.figure import Base
from bredvid.review.models import Round


def round_base(round_: Round) -> Base:
    """Those who took part, of all that the round is about."""
    return Base(asked=round_.answered, valid=round_.answered, frame=round_.frame_size)
