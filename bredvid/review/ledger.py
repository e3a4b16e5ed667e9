"""The quality ledger of a round: what in its source does not close, numbered, as notes to a colleague."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from bredvid.review.checks import findings_of
from bredvid.review.models import Round
from bredvid.review.rules.finding import Finding, Kind


@dataclass(frozen=True, kw_only=True)
class LedgerEntry:
    """One row of the ledger. `gap` is in answers, None where the entry is not about a count.

    `follows_from` is the number of the entry that this one is a consequence of.
    """

    number: int
    kind: Kind
    lines: str
    note_sv: str
    note_en: str
    gap: int | None
    follows_from: int | None = None


def ledger_of(round_: Round) -> list[LedgerEntry]:
    """The ledger that the rules produce from the round's claims, by number."""
    return entries(findings_of(round_))


def entries(findings: Iterable[Finding]) -> list[LedgerEntry]:
    """Findings as ledger entries. A finding nobody has numbered yet gets the next free number."""
    found = list(findings)
    taken = {finding.claim.ledger for finding in found if finding.claim.ledger is not None}
    free = (number for number in count(max(taken, default=0) + 1))
    numbers = {finding.claim.code: finding.claim.ledger or next(free) for finding in found}
    return sorted((_entry(finding, numbers) for finding in found), key=lambda entry: entry.number)


def _entry(finding: Finding, numbers: dict[str, int]) -> LedgerEntry:
    return LedgerEntry(
        number=numbers[finding.claim.code],
        kind=finding.kind,
        lines=finding.claim.lines,
        note_sv=finding.text_sv,
        note_en=finding.text_en,
        gap=finding.gap,
        follows_from=numbers.get(finding.follows_from) if finding.follows_from else None,
    )
