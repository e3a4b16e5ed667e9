"""Role by action, whole, against a table written independently of the one the code reads."""

import pytest
from django.contrib.auth.models import AnonymousUser

from bredvid.accounts.access import allows
from bredvid.accounts.roles import ROLES, Action
from bredvid.accounts.tests.makers import staff_with

pytestmark = pytest.mark.django_db

#                        worker coordinator reviewer analyst administrator
TABLE = """
round.read                 -        -          x        x         x
round.create               -        -          x        -         -
round.change               -        -          x        -         -
round.publish              -        -          x        -         -
questionnaire.import       -        -          x        -         -
link.manage                -        -          x        -         -
answer.read                -        -          x        x         -
answer.correct             -        -          x        -         -
answer.lock                -        -          x        -         -
answer.export              -        -          x        x         -
import.run                 -        -          x        -         -
report.edit                -        -          x        -         -
contact.register           x        -          -        -         -
period.keep                x        -          -        -         -
figures.read               x        x          -        -         -
figures.export             -        x          -        -         -
sheet.import               -        x          -        -         -
year.freeze                -        x          -        -         -
access.review              -        x          -        -         -
unit.set                   -        -          -        -         x
web.read                   -        -          x        x         -
web.keep                   -        -          x        -         -
room.answer                x        x          -        -         -
desk.manage                -        x          -        -         -
staff.read                 -        -          -        -         x
staff.invite               -        -          -        -         x
staff.change               -        -          -        -         x
log.read                   -        -          -        -         x
"""
COLUMNS = ("worker", "coordinator", "reviewer", "analyst", "administrator")
# What changes nothing, written here once more.
READS = {
    *("round.read", "answer.read", "answer.export", "figures.read", "figures.export", "staff.read", "log.read"),
    "web.read",
}
CELLS = [
    (action, role, mark == "x")
    for action, *marks in (line.split() for line in TABLE.strip().splitlines())
    for role, mark in zip(COLUMNS, marks, strict=True)
]


def test_the_table_speaks_of_every_role_and_every_action():
    assert {action for action, _, _ in CELLS} == {str(action) for action in Action}
    assert {role for _, role, _ in CELLS} == set(ROLES)


def test_what_changes_nothing_is_what_the_list_says():
    assert {str(action) for action in Action if not action.changes} == READS


@pytest.mark.parametrize(("action", "role", "may"), CELLS)
def test_a_role_may_what_its_table_says(action, role, may):
    assert allows(staff_with(role=role), Action(action)) is may


@pytest.mark.parametrize(("action", "role", "may"), CELLS)
def test_without_a_second_factor_nothing_that_changes_is_allowed(action, role, may):
    # No role that may do anything today may do it by a password alone: it changes something or sees exact numbers.
    assert allows(staff_with(role=role, second_factor=False), Action(action)) is False


@pytest.mark.parametrize(("action", "role", "may"), CELLS)
def test_somebody_inactive_may_nothing(action, role, may):
    assert allows(staff_with(role=role, active=False), Action(action)) is False


@pytest.mark.parametrize("action", list(Action))
def test_nobody_and_somebody_without_a_role_may_nothing(action):
    for who in (None, AnonymousUser(), object(), staff_with(), staff_with(role="no-such-role")):
        assert allows(who, action) is False


def test_two_roles_may_what_either_may():
    both = staff_with("analyst", "administrator")
    assert allows(both, Action.ANSWER_READ)
    assert allows(both, Action.STAFF_INVITE)
    assert not allows(both, Action.ANSWER_CORRECT)


def test_a_role_that_changes_something_or_sees_exact_numbers_asks_for_a_second_factor():
    asking = {code for code, role in ROLES.items() if role.needs_second_factor}
    assert asking == {"worker", "coordinator", "reviewer", "analyst", "administrator"}
