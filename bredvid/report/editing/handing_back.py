"""Gives a chapter back to the machine, which then writes it anew whenever answers come. Every version stays."""

from django.utils.translation import gettext

from bredvid.accounts.models import Staff
from bredvid.report.drafting.chapters import UNWRITTEN, Drafted, draft_report
from bredvid.report.editing.desk import Chapter
from bredvid.report.manuscript.writing import Place, Writing, save
from bredvid.report.models import ChapterVersion
from bredvid.review.models import Round


def machines_text(round_: Round, place: Place, current: Chapter) -> Drafted | None:
    """What the machine writes there now. None where it writes nothing, or the chapter is its own already.

    A chapter that somebody added and a foreword are a person's alone.
    """
    if isinstance(current, Drafted) or (place.kind, place.slug) == ("report", UNWRITTEN):
        return None
    wanted = (place.kind, place.slug, place.language)
    return next((each for each in draft_report(round_) if (each.kind, each.slug, each.language) == wanted), None)


def hand_back(
    *, place: Place, current: ChapterVersion, written: Drafted, based_on: int, staff: Staff
) -> ChapterVersion:
    """Lets the machine's text hold again, in the chapter's place. Raises Conflict where somebody saved meanwhile."""
    writing = Writing(
        number=current.number, text=written.text, note=gettext("Handed back to the machine"), generated=True
    )
    return save(place=place, writing=writing, based_on=based_on, staff=staff)
