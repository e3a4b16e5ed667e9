"""W12: are those who buy kept apart from her?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import State, Verdict


def judge(scan: Scan, relevant: frozenset[int], named: list[Mention]) -> Verdict:
    """W12 for one page, where `named` is what makes it relevant."""
    if not named:
        return Verdict(State.UNCLEAR, Reason.NOTHING_TO_JUDGE)
    spoken_to = scan.of("buyer_spoken_to")
    if spoken_to:
        return shown(scan, State.NOT_FOUND, Reason.SPEAKS_TO_BUYERS, spoken_to)
    services = scan.among("buyer_service", relevant)
    if services:
        return shown(scan, State.NOT_FOUND, Reason.BUYERS_SERVICE, services)
    return shown(scan, State.FOUND, Reason.KEPT_APART, named)
