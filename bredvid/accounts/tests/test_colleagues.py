"""What an administrator can do with a colleague's account, and what nobody can."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from bredvid.accounts import actions
from bredvid.accounts.models import ActivityEntry, Staff
from bredvid.accounts.tests.makers import link_in, signed_in_client, staff_with

pytestmark = pytest.mark.django_db


def page_of(staff: Staff, *words: str) -> str:
    return "/".join(["/personal/medarbetare", str(staff.pk), *words, ""])


def test_roles_are_given_and_taken_and_the_log_says_so():
    person = staff_with(role="analyst")
    signed_in_client("administrator").post(page_of(person, "roller"), {"roles": ["reviewer", "worker"]})
    assert Staff.objects.get(pk=person.pk).roles == {"reviewer", "worker"}
    assert ActivityEntry.objects.get(action="staff.change").detail == "analyst → worker, reviewer"


def test_a_new_role_counts_at_the_next_request():
    browser = signed_in_client("reviewer")
    assert browser.get("/personal/medarbetare/").status_code == 403
    actions.change_roles(by=None, staff=browser.staff, roles=["administrator"])
    assert browser.get("/personal/medarbetare/").status_code == 200


def test_a_closed_account_is_out_at_once_and_cannot_come_in():
    browser = signed_in_client("reviewer")
    administrator = signed_in_client("administrator")
    administrator.post(page_of(browser.staff, "stang"), {"close-reason": "has left"})
    assert browser.get("/personal/").headers["Location"].startswith("/personal/logga-in/")
    administrator.post(page_of(browser.staff, "oppna"))
    assert Staff.objects.get(pk=browser.staff.pk).is_active
    # The old session does not come back with the account.
    assert browser.get("/personal/").status_code == 302


@pytest.mark.parametrize("field", ["close", "reset"])
def test_what_is_done_to_a_colleague_needs_a_reason(field):
    person = staff_with(role="reviewer")
    path = page_of(person, "stang" if field == "close" else "tvasteg")
    page = signed_in_client("administrator").post(path, {f"{field}-reason": " "})
    assert page.status_code == 400
    person.refresh_from_db()
    assert person.is_active
    assert Authenticator.objects.filter(user_id=person.pk).exists()


def test_a_lost_phone_is_helped_and_she_is_told():
    # Given somebody signed in whose phone is lost
    browser = signed_in_client("reviewer")
    # When an administrator resets her second factor
    signed_in_client("administrator").post(page_of(browser.staff, "tvasteg"), {"reset-reason": "lost her phone"})
    # Then she has none, is signed out everywhere, and is told by mail
    assert not Authenticator.objects.filter(user_id=browser.staff.pk).exists()
    assert browser.get("/personal/").headers["Location"].startswith("/personal/logga-in/")
    assert [letter.to for letter in mail.outbox] == [[browser.staff.email]]
    assert ActivityEntry.objects.get(action="staff.change").detail == "second factor reset: lost her phone"


def test_without_a_password_she_gets_one_by_mail_after_a_reset():
    # Given somebody who has only had a passkey
    person = staff_with(role="reviewer")
    person.set_unusable_password()
    person.save()
    signed_in_client("administrator").post(page_of(person, "tvasteg"), {"reset-reason": "lost her phone"})
    assert "Glömt lösenordet?" in mail.outbox[0].body
    # When she asks for a password, then the link comes
    Client().post("/personal/losenord/glomt/", {"email": person.email})
    new = {"password1": "another-quiet-lake", "password2": "another-quiet-lake"}
    browser = Client()
    browser.post(browser.get(link_in(mail.outbox[1])).headers["Location"], new)
    assert Staff.objects.get(pk=person.pk).check_password("another-quiet-lake")


def test_nobody_resets_her_own_second_factor():
    browser = signed_in_client("administrator")
    browser.post(page_of(browser.staff, "tvasteg"), {"reset-reason": "I may not"})
    assert Authenticator.objects.filter(user_id=browser.staff.pk).exists()


def test_the_last_active_administrator_stays():
    browser = signed_in_client("administrator")
    staff_with(role="administrator", active=False)
    Staff.objects.filter(pk=staff_with(role="administrator").pk).update(demonstration=True)
    browser.post(page_of(browser.staff, "roller"), {"roles": ["reviewer"]})
    browser.post(page_of(browser.staff, "stang"), {"close-reason": "tired"})
    me = Staff.objects.get(pk=browser.staff.pk)
    assert me.is_active
    assert me.roles == {"administrator"}


def test_of_two_administrators_one_can_go():
    browser, other = signed_in_client("administrator"), staff_with(role="administrator")
    browser.post(page_of(other, "stang"), {"close-reason": "has left"})
    assert not Staff.objects.get(pk=other.pk).is_active


def test_an_unknown_role_changes_nothing():
    person = staff_with(role="analyst")
    page = signed_in_client("administrator").post(page_of(person, "roller"), {"roles": ["emperor"]})
    assert page.status_code == 400
    assert Staff.objects.get(pk=person.pk).roles == {"analyst"}


def test_colleagues_are_found_by_name_and_e_mail():
    browser = signed_in_client("administrator")
    staff_with(name="Berit Berg", email="berit@roks.example")
    staff_with(name="Cilla Ceder", email="cilla@roks.example")
    for query in ("berg", "BERIT@"):
        page = browser.get("/personal/medarbetare/", {"q": query}).content.decode()
        assert "Berit Berg" in page
        assert "Cilla Ceder" not in page


@pytest.mark.parametrize("role", ["worker", "coordinator", "reviewer", "analyst"])
def test_nobody_but_an_administrator_changes_anybody(role):
    person, browser = staff_with(role="analyst"), signed_in_client(role)
    for path, values in (
        (page_of(person, "roller"), {"roles": ["administrator"]}),
        (page_of(browser.staff, "roller"), {"roles": ["administrator"]}),
        (page_of(person, "stang"), {"close-reason": "x"}),
        (page_of(person, "tvasteg"), {"reset-reason": "x"}),
        ("/personal/medarbetare/bjud-in/", {"email": "x@y.example", "name": "x", "roles": ["worker"]}),
    ):
        assert browser.post(path, values).status_code == 403
    assert Staff.objects.get(pk=person.pk).roles == {"analyst"}
    assert not ActivityEntry.objects.exists()


def test_one_changes_ones_own_name_and_nothing_else():
    browser = signed_in_client("reviewer")
    browser.post("/personal/konto/", {"name": "Ada Ny", "roles": "administrator", "email": "x@y.example"})
    me = Staff.objects.get(pk=browser.staff.pk)
    assert (me.name, me.email, set(me.roles)) == ("Ada Ny", browser.staff.email, {"reviewer"})


def test_a_form_sent_from_elsewhere_is_refused():
    person = staff_with(role="analyst")
    browser = signed_in_client("administrator")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert strict.post(page_of(person, "stang"), {"close-reason": "x"}).status_code == 403
    assert Staff.objects.get(pk=person.pk).is_active
