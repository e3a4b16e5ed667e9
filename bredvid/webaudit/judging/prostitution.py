"""W1: does the page name prostitution?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.naming import affirmed, content_first, outside, vocabularies
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import State, Verdict

# What points at it without naming it: the lexicon's group, and why that is not enough.
POINTERS = (
    ("hiding", Reason.ONLY_HIDING),
    ("purchase", Reason.ONLY_PURCHASE),
    ("exploitation", Reason.ONLY_EXPLOITATION),
    ("form", Reason.ONLY_FORM),
)


# Forms of violence in which nobody pays for sex point at nothing here.
NO_PAID_SEX = frozenset({"extortion"})


def named(scan: Scan) -> list[Mention]:
    """Where the content zones name prostitution without denying it."""
    return affirmed(scan, scan.of("prostitution"))


def judge(scan: Scan, found: list[Mention]) -> Verdict:
    """W1 for one page, where `found` is what `named` gave."""
    if found:
        return shown(scan, State.FOUND, Reason.NAMED, found, vocabularies(found))
    elsewhere = outside(scan, "prostitution")
    if elsewhere:
        return shown(scan, State.UNCLEAR, Reason.OUTSIDE_CONTENT, elsewhere)
    for group, reason in POINTERS:
        pointing = [one for one in content_first(scan, group) if one.term.form not in NO_PAID_SEX]
        if pointing:
            return shown(scan, State.UNCLEAR, reason, pointing)
    return nothing_left(scan, "prostitution")


def nothing_left(scan: Scan, group: str) -> Verdict:
    """Not found: because what stands there is denied, or because nothing does."""
    negated = scan.everywhere(group)
    return shown(scan, State.NOT_FOUND, Reason.NEGATED if negated else Reason.NO_TERM, negated)
