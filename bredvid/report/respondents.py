"""A municipality in a round, in the reader's words."""

from bredvid.report.language import reader_language
from bredvid.review.models import Respondent


def group_name(respondent: Respondent) -> str:
    """The name of its group of comparable municipalities."""
    return respondent.group.name_en if reader_language() == "en" else respondent.group.name
