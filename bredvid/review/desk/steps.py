"""The way through a round, step by step, and which comes next. What a reviewer sees first on a round's page."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext

from bredvid.review.desk.reads import Progress
from bredvid.review.models import Fieldwork


@dataclass(frozen=True)
class Step:
    """One step: what it is, where it is done, whether it is done, and how far it has come in words."""

    title: str
    url: str
    done: bool
    state: str


def steps_of(fieldwork: Fieldwork, progress: Progress) -> list[Step]:
    """The steps of a round in order. The first that is not done is the next."""
    code = fieldwork.code
    published = fieldwork.publications.first()
    opened = fieldwork.state != Fieldwork.State.PREPARED
    return [
        Step(
            gettext("Read the questionnaire as the municipalities will see it"),
            _address("desk:questionnaire", fieldwork.questionnaire.code, fieldwork.questionnaire.version),
            opened,
            str(fieldwork.questionnaire.label("title")),
        ),
        Step(
            gettext("Enter the municipalities’ addresses"),
            _address("desk:mailboxes", code),
            progress.with_mailbox == progress.all,
            gettext("%(n)d of %(all)d have an address") % {"n": progress.with_mailbox, "all": progress.all},
        ),
        Step(
            gettext("Open for answers"),
            "",
            opened,
            str(fieldwork.get_state_display()),
        ),
        Step(
            gettext("Send the links, or import a spreadsheet"),
            _address("desk:cases", code),
            progress.linked + progress.submitted >= progress.all,
            gettext("%(n)d of %(all)d have a link") % {"n": progress.linked, "all": progress.all},
        ),
        Step(
            gettext("Read, correct and lock the answers"),
            _address("desk:cases", code) + "?state=submitted",
            progress.submitted > 0 and progress.locked >= progress.submitted,
            ngettext("%(n)d of %(all)d answer is locked", "%(n)d of %(all)d answers are locked", progress.submitted)
            % {"n": progress.locked, "all": progress.submitted},
        ),
        Step(
            gettext("Write the report and publish"),
            _address("publishing:report", code),
            published is not None,
            gettext("Edition %(n)d is published") % {"n": published.edition} if published else gettext("Not published"),
        ),
    ]


def _address(name: str, *args: object) -> str:
    """The address of a page, or none where the room that has it is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
