"""A sentence with its source, ready to be copied: figure, base, round and where it can be read."""

from django.utils.translation import gettext

from bredvid.report.drawings import Drawing
from bredvid.review.models import Round
from bredvid.review.reads import Result


def citation(round_: Round, result: Result, drawing: Drawing) -> str:
    """What the drawing says, and what it stands on."""
    return f"{drawing.description} {source_note(round_, result)}"


def source_note(round_: Round, result: Result) -> str:
    """How many answered, and where the figures come from. A demonstration says that it is invented."""
    values = {
        "asked": result.base.asked,
        "frame": result.base.frame,
        "source": round_.label("source") or round_.label("title"),
    }
    base = _told_of(result) % values
    if round_.demonstration:
        warning = gettext("DEMO: every answer is invented.")
        return f"{warning} {base}"
    source = gettext("Source: %(source)s, via Bredvid.") % values
    return f"{base} {source}"


def _told_of(result: Result) -> str:
    """A follow-up is for some of those who answered; how many of them answered it a source seldom says."""
    if not result.question.is_follow_up:
        return gettext("%(asked)s of %(frame)s municipalities answered.")
    return gettext("The question is for %(asked)s municipalities.")
