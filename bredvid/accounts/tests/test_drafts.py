"""A draft round's address is answered as one that never was, unless somebody signed in may read rounds."""

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse, HttpResponseNotFound
from django.test import Client
from django.urls import path

from bredvid.accounts import actions
from bredvid.accounts.roles import ROLES, Action
from bredvid.accounts.tests.makers import signed_in_client

pytestmark = pytest.mark.django_db

DRAFT, NEVER = "/2026-utkast/", "/aldrig-funnits/"


def page(request, code):
    return HttpResponse(f"round {code} {request.user if hasattr(request, 'user') else ''}")


def missing(request, exception):
    # What a page of ours would take from an address that a pattern matched.
    return HttpResponseNotFound(f"nothing here {request.resolver_match}")


class Rounds:
    """As much of the public pages as a draft needs."""

    urlpatterns = [
        path("<slug:code>/", page, name="round"),
        path("en/<slug:code>/", page),
        path("<slug:code>/data/", page),
    ]
    handler404 = missing


class Nothing:
    """The same without any round."""

    urlpatterns: tuple[()] = ()
    handler404 = missing


@pytest.fixture(autouse=True)
def _rounds(settings):
    settings.ROOT_URLCONF = Rounds


def answer(browser: Client, path: str, settings=None):
    got = browser.get(path)
    return got.status_code, got.content, dict(got.headers.items()), dict(got.cookies)


@pytest.mark.parametrize("path", [DRAFT, f"/en{DRAFT}", f"{DRAFT}data/", "/demo-utkast/"])
def test_a_stranger_meets_the_very_page_of_an_address_that_never_was(path, settings):
    of_draft = answer(Client(), path)
    settings.ROOT_URLCONF = Nothing
    of_nothing = answer(Client(), path.replace("-utkast", "-aldrig"))
    assert of_draft == of_nothing
    assert of_draft[0] == 404
    assert "Vary" not in of_draft[2]


@pytest.mark.parametrize("role", list(ROLES))
def test_those_who_may_read_rounds_see_it_and_no_one_else(role):
    got = signed_in_client(role).get(DRAFT)
    may = Action.ROUND_READ in ROLES[role].actions
    assert got.status_code == (200 if may else 404)
    assert ("no-store" in got.headers.get("Cache-Control", "")) is may
    assert "Cookie" not in got.headers.get("Vary", "") or may


def test_without_the_second_factor_her_role_asks_for_it_is_not_there():
    assert signed_in_client("reviewer", second_factor=False).get(DRAFT).status_code == 404


def test_with_a_closed_account_or_an_old_cookie_it_is_not_there():
    browser = signed_in_client("reviewer")
    actions.deactivate(by=None, staff=browser.staff, reason="has left")
    assert browser.get(DRAFT).status_code == 404
    planted = Client()
    planted.cookies["personal"] = "x" * 32
    refused = planted.get(DRAFT)
    assert refused.status_code == 404
    assert not refused.cookies
    assert not Session.objects.exists()


def test_on_a_public_round_nobody_is_known_even_when_signed_in():
    got = signed_in_client("reviewer").get("/2025/")
    assert got.content == b"round 2025 "
    assert "Vary" not in got.headers
    assert not got.cookies
