"""W5: does she understand what the units are called?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Scan
from bredvid.webaudit.shapes import State, Verdict


def judge(scan: Scan, relevant: frozenset[int]) -> Verdict:
    """W5 for one page: does each unit of the relevant sections stand with an ordinary word for what it gives?"""
    units = scan.among("unit", relevant)
    if not units:
        return Verdict(State.UNCLEAR, Reason.NOTHING_TO_JUDGE)
    internal = [unit for unit in units if not scan.has("unit_ordinary", scan.sentence(unit))]
    names = tuple(sorted({scan.text(unit) for unit in units}))
    if not internal:
        return shown(scan, State.FOUND, Reason.UNDERSTANDABLE, units, names)
    if len(internal) < len(units):
        return shown(scan, State.UNCLEAR, Reason.PARTLY_UNDERSTANDABLE, internal, names)
    return shown(scan, State.NOT_FOUND, Reason.INTERNAL_NAME, internal, names)
