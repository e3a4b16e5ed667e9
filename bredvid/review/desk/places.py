"""Where a round's page leads beside its steps. Another room's page is left out where that room is not there."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import gettext

from bredvid.accounts.access import Action, allows
from bredvid.review.models import Fieldwork, Question


@dataclass(frozen=True)
class Place:
    """A page about the round: its address, its name and what it is for."""

    url: str
    title: str
    text: str


def places_of(request: HttpRequest, fieldwork: Fieldwork) -> list[Place]:
    """The pages about a round that the signed-in person may open."""
    code = fieldwork.code
    coded = Question.objects.filter(section__questionnaire=fieldwork.questionnaire_id, coded=True).exists()
    found = [
        (Action.ROUND_READ, reverse("desk:cases", args=[code]), gettext("The municipalities"),
         gettext("How far each has come, and links to send.")),
        (Action.ROUND_READ, reverse("desk:letters", args=[code]), gettext("Mail"),
         gettext("What waits, what was sent, and what could not be.")),
        (Action.IMPORT_RUN, _page_at(reverse("desk:round", args=[code]) + "importera/"), gettext("Import"),
         gettext("Answers from a spreadsheet that you have already.")),
        (Action.ANSWER_CORRECT, reverse("desk:coding", args=[code]) if coded else "", gettext("Code own words"),
         gettext("Give answers in own words the codes that are counted.")),
        (Action.REPORT_EDIT, address_of("report:editing:chapters", code), gettext("The report"),
         gettext("Write the chapters, look at the draft, publish.")),
        (Action.ROUND_READ, address_of("report:trends"), gettext("Between rounds"),
         gettext("What can be compared with earlier rounds, and how well.")),
        (Action.ROUND_CHANGE, reverse("desk:change-round", args=[code]), gettext("Particulars and reminders"),
         gettext("Title, last day, contact, and when you reminded.")),
    ]  # fmt: skip
    return [Place(url, title, text) for action, url, title, text in found if url and allows(request.user, action)]


def address_of(name: str, *args: object) -> str:
    """The address of another room's page, or none where that room is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _page_at(path: str) -> str:
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path
