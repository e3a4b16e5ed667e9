"""W6: does the page say that she can be anonymous when she asks for support?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.negation import answered_no, denied
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan, Sentence
from bredvid.webaudit.judging.sections import headings_over
from bredvid.webaudit.shapes import CONTENT_ZONES, State, Verdict

SAID = ("anonymity", "anonymity_in_other_words")
TO_HER = ("you", "contact", "support")
EXCLUDES = "not_anonymous_support"


def judge(scan: Scan) -> Verdict:
    """W6 for one page."""
    said = sorted((one for group in SAID for one in scan.everywhere(group)), key=_place)
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


def _is_denied(scan: Scan, mention: Mention) -> bool:
    """The word is denied by any negator before it; what says it in other words (`inget namn`) is itself a negation."""
    return denied(scan, mention, wide=mention.term.group == "anonymity") or answered_no(scan, mention)


def _is_another_matter(scan: Scan, mention: Mention) -> bool:
    """Whether its sentence, or the title or heading over it, is about a matter in which anonymity is no support."""
    over = headings_over(scan, mention.block)
    return scan.has(EXCLUDES, scan.sentence(mention)) or bool(scan.among(EXCLUDES, over))


def _to_her(scan: Scan, sentence: Sentence) -> bool:
    return any(scan.has(group, sentence) for group in TO_HER)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.block, mention.start
