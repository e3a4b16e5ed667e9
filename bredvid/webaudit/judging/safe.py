"""W11: can she read in safety? A way to leave quickly or advice on her history, and nobody else who is told."""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Scan
from bredvid.webaudit.shapes import State, Verdict, Zone

QUICK_EXIT, ADVICE = "quick-exit", "history-advice"
SEEN = frozenset(Zone) - {Zone.HIDDEN, Zone.SCRIPT}


def judge(scan: Scan) -> Verdict:
    """W11 for one page; its value says what there is, and which hosts are told that she reads."""
    if not scan.page.markup:
        return Verdict(State.NOT_CHECKED, Reason.NO_MARKUP)
    ways_out, advice = scan.of("quick_exit", SEEN), scan.of("history_advice", SEEN)
    leaves = scan.page.quick_exit or bool(ways_out)
    state, reason = state_of(leaves or bool(advice), bool(scan.page.third_parties))
    value = (*([ADVICE] if advice else []), *([QUICK_EXIT] if leaves else []), *scan.page.third_parties)
    return shown(scan, state, reason, ways_out or advice, value)


def state_of(way_out: bool, third_party: bool) -> tuple[State, Reason]:
    """The state for a way out (or advice) and for a third party that is loaded."""
    if way_out:
        return (State.UNCLEAR, Reason.THIRD_PARTY_LOADED) if third_party else (State.FOUND, Reason.SAFE)
    return (State.NOT_FOUND, Reason.NOT_SAFE) if third_party else (State.UNCLEAR, Reason.NO_WAY_OUT)
