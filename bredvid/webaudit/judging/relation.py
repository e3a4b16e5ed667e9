"""W8: is the violence kept apart from relations, so that she whom a stranger exploits knows that it is about her?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.judging.sections import starts_with_title
from bredvid.webaudit.shapes import State, Verdict, Zone

# Who says that it is about others than a partner: an unknown offender or exploitation, or a buyer.
OUTSIDE = ("outside_relation", "purchase", "buyer", "buyer_service")


def ties(scan: Scan) -> list[Mention]:
    """Where the title or the first heading says that the page is about violence in close relations."""
    if not scan.everywhere("relation"):
        return []
    blocks = scan.page.blocks
    first = next((number for number, block in enumerate(blocks) if block.zone is Zone.HEADINGS), None)
    title = 0 if starts_with_title(scan) else None
    return [one for one in scan.everywhere("relation") if one.block in (first, title) or scan.zone(one) is Zone.TITLE]


def judge(
    scan: Scan, relevant: frozenset[int], named: list[Mention], tied: list[Mention], unclear: bool
) -> Verdict:  # fmt: skip
    """W8 for one page: `named` is what makes W1 or W2 found, `unclear` whether one of them is unclear."""
    if not named:
        if unclear:
            return Verdict(State.UNCLEAR, Reason.NAMING_UNCLEAR)
        return Verdict(State.NOT_FOUND, Reason.NOT_NAMED)
    if not tied:
        return shown(scan, State.FOUND, Reason.NOT_TIED, named)
    apart = [one for group in OUTSIDE for one in scan.among(group, relevant)]
    if apart:
        return shown(scan, State.FOUND, Reason.NOT_TIED, apart)
    return shown(scan, State.NOT_FOUND, Reason.TIED, tied)
