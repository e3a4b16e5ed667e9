"""W6: does the page say that she can be anonymous when she asks for support?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.negation import answered_no, denied
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan, Sentence
from bredvid.webaudit.judging.sections import headings_over
from bredvid.webaudit.shapes import CONTENT_ZONES, State, Verdict

SAID = ("anonymity", "anonymity_in_other_words")
SERVICE = ("contact", "support")
TO_HER = ("you", *SERVICE)
ASKED = "asked_for_name"
EXCLUDES = "not_anonymous_support"


def judge(scan: Scan) -> Verdict:
    """W6 for one page."""
    said = sorted([*(one for group in SAID for one in scan.everywhere(group)), *_need_not_say(scan)], key=_place)
    if not said:
        return Verdict(State.NOT_FOUND, Reason.NO_TERM)
    undenied = [one for one in said if not _is_denied(scan, one)]
    about_her = [one for one in undenied if not _is_another_matter(scan, one)]
    offered = [one for one in about_her if _to_her(scan, scan.sentence(one))]
    content = [one for one in offered if scan.zone(one) in CONTENT_ZONES]
    if content:
        return shown(scan, State.FOUND, Reason.OFFERED, content)
    if offered:
        return shown(scan, State.UNCLEAR, Reason.OUTSIDE_CONTENT, offered)
    if about_her:
        return shown(scan, State.UNCLEAR, Reason.WORD_ALONE, about_her)
    if undenied:
        return shown(scan, State.NOT_FOUND, Reason.ANOTHER_MATTER, undenied)
    return shown(scan, State.NOT_FOUND, Reason.NEGATED, said)


def _need_not_say(scan: Scan) -> list[Mention]:
    """Where it is asked whether she must say who she is, and the answer is no."""
    return [one for one in scan.everywhere(ASKED) if answered_no(scan, one)]


def _is_denied(scan: Scan, mention: Mention) -> bool:
    """The word is denied by any negator before it; what says it in other words (`inget namn`) is itself a negation."""
    if mention.term.group == ASKED or mention.term.is_frame:
        return False
    return denied(scan, mention, wide=mention.term.group == "anonymity") or answered_no(scan, mention)


def _is_another_matter(scan: Scan, mention: Mention) -> bool:
    """Whether its sentence, or the title or heading over it, is about a matter in which anonymity is no support.

    Where its sentence names neither contact nor support, what its block says before it counts too.
    """
    sentence, over = scan.sentence(mention), headings_over(scan, mention.block)
    since = sentence.start if any(scan.has(group, sentence) for group in SERVICE) else 0
    said = (one for one in scan.in_block(EXCLUDES, mention.block) if since <= one.start < sentence.end)
    return any(said) or bool(scan.among(EXCLUDES, over))


def _to_her(scan: Scan, sentence: Sentence) -> bool:
    return any(scan.has(group, sentence) for group in (*TO_HER, ASKED))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.block, mention.start
