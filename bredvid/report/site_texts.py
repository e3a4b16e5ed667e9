"""Texts of the site itself, outside any report: written as chapters, so that their numbers are bound too."""

from django.utils.safestring import SafeString

from bredvid.review.models import Round


def site_text(name: str, round_: Round) -> tuple[str, SafeString]:
    """Title and HTML of one text in the reader's language."""
    return name, SafeString("")
