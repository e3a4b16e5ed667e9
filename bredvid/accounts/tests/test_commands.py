"""`bredvid accounts …`"""

import json

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client

from bredvid.accounts.commands import commands
from bredvid.accounts.models import Invitation, Staff
from bredvid.accounts.tests.makers import PASSWORD, signed_in_client, staff_with

pytestmark = pytest.mark.django_db


def run(*words: str):
    return CliRunner().invoke(commands, list(words))


@pytest.fixture(autouse=True)
def _site(monkeypatch):
    monkeypatch.setenv("BREDVID_BASE_URL", "https://bredvid.example/")


def test_the_first_administrator_gets_a_link_where_no_mail_is_set(settings):
    settings.MAIL_CONFIGURED = False
    done = run("invite", "ada@roks.example", "--role", "administrator", "--name", "Ada")
    link = done.output.strip().splitlines()[-1]
    assert link.startswith("https://bredvid.example/personal/inbjudan/")
    Client().post(
        link.removeprefix("https://bredvid.example"), {"name": "Ada", "password": PASSWORD, "again": PASSWORD}
    )
    assert Staff.objects.get().roles == {"administrator"}


def test_with_a_mail_server_the_link_is_mailed_and_not_printed():
    done = run("invite", "ada@roks.example", "--role", "administrator")
    assert done.output == "Sent to ada@roks.example.\n"
    assert "https://bredvid.example/personal/inbjudan/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "ada", "--role", "administrator"), "no e-mail address"),
        (("invite", "a@b.example", "--role", "emperor"), "emperor"),
        (("invite", "there@b.example", "--role", "worker"), "has an account already"),
        (("invite", "waits@b.example", "--role", "worker"), "--renew"),
        (("deactivate", "nobody@b.example", "--reason", "x"), "bredvid accounts list"),
        (("deactivate", "there@b.example", "--reason", "x"), "last administrator"),
        (("load-demo",), "one's own machine"),
    ],
)
def test_what_cannot_be_done_is_one_line(words, said):
    staff_with(role="administrator", email="there@b.example")
    run("invite", "waits@b.example", "--role", "worker")
    done = run(*words)
    assert done.exit_code != 0
    assert said in done.output
    assert "Traceback" not in done.output


def test_without_an_address_of_the_site_no_link_is_made(monkeypatch):
    monkeypatch.delenv("BREDVID_BASE_URL")
    assert "Set BREDVID_BASE_URL" in run("invite", "a@b.example", "--role", "worker").output
    assert not Invitation.objects.exists()


def test_a_renewed_invitation_is_another_link():
    run("invite", "a@b.example", "--role", "worker")
    before = Invitation.objects.get().nonce
    assert run("invite", "a@b.example", "--role", "worker", "--renew").exit_code == 0
    assert Invitation.objects.get().nonce != before


def test_the_list_shows_those_with_an_account_and_those_invited():
    staff_with(role="reviewer", email="there@b.example")
    run("invite", "waits@b.example", "--role", "worker")
    rows = json.loads(run("list", "--json").output)
    assert [(row["email"], row["roles"], row["state"]) for row in rows] == [
        ("there@b.example", ["reviewer"], "open"),
        ("waits@b.example", ["worker"], "invited"),
    ]
    assert "there@b.example" in run("list").output


def test_closing_an_account_ends_its_session():
    browser = signed_in_client("reviewer")
    assert run("deactivate", browser.staff.email, "--reason", "has left").exit_code == 0
    assert browser.get("/personal/").status_code == 302


def test_whoever_has_left_can_be_forgotten_and_the_chain_stays_whole():
    # Given a closed account of somebody who has done things
    browser = signed_in_client("reviewer")
    email, name = browser.staff.email, browser.staff.name
    run("deactivate", email, "--reason", "has left")
    # When it is forgotten
    done = run("forget", email, "--reason", "she asked for it")
    # Then no row of the database holds her name or address, and the log is whole
    assert done.exit_code == 0
    assert email not in everything()
    assert name not in everything()
    assert run("log", "verify").exit_code == 0
    assert not Authenticator.objects.exists()


def everything() -> str:
    return " ".join(str(list(model._default_manager.values())) for model in apps.get_models())


def test_an_open_account_is_not_forgotten():
    staff = staff_with(role="reviewer")
    assert "close it first" in run("forget", staff.email, "--reason", "x").output
    assert Staff.objects.get().email == staff.email


def test_the_log_is_verified_with_an_exit_code():
    run("invite", "a@b.example", "--role", "worker")
    whole = run("log", "verify")
    assert whole.exit_code == 0
    assert whole.output.startswith("Whole up to no 1. Head: ")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_activityentry SET detail = 'administrator'")
    broken = run("log", "verify", "--json")
    assert broken.exit_code == 1
    assert json.loads(broken.output)["fault"] == "no 1 is not as it was written"
