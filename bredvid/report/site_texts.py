"""Texts of the site itself, outside any report: written as chapters, so that their numbers are bound too."""

from django.utils.safestring import SafeString

from bredvid.report.blocks.html import chapter_html
from bredvid.report.claims.explained import explained_in
from bredvid.report.claims.report import compose_chapter
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import SITE
from bredvid.review.models import Round


def site_text(name: str, round_: Round) -> tuple[str, SafeString]:
    """Title and HTML of one text in the reader's language. Raises LookupError for one that is not there."""
    chapter = compose_chapter(round_, reader_language(), name, folder=SITE)
    return chapter.title, chapter_html(chapter.blocks, explained=explained_in(round_.code))
