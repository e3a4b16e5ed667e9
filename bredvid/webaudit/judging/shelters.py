"""W7: does the page name a shelter for women or girls, so that she can reach it?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.naming import affirmed
from bredvid.webaudit.judging.reaching import reachable
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Scan
from bredvid.webaudit.shapes import State, Verdict, Zone

SEEN = frozenset(Zone) - {Zone.HIDDEN, Zone.NAV}


def judge(scan: Scan) -> Verdict:
    """W7 for one page; its value is the names."""
    said = scan.of("shelter", SEEN)
    named = affirmed(scan, said)
    reached = [mention for mention in named if reachable(scan, mention)]
    if reached:
        names = tuple(sorted({scan.text(mention) for mention in reached}))
        return shown(scan, State.FOUND, Reason.REACHABLE, reached, names)
    if named:
        return shown(scan, State.UNCLEAR, Reason.NOT_REACHABLE, named, tuple(sorted({scan.text(one) for one in named})))
    unnamed = scan.of("shelter_unnamed", SEEN)
    spoken_of = affirmed(scan, unnamed)
    if spoken_of:
        return shown(scan, State.UNCLEAR, Reason.UNNAMED, spoken_of)
    denied = said or unnamed
    return shown(scan, State.NOT_FOUND, Reason.NEGATED if denied else Reason.NO_TERM, denied)
