"""Made-up staff are for one's own machine: there they help a newcomer in, and nowhere else do they open anything."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from bredvid.accounts import demonstration
from bredvid.accounts.apps import refuse_public_demonstration
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import ROLES
from bredvid.accounts.tests.makers import code_now, signed_in_client

pytestmark = pytest.mark.django_db

LOGIN = "/personal/logga-in/"


@pytest.fixture
def shown(settings):
    cache.clear()
    settings.SHOW_DEMO_SIGN_INS = True
    demonstration.make()


@pytest.mark.usefixtures("shown")
def test_there_is_one_for_every_role_and_again_changes_nothing():
    assert {tuple(staff.roles) for staff in Staff.objects.all()} == {(role,) for role in ROLES}
    assert not demonstration.is_due()
    demonstration.make()
    assert Staff.objects.count() == len(ROLES)


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("role", list(ROLES))
def test_a_newcomer_signs_in_with_what_the_page_shows(role):
    browser = Client()
    page = browser.get(LOGIN)
    shown = page.context["demo_sign_ins"]()
    person = next(each for each in shown["people"] if each.email == demonstration.email_of(role))
    assert person.code in page.content.decode()
    browser.post(LOGIN, {"login": person.email, "password": shown["password"]})
    assert browser.post("/personal/tvasteg/kod/", {"code": person.code}).headers["Location"] == "/personal/"


def test_where_they_are_not_shown_they_are_neither_made_nor_named():
    assert not demonstration.is_due()
    with pytest.raises(ValueError, match="one's own machine"):
        demonstration.make()
    assert "demo.bredvid.example" not in Client().get(LOGIN).content.decode()


def test_a_database_carried_to_a_public_site_opens_to_none_of_them(settings):
    # Given a database with made-up staff, one of them signed in
    settings.SHOW_DEMO_SIGN_INS = True
    demonstration.make()
    browser = signed_in_client(staff=Staff.objects.get(email="admin@demo.bredvid.example"))
    assert browser.get("/personal/").status_code == 200
    # When the same database is served where they are not shown
    settings.SHOW_DEMO_SIGN_INS = False
    # Then nobody of them is in, and nobody comes in
    assert browser.get("/personal/").status_code == 302
    fresh = Client()
    cache.clear()
    fresh.post(LOGIN, {"login": "admin@demo.bredvid.example", "password": demonstration.PASSWORD})
    code = code_now(demonstration.secret_of("admin@demo.bredvid.example"), at=time.time())
    fresh.post("/personal/tvasteg/kod/", {"code": code})
    assert fresh.get("/personal/").status_code == 302


@pytest.mark.parametrize("hosts", [["bredvid.example"], ["localhost", "bredvid.example"], ["*"]])
@pytest.mark.parametrize("shown", ["SHOW_DEMO_SIGN_INS", "SHOW_MAIL"])
def test_what_is_for_ones_own_machine_stops_the_start_on_a_public_address(settings, hosts, shown):
    setattr(settings, shown, True)
    settings.ALLOWED_HOSTS = hosts
    with pytest.raises(ImproperlyConfigured, match="one's own machine"):
        refuse_public_demonstration()


def test_production_does_not_start_with_them(tmp_path):
    (tmp_path / "careless.py").write_text(
        "from bredvid.config.settings.production import *\nSHOW_DEMO_SIGN_INS = True\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "django", "check"],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "careless",
            "PYTHONPATH": os.pathsep.join([str(tmp_path), str(Path.cwd())]),
            "BREDVID_SECRET_KEY": "x" * 64,
            "BREDVID_HOSTS": "bredvid.example",
            "BREDVID_DATA": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "Demonstration sign-ins are for one's own machine" in done.stderr


@pytest.mark.parametrize("hosts", ["*", "bredvid.example, *"])
def test_production_does_not_start_with_any_name_whatever(tmp_path, hosts):
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.production",
        "BREDVID_SECRET_KEY": "x" * 64,
        "BREDVID_HOSTS": hosts,
        "BREDVID_DATA": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "django", "check"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "BREDVID_HOSTS holds *" in done.stderr
