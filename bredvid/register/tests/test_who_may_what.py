"""Every address of the register by role, second factor, unit and method.

The table is written here, independently of what guards the views. A page that is not in it fails the first test.
"""

import json
from typing import Any

import pytest
from django.test import Client

from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.register.models import SupportPeriod
from bredvid.register.tests import makers
from bredvid.register.tests.worlds import World, everything, patterns, world

pytestmark = pytest.mark.django_db

ROLES = ("worker", "coordinator", "reviewer", "analyst", "administrator")
#                     method    worker coordinator reviewer analyst administrator
TABLE = """
home                  GET          x        x         -        -         -
card                  GET,POST     x        -         -        -         -
card-undo             POST         x        -         -        -         -
tally                 GET,POST     x        -         -        -         -
tally-undo            POST         x        -         -        -         -
outreach              GET,POST     x        -         -        -         -
one-outreach          GET,POST     x        -         -        -         -
outreach-remove       POST         x        -         -        -         -
contacts              GET          x        -         -        -         -
contact               GET,POST     x        -         -        -         -
contact-remove        POST         x        -         -        -         -
periods               GET          x        -         -        -         -
period-find           POST         x        -         -        -         -
period-open           POST         x        -         -        -         -
due                   GET          x        -         -        -         -
period                GET          x        -         -        -         -
period-known          GET,POST     x        -         -        -         -
period-mark           POST         x        -         -        -         -
period-rest           GET,POST     x        -         -        -         -
period-close          GET,POST     x        -         -        -         -
period-reopen         POST         x        -         -        -         -
follow-up             GET,POST     x        -         -        -         -
figures               GET          x        x         -        -         -
yearly                GET          x        x         -        -         -
exports               GET,POST     -        x         -        -         -
freeze                GET,POST     -        x         -        -         -
log                   GET          -        x         -        -         -
log-review            GET,POST     -        x         -        -         -
import                GET,POST     -        x         -        -         -
import-columns        GET,POST     -        x         -        -         -
import-judged         GET,POST     -        x         -        -         -
import-done           GET          -        x         -        -         -
import-take-back      POST         -        x         -        -         -
units                 GET,POST     -        -         -        -         x
unit                  GET,POST     -        -         -        -         x
unit-take-on          POST         -        -         -        -         x
unit-let-go           POST         -        -         -        -         x
"""
ROWS = {name: (methods.split(","), dict(zip(ROLES, marks, strict=True)))
        for name, methods, *marks in (line.split() for line in TABLE.strip().splitlines())}  # fmt: skip
# Of no unit: an administrator says which there are.
OF_NO_UNIT = {name for name in ROWS if name.startswith("unit")}
PERIOD_PAGES = [name for name in ROWS if name.startswith("period-") or name in ("period", "follow-up")]
ABOUT_ONE = [name for name in PERIOD_PAGES if name not in ("period-find", "period-open")]


def ask(client: Client, method: str, address: str) -> int:
    return (client.get if method == "GET" else client.post)(address).status_code


def people(unit) -> dict[str, Client]:
    """Somebody of every role in the unit, and those who stand outside."""
    return {
        **{role: makers.client_of(unit, role) for role in ROLES},
        "nobody": Client(),
        **{f"{role} without a second factor": makers.client_of(unit, role, second_factor=False) for role in ROLES},
        "whose account is closed": makers.client_of(unit, "worker", "coordinator", active=False),
        "with no role": makers.client_of(unit, "nothing"),
    }


def test_the_table_names_every_page():
    assert set(ROWS) == set(patterns())


@pytest.fixture
def here() -> World:
    return world()


def test_each_page_opens_to_the_roles_of_the_table_and_is_closed_to_all_others(here):
    before = everything()
    asked = 0
    for who, client in people(here.unit).items():
        for name, (methods, marks) in ROWS.items():
            for method in methods:
                may = marks.get(who) == "x"
                if may and method == "POST":
                    continue  # what it does then is tested where it is done
                status = ask(client, method, here.address(name))
                # Who has no role that needs a second factor is not asked for one; she meets the refusal.
                outside = who not in ROLES and who != "with no role"
                shut = {403} if not outside else {302}
                assert status in ({200, 302} if may else shut), (who, name, method, status)
                asked += 1
    assert asked > 500
    # What was refused has changed nothing; what was opened has left no more than its line in the access log.
    assert _without_log(everything()) == _without_log(before)


def _without_log(rows: str) -> list[dict[str, Any]]:
    return [row for row in json.loads(rows) if row["model"] not in ("register.accessentry", "register.summary")]


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if "POST" in methods])
def test_the_roles_of_the_table_may_send_and_an_empty_form_breaks_nothing(here, name):
    for role, mark in ROWS[name][1].items():
        if mark == "x":
            assert ask(makers.client_of(here.unit, role), "POST", here.address(name)) in (200, 302, 400, 404, 409, 422)


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if "POST" not in methods])
def test_what_only_shows_takes_nothing(here, name):
    clients = [makers.client_of(here.unit, role) for role, mark in ROWS[name][1].items() if mark == "x"]
    assert {client.post(here.address(name)).status_code for client in clients} == {405}


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if methods == ["POST"]])
def test_what_changes_something_refuses_to_be_looked_at(here, name):
    clients = [makers.client_of(here.unit, role) for role, mark in ROWS[name][1].items() if mark == "x"]
    assert {client.get(here.address(name)).status_code for client in clients} == {405}


def test_without_a_unit_every_page_of_one_says_whom_to_ask(here):
    for role in ("worker", "coordinator"):
        client = signed_in_client(role)
        for name in sorted(set(ROWS) - OF_NO_UNIT):
            if ROWS[name][1][role] != "x":
                continue
            for method in ROWS[name][0]:
                answer = (client.get if method == "GET" else client.post)(here.address(name))
                assert answer.status_code == 403, (name, method)
                assert "register/no_unit.html" in [each.name for each in answer.templates], (name, method)


@pytest.mark.parametrize("name", [name for name, (methods, _) in ROWS.items() if "POST" in methods])
def test_what_was_not_sent_from_our_own_page_is_refused(here, name):
    client = Client(enforce_csrf_checks=True)
    staff = staff_with(*ROLES)
    staff.organisation = here.unit.organisation
    staff.save()
    client.force_login(staff)
    before = everything()
    assert ask(client, "POST", here.address(name)) == 403
    assert everything() == before


@pytest.mark.parametrize("state", ["open", "resting", "closed"])
@pytest.mark.parametrize("name", ABOUT_ONE)
def test_in_no_state_of_a_period_does_a_page_of_it_break(here, name, state):
    client = makers.client_of(here.unit)
    for method in ROWS[name][0]:
        status = ask(client, method, here.address(name, state))
        assert status in (200, 302, 409, 422), (method, status)


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_period_that_is_over_is_not_there_and_nothing_can_be_done_with_it(here, name):
    client = makers.client_of(here.unit)
    for method in ROWS[name][0]:
        assert ask(client, method, here.address(name, "over")) == 404
    assert SupportPeriod.objects.filter(pk=here.over.pk).exists()
