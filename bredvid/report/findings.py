"""The findings on the first page."""

from typing import Any

from bredvid.review.models import Round


def findings_of(round_: Round, language: str) -> list[Any]:
    """Findings of a round."""
    return []
