"""W9: is the page readable? LIX (Björnsson 1968) and the length of sentences, on prose alone."""

from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.thresholds import LIX, LIX_UNCLEAR, PROSE_WORDS, SENTENCE_WORDS
from bredvid.webaudit.reading.readability import readability
from bredvid.webaudit.shapes import Page, State, Verdict, Zone

PROSE_ZONES = frozenset({Zone.MAIN, Zone.FOLDED})


def judge(page: Page) -> Verdict:
    """W9 for one page; its value is LIX and the words of a mean sentence."""
    measured = readability([block for block in page.blocks if block.zone in PROSE_ZONES])
    state, reason = state_of(measured.words, measured.lix, measured.sentence_length)
    if reason == Reason.TOO_LITTLE_TEXT:
        return Verdict(state, reason)
    return Verdict(state, reason, (round(measured.lix, 1), round(measured.sentence_length, 1)))


def state_of(words: int, lix: float, sentence_length: float) -> tuple[State, Reason]:
    """The state for a number of words, their LIX and their mean sentence."""
    if words < PROSE_WORDS:
        return State.UNCLEAR, Reason.TOO_LITTLE_TEXT
    if lix <= LIX and sentence_length <= SENTENCE_WORDS:
        return State.FOUND, Reason.READABLE
    if lix <= LIX_UNCLEAR:
        return State.UNCLEAR, Reason.FAIRLY_READABLE
    return State.NOT_FOUND, Reason.HARD_TO_READ
