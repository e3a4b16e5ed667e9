"""The findings on the first page: each a sentence of the text `fynd`, with the figure that it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.report.blocks.html import spans_html
from bredvid.report.blocks.tree import Paragraph, Value
from bredvid.report.claims.chapter import Language
from bredvid.report.claims.explained import explained_in
from bredvid.report.claims.report import compose_chapter
from bredvid.report.manuscript.reading import SITE
from bredvid.review.models import Round
from bredvid.review.reads import figure_by_key


@dataclass(frozen=True)
class Finding:
    """A finding as a sentence, and its first figure: what "how we counted" unfolds."""

    html: SafeString
    figure: Figure | VerbalFigure


def findings_of(round_: Round, language: Language) -> list[Finding]:
    """The findings, in order. Raises ReportError where one no longer holds of the round."""
    return list(_findings(round_, language))


def _findings(round_: Round, language: Language) -> Iterator[Finding]:
    explained = explained_in(round_.code)
    for block in compose_chapter(round_, language, "fynd", folder=SITE).blocks:
        if not isinstance(block, Paragraph):
            raise TypeError(f"findings are paragraphs, not {type(block).__name__}")
        keys = [span.keys[0] for span in block.spans if isinstance(span, Value) and span.question]
        # A round that nobody has answered yet has a sentence and no figure.
        if not keys:
            continue
        yield Finding(spans_html(block.spans, explained=explained), figure_by_key(keys[0]))
