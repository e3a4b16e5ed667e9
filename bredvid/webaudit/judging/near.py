"""W10: how many links from the start page to a page that names what she lives with?"""

from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.thresholds import CLICKS, CLICKS_UNCLEAR
from bredvid.webaudit.shapes import Kind, State, Verdict


def judge(kind: Kind, relevant: bool) -> Verdict:
    """W10 for a page alone: only a start page knows its own way."""
    if not relevant:
        return Verdict(State.NOT_FOUND, Reason.NO_RELEVANT_PAGE)
    if kind is Kind.START:
        return Verdict(*state_of(0), 0)
    return Verdict(State.UNCLEAR, Reason.START_UNKNOWN)


def state_of(clicks: int) -> tuple[State, Reason]:
    """The state for a number of clicks."""
    if clicks <= CLICKS:
        return State.FOUND, Reason.NEAR
    if clicks <= CLICKS_UNCLEAR:
        return State.UNCLEAR, Reason.RATHER_FAR
    return State.NOT_FOUND, Reason.FAR
