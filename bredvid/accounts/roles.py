"""What staff can do, and which role may do it: data in one place, read by access.py and by the page of a colleague.

A room's actions stand here by name. The table is tested whole, role by action, against one written independently.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Action(StrEnum):
    """Everything staff can do in the house."""

    ROUND_READ = "round.read"
    ROUND_CREATE = "round.create"
    ROUND_CHANGE = "round.change"
    ROUND_PUBLISH = "round.publish"
    QUESTIONNAIRE_IMPORT = "questionnaire.import"
    LINK_MANAGE = "link.manage"
    ANSWER_READ = "answer.read"
    ANSWER_CORRECT = "answer.correct"
    ANSWER_LOCK = "answer.lock"
    ANSWER_EXPORT = "answer.export"
    IMPORT_RUN = "import.run"
    REPORT_EDIT = "report.edit"
    CONTACT_REGISTER = "contact.register"
    PERIOD_KEEP = "period.keep"
    FIGURES_READ = "figures.read"
    FIGURES_EXPORT = "figures.export"
    SHEET_IMPORT = "sheet.import"
    YEAR_FREEZE = "year.freeze"
    ACCESS_REVIEW = "access.review"
    UNIT_SET = "unit.set"
    WEB_READ = "web.read"
    WEB_KEEP = "web.keep"
    ROOM_ANSWER = "room.answer"
    DESK_MANAGE = "desk.manage"
    STAFF_READ = "staff.read"
    STAFF_INVITE = "staff.invite"
    STAFF_CHANGE = "staff.change"
    LOG_READ = "log.read"

    @property
    def changes(self) -> bool:
        """Whether doing it changes anything; then a second factor is asked for."""
        return self not in READING


# What only looks. Everything that is not here changes something, so that a new action is guarded from its first day.
READING = frozenset(
    {
        *(Action.ROUND_READ, Action.ANSWER_READ, Action.ANSWER_EXPORT, Action.FIGURES_READ, Action.FIGURES_EXPORT),
        *(Action.STAFF_READ, Action.LOG_READ, Action.WEB_READ),
    }
)

# What looks at exact numbers of persons and takes them out: a password alone is too little for that too.
EXACT = frozenset({Action.ANSWER_READ, Action.ANSWER_EXPORT, Action.FIGURES_READ, Action.FIGURES_EXPORT})

_REVIEW = frozenset(
    {
        *(Action.ROUND_READ, Action.ROUND_CREATE, Action.ROUND_CHANGE, Action.ROUND_PUBLISH),
        *(Action.QUESTIONNAIRE_IMPORT, Action.LINK_MANAGE, Action.IMPORT_RUN, Action.REPORT_EDIT),
        *(Action.ANSWER_READ, Action.ANSWER_CORRECT, Action.ANSWER_LOCK, Action.ANSWER_EXPORT),
        *(Action.WEB_READ, Action.WEB_KEEP),
    }
)


@dataclass(frozen=True)
class Role:
    """A part somebody plays: its name, what it is for, and what it may do."""

    code: str
    label: str | Promise
    about: str | Promise
    actions: frozenset[Action]

    @property
    def needs_second_factor(self) -> bool:
        """Whether whoever has it must have a second factor: it changes something, or sees exact numbers of persons."""
        return any(action.changes or action in EXACT for action in self.actions)


ROLES: Mapping[str, Role] = MappingProxyType(
    {
        role.code: role
        for role in (
            Role(
                "worker",
                _("Shelter worker"),
                _(
                    "Counts contacts and keeps support periods in her own organisation, sees its figures, and answers "
                    "those who write to it."
                ),
                frozenset({Action.CONTACT_REGISTER, Action.PERIOD_KEEP, Action.FIGURES_READ, Action.ROOM_ANSWER}),
            ),
            Role(
                "coordinator",
                _("Coordinator"),
                _(
                    "Answers for her organisation's figures: takes them out, brings in earlier years, closes a year. "
                    "Sets up its desk for those who write."
                ),
                frozenset(
                    {
                        *(Action.FIGURES_READ, Action.FIGURES_EXPORT, Action.SHEET_IMPORT),
                        *(Action.YEAR_FREEZE, Action.ACCESS_REVIEW, Action.ROOM_ANSWER, Action.DESK_MANAGE),
                    }
                ),
            ),
            Role(
                "reviewer",
                _("Reviewer"),
                _("Runs the rounds of the review: questionnaires, links, answers, imports, the report."),
                _REVIEW,
            ),
            Role(
                "analyst",
                _("Analyst"),
                _("Reads rounds and answers, and takes them out for analysis. Changes nothing."),
                frozenset({Action.ROUND_READ, Action.ANSWER_READ, Action.ANSWER_EXPORT, Action.WEB_READ}),
            ),
            Role(
                "administrator",
                _("Administrator"),
                _("Invites colleagues, gives and takes roles, says which organisations count, and reads the log."),
                frozenset(
                    {
                        Action.STAFF_READ,
                        Action.STAFF_INVITE,
                        Action.STAFF_CHANGE,
                        Action.LOG_READ,
                        Action.ROUND_READ,
                        Action.UNIT_SET,
                    }
                ),
            ),
        )
    }
)
ADMINISTRATOR = "administrator"


def actions_of(codes: "frozenset[str] | set[str]") -> frozenset[Action]:
    """Everything that the roles of these codes may do together; a code that is no role may do nothing."""
    return frozenset(action for code in codes if code in ROLES for action in ROLES[code].actions)
