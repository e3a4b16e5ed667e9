"""W3: does the page name forms that she recognises? Two words for one form count once."""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.naming import affirmed
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.judging.thresholds import FORMS_FOUND, FORMS_UNCLEAR
from bredvid.webaudit.shapes import State, Verdict


def named(scan: Scan) -> list[Mention]:
    """Where the content zones name a form without denying it."""
    beside = [one for one in scan.of("beside_images") if _with_images(scan, one)]
    return affirmed(scan, sorted([*scan.of("form"), *beside], key=lambda one: (one.block, one.start)))


def _with_images(scan: Scan, mention: Mention) -> bool:
    """Whether images stand beside a threat or a payment: in its sentence or the next on either side."""
    return any(scan.has("image_word", near) for near in scan.around(scan.sentence(mention)))


def groups(mentions: list[Mention]) -> tuple[str, ...]:
    """The form groups of the mentions, once each, in order of the alphabet."""
    return tuple(sorted({mention.term.form for mention in mentions}))


def judge(scan: Scan, found: list[Mention]) -> Verdict:
    """W3 for one page, where `found` is what `named` gave."""
    if found:
        state, reason = state_of(len(groups(found)))
        return shown(scan, state, reason, _one_of_each(found), groups(found))
    elsewhere = [one for one in scan.everywhere("form") if one not in scan.of("form")]
    if elsewhere:
        return shown(scan, State.UNCLEAR, Reason.OUTSIDE_CONTENT, elsewhere)
    negated = scan.of("form")
    return shown(scan, State.NOT_FOUND, Reason.NEGATED if negated else Reason.NO_TERM, negated)


def state_of(count: int) -> tuple[State, Reason]:
    """The state for a number of form groups."""
    if count >= FORMS_FOUND:
        return State.FOUND, Reason.FORMS_NAMED
    if count >= FORMS_UNCLEAR:
        return State.UNCLEAR, Reason.ONE_FORM
    return State.NOT_FOUND, Reason.NO_TERM


def _one_of_each(mentions: list[Mention]) -> list[Mention]:
    """The first mention of each group: what the quotation should show."""
    return list({mention.term.form: mention for mention in reversed(mentions)}.values())[::-1]
