"""What W1 and W2 share: hits that are not denied, and what they are worth outside the content zones."""

from collections.abc import Iterable

from bredvid.webaudit.judging.negation import denied, refused
from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.shapes import CONTENT_ZONES


def affirmed(scan: Scan, mentions: Iterable[Mention]) -> list[Mention]:
    """Those of the mentions that no negation denies, nor a no to who asks for help."""
    return [mention for mention in mentions if not (denied(scan, mention) or refused(scan, mention))]


def outside(scan: Scan, group: str) -> list[Mention]:
    """The mentions of a group outside the content zones, not denied."""
    return affirmed(scan, (one for one in scan.everywhere(group) if scan.zone(one) not in CONTENT_ZONES))


def content_first(scan: Scan, group: str) -> list[Mention]:
    """The mentions of a group, not denied, those in the content zones first."""
    return affirmed(scan, scan.of(group)) + outside(scan, group)


def vocabularies(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The vocabularies that the mentions belong to, once each, in order of the alphabet."""
    return tuple(sorted({mention.term.vocabulary for mention in mentions if mention.term.vocabulary}))
