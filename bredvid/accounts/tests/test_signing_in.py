"""Signing in by password and authenticator app, in a browser without scripts."""

import time

import pytest
from django.test import Client

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import PASSWORD, code_now, give_second_factor, signed_in_client, staff_with

pytestmark = pytest.mark.django_db

LOGIN = "/personal/logga-in/"


def test_with_password_and_code_she_comes_to_her_work():
    staff = staff_with(role="reviewer", second_factor=False)
    secret = give_second_factor(staff)
    browser = Client()
    # Given the right password, she is asked for the code
    asked = browser.post(LOGIN, {"login": staff.email.upper(), "password": PASSWORD})
    assert asked.headers["Location"] == "/personal/tvasteg/kod/"
    assert browser.get("/personal/").status_code == 302
    # When she writes the code of the moment
    done = browser.post("/personal/tvasteg/kod/", {"code": code_now(secret, at=time.time())})
    # Then she is in
    assert done.headers["Location"] == "/personal/"
    assert browser.get("/personal/").status_code == 200


def test_a_code_opens_once_only():
    staff = staff_with(role="reviewer", second_factor=False)
    code = code_now(give_second_factor(staff), at=time.time())
    for browser, expected in ((Client(), 302), (Client(), 200)):
        browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
        assert browser.post("/personal/tvasteg/kod/", {"code": code}).status_code == expected


def test_without_a_second_factor_every_page_leads_to_setting_one_up():
    browser = signed_in_client("reviewer", second_factor=False)
    assert browser.get("/personal/").headers["Location"] == "/personal/tvasteg/"
    assert browser.get("/personal/tvasteg/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_answered_alike():
    staff = staff_with(role="reviewer")
    wrong = Client().post(LOGIN, {"login": staff.email, "password": "not-this-one-at-all"})
    unknown = Client().post(LOGIN, {"login": "nobody@bredvid.example", "password": "not-this-one-at-all"})
    assert wrong.status_code == unknown.status_code == 200
    assert [str(e) for e in wrong.context["form"].non_field_errors()] == [
        str(e) for e in unknown.context["form"].non_field_errors()
    ]


def test_an_address_is_one_however_it_is_spelled():
    staff_with(email="Ada@Bredvid.example")
    assert Staff.objects.get_by_natural_key("ada@bredvid.EXAMPLE").email == "Ada@Bredvid.example"
