"""The table of notes on quality: what in the source does not close or cannot be tested."""

from bredvid.report.data.values import Cell
from bredvid.review.models import Round


def quality_records(round_: Round) -> list[dict[str, Cell]]:
    """One record a note of the quality ledger, in its order."""
    return []
