"""Builds the draft of a round from the answers as they are now."""

from django.utils import timezone

from bredvid.report.manuscript.reading import edition_of
from bredvid.review.models import Fieldwork, Round
from bredvid.review.projection import build


def rebuild(fieldwork: Fieldwork) -> Round:
    """The draft, as the edition that would come next. Raises NotProjectable for an answer the form does not allow."""
    edition = edition_of(fieldwork.code)
    return build(
        fieldwork, draft=True, edition=edition.edition + 1 if edition else 1, published_on=timezone.localdate()
    )
