"""What can be seen of staff and of the log."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.accounts.activity import Event
from bredvid.accounts.invitations import DAYS
from bredvid.accounts.models import ActivityEntry, Invitation, Staff
from bredvid.accounts.roles import Action

# What the log calls things. A test sees that nothing is missing.
LABELS: dict[str, str | Promise] = {
    Action.ROUND_READ: _("read a round"),
    Action.ROUND_CREATE: _("made a round"),
    Action.ROUND_CHANGE: _("changed a round"),
    Action.ROUND_PUBLISH: _("published a round"),
    Action.QUESTIONNAIRE_IMPORT: _("imported a questionnaire"),
    Action.LINK_MANAGE: _("handled a link"),
    Action.ANSWER_READ: _("read answers"),
    Action.ANSWER_CORRECT: _("corrected an answer"),
    Action.ANSWER_LOCK: _("locked answers"),
    Action.ANSWER_EXPORT: _("took out answers"),
    Action.IMPORT_RUN: _("imported answers"),
    Action.REPORT_EDIT: _("edited the report"),
    Action.CONTACT_REGISTER: _("counted contacts"),
    Action.PERIOD_KEEP: _("kept a support period"),
    Action.FIGURES_READ: _("read the organisation's figures"),
    Action.FIGURES_EXPORT: _("took out the organisation's figures"),
    Action.SHEET_IMPORT: _("brought in earlier counts"),
    Action.YEAR_FREEZE: _("closed a year"),
    Action.ACCESS_REVIEW: _("looked through the access log"),
    Action.UNIT_SET: _("set up an organisation that counts"),
    Action.WEB_READ: _("read a web audit"),
    Action.WEB_KEEP: _("kept a web audit"),
    Action.ROOM_ANSWER: _("answered somebody who wrote"),
    Action.DESK_MANAGE: _("changed the desk's keys or hours"),
    Action.STAFF_READ: _("read about staff"),
    Action.STAFF_INVITE: _("handled an invitation"),
    Action.STAFF_CHANGE: _("changed an account"),
    Action.LOG_READ: _("read the log"),
    Event.JOINED: _("joined"),
    Event.SIGNED_IN: _("signed in"),
    Event.PASSWORD_CHANGED: _("chose a new password"),
    Event.FACTOR_ADDED: _("set up a second factor"),
    Event.FACTOR_REMOVED: _("took away a second factor"),
    Event.CODES_MADE: _("made new recovery codes"),
    Event.RENAMED: _("changed their own name"),
}


def staff(search: str = "") -> QuerySet[Staff]:
    """Everybody, the active first; `search` is looked for in name, e-mail and organisation."""
    found = Staff.objects.select_related("organisation").prefetch_related("memberships")
    if words := search.strip():
        found = found.filter(
            Q(name__icontains=words) | Q(email__icontains=words) | Q(organisation__name__icontains=words)
        )
    return found.order_by("-is_active", "name", "pk")


def invitations() -> QuerySet[Invitation]:
    """Those who have not answered."""
    return Invitation.objects.select_related("organisation", "invited_by")


def is_open(invitation: Invitation) -> bool:
    """Whether its link can still be answered."""
    return timezone.now() - invitation.sent_at < timedelta(days=DAYS)


def entries(*, person: Staff | None = None, action: str = "", month: str = "") -> QuerySet[ActivityEntry]:
    """The log from its newest entry, whole or the part asked for; `month` is YYYY-MM in Swedish time."""
    found = ActivityEntry.objects.select_related("staff").order_by("-number")
    if person is not None:
        found = found.filter(staff=person)
    if action:
        found = found.filter(action=action)
    if month:
        year, number = (int(part) for part in month.split("-"))
        found = found.filter(at__year=year, at__month=number)
    return found


def in_words(entries: Iterable[ActivityEntry]) -> list[dict[str, Any]]:
    """Entries with their words: who, what, and the name behind a number where the subject is somebody on the staff."""
    found = list(entries)
    numbers = {entry.pk: entry.subject.removeprefix("staff/") for entry in found if entry.subject.startswith("staff/")}
    names = Staff.objects.in_bulk([int(number) for number in numbers.values() if number.isdecimal()])
    return [
        {
            "entry": entry,
            "who": entry.staff.name if entry.staff else "",
            "what": LABELS.get(entry.action, entry.action),
            "whom": names.get(int(number)) if (number := numbers.get(entry.pk, "")).isdecimal() else None,
        }
        for entry in found
    ]
