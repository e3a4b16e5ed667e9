"""W2: does the page name pornography, about those exposed in it?"""

from bredvid.webaudit.judging.evidence import shown
from bredvid.webaudit.judging.naming import affirmed, content_first, outside, vocabularies
from bredvid.webaudit.judging.prostitution import nothing_left
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import State, Verdict, Zone

IMAGES = "images"
"""The form of W3 that points at pornography: images for payment."""

LABELS = frozenset({Zone.TITLE, Zone.HEADINGS})


def named(scan: Scan) -> list[Mention]:
    """Where the content zones name pornography, undenied, with a sign of those exposed and none of another subject."""
    return [mention for mention in affirmed(scan, scan.of("pornography")) if _about_those_exposed(scan, mention)]


def judge(scan: Scan, found: list[Mention]) -> Verdict:
    """W2 for one page, where `found` is what `named` gave."""
    if found:
        return shown(scan, State.FOUND, Reason.ABOUT_THOSE_EXPOSED, found, vocabularies(found))
    undenied = affirmed(scan, scan.of("pornography"))
    bare = [one for one in undenied if not (_about_another_subject(scan, one) or _over_another_subject(scan, one))]
    if bare:
        return shown(scan, State.UNCLEAR, Reason.ABOUT_NOBODY, bare)
    elsewhere = [one for one in outside(scan, "pornography") if not _about_another_subject(scan, one)]
    if elsewhere:
        return shown(scan, State.UNCLEAR, Reason.OUTSIDE_CONTENT, elsewhere)
    images = [one for one in content_first(scan, "form") if one.term.form == IMAGES]
    if images:
        return shown(scan, State.UNCLEAR, Reason.ONLY_IMAGES, images)
    if undenied:
        return shown(scan, State.NOT_FOUND, Reason.ANOTHER_SUBJECT, undenied)
    return nothing_left(scan, "pornography")


def _about_another_subject(scan: Scan, mention: Mention) -> bool:
    return scan.has("other_subject", scan.sentence(mention))


def _over_another_subject(scan: Scan, mention: Mention) -> bool:
    """Whether it is a heading over a text about another subject."""
    after = scan.after(scan.sentence(mention))
    return scan.zone(mention) in LABELS and after is not None and scan.has("other_subject", after)


def _about_those_exposed(scan: Scan, mention: Mention) -> bool:
    sentence = scan.sentence(mention)
    if scan.has("other_subject", sentence):
        return False
    if scan.has("exposed", sentence):
        return True
    beside = scan.around(sentence)[1:]
    return any(scan.has("exposed", near) and not scan.has("exposed_elsewhere", near) for near in beside)
