"""The table of notes on quality: what in the source does not close or cannot be tested."""

from bredvid.report.data.values import Cell
from bredvid.review.checks import findings_of
from bredvid.review.models import Round
from bredvid.review.rules.finding import Finding


def quality_records(round_: Round) -> list[dict[str, Cell]]:
    """One record a note, in the order of the ledger's numbers and then of the claims."""
    records = [_record(finding) for finding in findings_of(round_)]
    return sorted(records, key=lambda record: (record["number"] is None, record["number"]))


def _record(finding: Finding) -> dict[str, Cell]:
    return {
        "note": finding.claim.code,
        "number": finding.claim.ledger,
        "kind": finding.kind.value,
        "lines": finding.claim.lines,
        "stated": _text(finding.stated),
        "computed": _text(finding.computed),
        "gap": finding.gap,
        "follows_from": finding.follows_from,
        "text_sv": finding.text_sv,
        "text_en": finding.text_en,
    }


def _text(value: int | str) -> str | None:
    """Numbers and words in one column; nothing where the note compares nothing."""
    return str(value) or None
