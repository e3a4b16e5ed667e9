"""An invitation: a link that works once, for seven days, and is worth nothing in any other way."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail, signing
from django.test import Client

from bredvid.accounts import actions, invitations
from bredvid.accounts.models import ActivityEntry, Invitation, Staff
from bredvid.accounts.tests.makers import PASSWORD, link_in, signed_in_client, staff_with

pytestmark = pytest.mark.django_db

NEW: dict[str, Any] = {"name": "Ny Kollega", "email": "ny@roks.example", "roles": ["analyst", "reviewer"]}


def invited(**changes: Any) -> Invitation:
    return actions.invite(by=None, **(NEW | changes))


def link_of(invitation: Invitation) -> str:
    return f"/personal/inbjudan/{invitations.token_of(invitation)}/"


def answer(browser: Client, link: str, **changes: str):
    return browser.post(link, {"name": "Ny Kollega", "password": PASSWORD, "again": PASSWORD} | changes)


def test_an_administrator_invites_by_mail_and_the_link_makes_the_account():
    # Given an administrator who invites a colleague
    administrator = signed_in_client("administrator")
    assert administrator.post("/personal/medarbetare/bjud-in/", NEW).status_code == 302
    [letter] = mail.outbox
    assert letter.to == ["ny@roks.example"]
    link = link_in(letter)
    # When the colleague opens the link and chooses a password
    browser = Client()
    assert browser.get(link).status_code == 200
    done = answer(browser, link)
    # Then she is in, as far as the page for the second factor, and has the roles she was invited to
    assert done.headers["Location"] == "/personal/tvasteg/"
    staff = Staff.objects.get(email="ny@roks.example")
    assert staff.roles == {"analyst", "reviewer"}
    assert staff.check_password(PASSWORD)
    assert browser.get("/personal/").headers["Location"] == "/personal/tvasteg/"
    # Without writing her password again
    assert browser.get("/personal/tvasteg/app/").status_code == 200
    assert not Invitation.objects.exists()


def test_opening_the_link_uses_nothing_up():
    link = link_of(invited())
    for _ in range(3):
        assert Client().get(link).status_code == 200


def test_the_link_works_once():
    link = link_of(invited())
    assert answer(Client(), link).status_code == 302
    again = answer(Client(), link)
    assert again.status_code == 404
    assert Staff.objects.filter(email="ny@roks.example").count() == 1


def test_the_link_is_too_old_after_seven_days(monkeypatch):
    invitation = invited()
    link = link_of(invitation)
    later = time.time() + timedelta(days=7, seconds=1).total_seconds()
    monkeypatch.setattr(time, "time", lambda: later)
    assert Client().get(link).status_code == 404
    assert answer(Client(), link).status_code == 404
    assert not Staff.objects.exists()


def test_a_renewed_invitation_has_a_new_link_and_the_old_one_opens_nothing():
    invitation = invited()
    old = link_of(invitation)
    administrator = signed_in_client("administrator")
    assert administrator.post(f"/personal/inbjudningar/{invitation.pk}/fornya/").status_code == 302
    assert Client().get(old).status_code == 404
    new = link_in(mail.outbox[0])
    assert Client().get(new).status_code == 200


def test_a_withdrawn_invitation_opens_nothing():
    invitation = invited()
    link = link_of(invitation)
    signed_in_client("administrator").post(f"/personal/inbjudningar/{invitation.pk}/dra-tillbaka/")
    assert Client().get(link).status_code == 404


def test_every_link_that_opens_nothing_is_answered_alike():
    invitation = invited()
    used = link_of(invitation)
    answer(Client(), used)
    forged = f"/personal/inbjudan/{signing.dumps({'invitation': 1, 'nonce': 'x'}, salt='another')}/"
    guessed = "/personal/inbjudan/a:b:c/"
    pages = {re.sub(rb'/personal/inbjudan/[^"]*', b"", Client().get(link).content) for link in (used, forged, guessed)}
    pages = {re.sub(rb'/en/personal/[^"]*', b"", page) for page in pages}
    assert len(pages) == 1


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"again": "another-one-entirely"}, "again"),
        ({"password": "", "again": ""}, "password"),
        ({"password": "short", "again": "short"}, "password"),
        ({"password": "password1234", "again": "password1234"}, "password"),
        ({"password": "ny@roks.example", "again": "ny@roks.example"}, "password"),
        ({"name": ""}, "name"),
    ],
)
def test_a_bad_answer_keeps_the_invitation_and_what_was_typed(changes, fault):
    link = link_of(invited())
    page = answer(Client(), link, **changes)
    assert page.status_code == 400
    assert fault in page.context["form"].errors
    assert page.context["form"]["name"].value() == changes.get("name", "Ny Kollega")
    assert Invitation.objects.count() == 1
    assert not Staff.objects.exists()


def test_with_a_passkey_instead_she_has_no_password_and_is_led_to_adding_the_key():
    browser = Client()
    done = browser.post(link_of(invited()), {"name": "Ny Kollega", "passkey": "1"})
    assert done.headers["Location"] == "/personal/nycklar/ny/"
    assert not Staff.objects.get().has_usable_password()
    assert browser.get("/personal/nycklar/ny/").status_code == 200
    assert browser.get("/personal/").headers["Location"] == "/personal/tvasteg/"


def test_somebody_else_who_was_signed_in_in_that_browser_is_signed_out():
    browser = signed_in_client("administrator")
    answer(browser, link_of(invited()))
    assert int(browser.session["_auth_user_id"]) == Staff.objects.get(email="ny@roks.example").pk


@pytest.mark.parametrize("email", ["ny@roks.example", "NY@Roks.example"])
def test_nobody_is_invited_twice_and_nobody_with_an_account(email):
    administrator = signed_in_client("administrator")
    for make in (lambda: invited(), lambda: staff_with(email="ny@roks.example")):
        made = make()
        page = administrator.post("/personal/medarbetare/bjud-in/", NEW | {"email": email})
        assert page.status_code == 400
        assert page.context["form"].errors["email"]
        made.delete()
    assert mail.outbox == []


def test_without_a_mail_server_the_page_shows_the_link(settings):
    settings.MAIL_CONFIGURED = False
    page = signed_in_client("administrator").post("/personal/medarbetare/bjud-in/", NEW)
    assert page.status_code == 200
    assert link_of(Invitation.objects.get())[:30] in page.content.decode()
    assert mail.outbox == []


def test_a_mail_server_that_fails_loses_nothing(settings):
    settings.EMAIL_BACKEND = "bredvid.config.mail.NoMail"
    page = signed_in_client("administrator").post("/personal/medarbetare/bjud-in/", NEW, follow=True)
    assert page.status_code == 200
    assert Invitation.objects.count() == 1
    assert "mejlet kunde inte skickas" in page.content.decode()


def test_the_log_names_numbers_and_no_e_mail():
    answer(Client(), link_of(invited()))
    for entry in ActivityEntry.objects.all():
        assert "@" not in f"{entry.subject} {entry.detail}"
    assert [entry.action for entry in ActivityEntry.objects.all()][:2] == ["staff.invite", "account.joined"]
