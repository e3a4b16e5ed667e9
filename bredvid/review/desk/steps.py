"""The way through a round, step by step, and which comes next. What a reviewer sees first on a round's page."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from bredvid.accounts.access import Action
from bredvid.review.desk.places import address_of
from bredvid.review.desk.reads import Progress
from bredvid.review.models import Fieldwork


@dataclass(frozen=True)
class Step:
    """One step: what it is, where it is done, whether it is done, how far it has come, and what its button says.

    `posts` names what is sent where pressing the button itself does the step. `action` is what its page asks for.
    """

    title: str
    url: str
    done: bool
    state: str
    button: str
    posts: str = ""
    action: Action = Action.ROUND_READ


def steps_of(fieldwork: Fieldwork, progress: Progress, may: Callable[[Action], bool]) -> list[Step]:
    """The steps of a round in order. The first that is not done is the next. No link leads where one may not go."""
    steps = [
        _read(fieldwork),
        _addresses(fieldwork, progress),
        _open(fieldwork),
        _send(fieldwork, progress),
        _settle(fieldwork, progress),
        _publish(fieldwork),
    ]
    return [step if may(step.action) else replace(step, url="") for step in steps]


def next_of(steps: list[Step]) -> Step | None:
    """The first step that is not done; None when all are."""
    return next((step for step in steps if not step.done), None)


def _read(fieldwork: Fieldwork) -> Step:
    form = fieldwork.questionnaire
    return Step(
        gettext("Read the questionnaire as the municipalities will see it"),
        reverse("desk:questionnaire", args=[form.code, form.version]),
        fieldwork.state != Fieldwork.State.PREPARED,
        form.label("title"),
        gettext("Read the questionnaire"),
    )


def _addresses(fieldwork: Fieldwork, progress: Progress) -> Step:
    return Step(
        gettext("Enter the municipalities’ addresses"),
        reverse("desk:mailboxes", args=[fieldwork.code]),
        progress.with_mailbox == progress.all,
        gettext("%(n)d of %(all)d have an address") % {"n": progress.with_mailbox, "all": progress.all},
        gettext("Enter addresses"),
        action=Action.LINK_MANAGE,
    )


def _open(fieldwork: Fieldwork) -> Step:
    return Step(
        gettext("Open for answers"),
        reverse("desk:open-or-close", args=[fieldwork.code]),
        fieldwork.state != Fieldwork.State.PREPARED,
        str(fieldwork.get_state_display()).capitalize(),
        gettext("Open for answers"),
        posts="open",
        action=Action.ROUND_CHANGE,
    )


def _send(fieldwork: Fieldwork, progress: Progress) -> Step:
    return Step(
        gettext("Send the links, or import a spreadsheet"),
        reverse("desk:cases", args=[fieldwork.code]) + "?stage=no-link",
        progress.reached == progress.all,
        gettext("%(n)d of %(all)d have a link or have answered") % {"n": progress.reached, "all": progress.all},
        gettext("Send links"),
    )


def _settle(fieldwork: Fieldwork, progress: Progress) -> Step:
    return Step(
        gettext("Read, correct and lock the answers"),
        reverse("desk:cases", args=[fieldwork.code]) + "?stage=submitted",
        progress.submitted > 0 and progress.locked >= progress.submitted,
        ngettext("%(n)d of %(all)d answer is locked", "%(n)d of %(all)d answers are locked", progress.submitted)
        % {"n": progress.locked, "all": progress.submitted},
        gettext("Read answers"),
    )


def _publish(fieldwork: Fieldwork) -> Step:
    published = fieldwork.publications.first()
    return Step(
        gettext("Write the report and publish"),
        address_of("report:editing:chapters", fieldwork.code),
        published is not None,
        gettext("Edition %(n)d is published") % {"n": published.edition} if published else gettext("Not published"),
        gettext("Write the report"),
        action=Action.REPORT_EDIT,
    )
