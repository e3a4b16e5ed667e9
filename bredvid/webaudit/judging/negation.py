"""Whether a hit is denied: `har inget stöd för`, `erbjuder inte`, before the hit and within the clause.

What is said of her guilt or her duty (`aldrig ditt fel`, `du behöver inte`) denies nothing, and neither does a bare
`inte` that denies something else (`det är inte olagligt att sälja sex`).
"""

import re
from collections.abc import Iterator

from bredvid.webaudit.judging.scan import Mention, Scan

# Where a clause ends inside a sentence whatever its words are. Words that open a new clause (men, eftersom) are the
# lexicon's group `clause_break`; a comma ends a clause only where the next one speaks to somebody: else it is a list.
_BREAK = re.compile(r"[;()?!]|\s[–—-]\s")

SERVICES = ("support", "service")
"""What a bare negator must stand beside to deny the subject: `inte något stöd`, `arbetar inte`."""

WORDS_TO_SERVICE = 2
WORDS_TO_SUBJECT = 1
"""The most words between a bare negator and what it denies."""


def denied(scan: Scan, mention: Mention, *, wide: bool = False) -> bool:
    """Says whether a term is denied by a negator before it in the same clause.

    `wide` lets a bare negator deny whatever follows in its clause: so with anonymity, a promise and not a subject.
    """
    return any(wide or _denies(scan, negator, mention) for negator in _negators(scan, mention))


def answered_no(scan: Scan, mention: Mention) -> bool:
    """Says whether a term stands in a question to which the next sentence answers no."""
    here = scan.sentence(mention)
    if not scan.block(mention).text[here.start : here.end].endswith("?"):
        return False
    after = scan.after(here)
    return after is not None and any(one.start == after.start for one in scan.within("answer_no", after))


def refused(scan: Scan, mention: Mention) -> bool:
    """Says whether a term stands in a question for help that is answered with no; one about the law denies nothing."""
    return answered_no(scan, mention) and any(scan.has(group, scan.sentence(mention)) for group in SERVICES)


def _negators(scan: Scan, mention: Mention) -> Iterator[Mention]:
    for negator in scan.within("negator", scan.sentence(mention)):
        if negator.end <= mention.start and not _harmless(scan, negator) and _same_clause(scan, negator, mention):
            yield negator


def _denies(scan: Scan, negator: Mention, mention: Mention) -> bool:
    if not _is_bare(scan, negator):
        return True
    if "," not in _between(scan, negator, mention) and _words(scan, negator, mention) <= WORDS_TO_SUBJECT:
        return True
    return any(_beside(scan, negator, one) for group in SERVICES for one in scan.in_block(group, negator.block))


def _is_bare(scan: Scan, negator: Mention) -> bool:
    return any(
        (bare.start, bare.end) == (negator.start, negator.end) for bare in scan.in_block("negator_bare", negator.block)
    )


def _beside(scan: Scan, negator: Mention, service: Mention) -> bool:
    if service.start >= negator.end:
        return _words(scan, negator, service) <= WORDS_TO_SERVICE
    return service.end <= negator.start and _words(scan, service, negator) == 0


def _words(scan: Scan, first: Mention, second: Mention) -> int:
    return len(_between(scan, first, second).split())


def _between(scan: Scan, first: Mention, second: Mention) -> str:
    return scan.block(first).text[first.end : second.start]


def _harmless(scan: Scan, negator: Mention) -> bool:
    return any(
        said.start < negator.end and negator.start < said.end for said in scan.in_block("no_denial", negator.block)
    )


def _same_clause(scan: Scan, negator: Mention, mention: Mention) -> bool:
    between = _between(scan, negator, mention)
    if _BREAK.search(between) or _has(scan, "clause_break", mention, negator.end):
        return False
    comma = between.rfind(",")
    return comma < 0 or not _has(scan, "you", mention, negator.end + comma)


def _has(scan: Scan, group: str, before: Mention, since: int) -> bool:
    # It may reach into the hit: "och vi" before "vi vet inte vem du är".
    return any(since <= other.start < before.start for other in scan.in_block(group, before.block))
