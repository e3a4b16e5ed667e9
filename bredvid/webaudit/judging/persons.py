"""W4: does the page speak to women and girls where it speaks of prostitution and pornography?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.judging.thresholds import GENDERED_SHARE, GENDERED_SHARE_UNCLEAR, GENDERED_WORDS
from bredvid.webaudit.shapes import State, Verdict


def judge(scan: Scan, relevant: frozenset[int]) -> Verdict:
    """W4 for one page: the share of gendered words among the words for persons in the relevant sections."""
    gendered = scan.among("gendered", relevant)
    places = {_place(one) for one in gendered}
    every = places | {_place(one) for one in scan.among("person", relevant)}
    if not every:
        return Verdict(State.UNCLEAR, Reason.NOTHING_TO_JUDGE)
    state, reason = state_of(len(places), len(every))
    return shown(scan, state, reason, gendered, round(len(places) / len(every), 2))


def state_of(gendered: int, every: int) -> tuple[State, Reason]:
    """The state for a number of gendered words among all words for persons (at least one)."""
    share = gendered / every
    if gendered >= GENDERED_WORDS and share >= GENDERED_SHARE:
        return State.FOUND, Reason.SPEAKS_TO_WOMEN
    if share >= GENDERED_SHARE_UNCLEAR or 0 < gendered < GENDERED_WORDS:
        return State.UNCLEAR, Reason.SPEAKS_PARTLY_TO_WOMEN
    return State.NOT_FOUND, Reason.GENDER_NEUTRAL


def _place(mention: Mention) -> tuple[int, int]:
    return mention.block, mention.start
