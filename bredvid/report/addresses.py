"""Addresses that several pages link to."""

from django.urls import reverse
from django.utils.translation import gettext

from bredvid.places.names import slug
from bredvid.review.models import Question, Respondent, Round


def question_url(round_: Round, question: Question) -> str:
    """The page of a question in a round."""
    return reverse("report:question", args=[round_.code, question.code])


def question_map_url(round_: Round, question: Question) -> str:
    """The map of the answers to a question, which only mappable questions have."""
    return reverse("report:question-map", args=[round_.code, question.code])


def respondent_url(round_: Round, respondent: Respondent) -> str:
    """The page of a municipality in a round."""
    return reverse("report:municipality", args=[round_.code, respondent.slug])


def county_url(round_: Round, respondent: Respondent) -> str:
    """The list of municipalities by county, at this one's county."""
    everybody = reverse("report:municipalities", args=[round_.code])
    return f"{everybody}?ordning=lan#{slug(respondent.county.localised_name)}"


def crumbs_of(round_: Round) -> list[tuple[str, str]]:
    """The way down to a page of a round."""
    title = gettext("The demonstration") if round_.demonstration else round_.label("title")
    return [(gettext("Start"), reverse("report:start")), (title, reverse("report:round", args=[round_.code]))]
