"""What is new in the newest edition of a published round, for readers."""

from dataclasses import dataclass

from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import edition_of
from bredvid.report.publishing.changes import FigureChange, figure_changes
from bredvid.review.models import Publication, Round


@dataclass(frozen=True)
class News:
    """An edition beside the one before: what is said of it, how many answered, and which figures differ."""

    publication: Publication
    note: str
    answered: int
    answered_before: int
    figures: list[FigureChange]


def news_of(round_: Round) -> News | None:
    """What is new; None for a first edition, for a draft, and for a round that lives in files."""
    newest = edition_of(round_.code)
    if newest is None or newest.edition == 1:
        return None
    before = Publication.objects.filter(fieldwork_id=round_.code, edition=newest.edition - 1).first()
    if before is None:
        return None
    language = reader_language()
    base = f"{round_.code}.base"
    return News(
        publication=newest,
        note=newest.note_en if language == "en" and newest.note_en else newest.note_sv,
        answered=newest.figures[base][0],
        answered_before=before.figures[base][0],
        figures=figure_changes(before.figures, newest.figures, round_, language),
    )
