"""Every address under /personal/ has a door; nobody comes in by one that is not hers."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, include, path, resolve, reverse

from bredvid.accounts.doors import ALLAUTH, Door, door, door_of
from bredvid.accounts.roles import ROLES, Action
from bredvid.accounts.tests.makers import signed_in_client

pytestmark = pytest.mark.django_db

# Open without an account, each for a reason. A new one is added here in the open.
OPEN = {
    "account_login", "account_inactive", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done", "mfa_authenticate", "mfa_login_webauthn",
    "accounts:accept", "accounts:post",
}  # fmt: skip
# Where a value is needed to make an address.
VALUES = {"pk": 1, "token": "a:b:c", "uidb36": "1", "key": "x-y"}


def under_personal() -> list[tuple[str, URLPattern]]:
    """Every pattern under /personal/, whichever room it belongs to, with its full name."""
    found: list[tuple[str, URLPattern]] = []

    def walk(patterns: list[Any], namespace: str, inside: bool) -> None:
        for each in patterns:
            here = inside or str(each.pattern).startswith("personal/")
            if isinstance(each, URLResolver):
                walk(each.url_patterns, each.namespace or namespace, here)
            elif here:
                found.append((f"{namespace}:{each.name}" if namespace else str(each.name), each))

    walk(get_resolver().url_patterns, "", False)
    return found


class Match:
    """As much of a resolved address as a door looks at."""

    def __init__(self, name: str) -> None:
        self.namespaces = name.split(":")[:-1]
        self.url_name = name.rpartition(":")[2]


def door_by_name(name: str, pattern: URLPattern) -> Door | Action | None:
    return door_of(Match(name), pattern.callback)  # type: ignore[arg-type]


def address_of(name: str, pattern: URLPattern) -> str:
    names = pattern.pattern.regex.groupindex if hasattr(pattern.pattern, "regex") else {}
    return reverse(name, kwargs={key: VALUES[key] for key in names if key in VALUES})


def own_pages() -> list[tuple[str, URLPattern]]:
    """Those of this room and allauth, whose addresses can be made with the values above."""
    # The page of mails is there on one's own machine only: test_pages.py.
    return [
        (name, pattern)
        for name, pattern in under_personal()
        if ":" not in name or (name.startswith("accounts:") and name != "accounts:post")
    ]


def test_every_page_under_personal_has_declared_its_door():
    assert [name for name, pattern in under_personal() if door_by_name(name, pattern) is None] == []


def test_only_these_are_open_without_an_account():
    found = {name for name, pattern in under_personal() if door_by_name(name, pattern) is Door.OPEN}
    assert found == OPEN


def test_no_door_is_listed_that_leads_nowhere():
    assert set(ALLAUTH) == {name for name, _ in under_personal() if ":" not in name}


def test_there_is_no_way_to_make_an_account_of_ones_own():
    names = {name for name, _ in under_personal()}
    assert not {name for name in names if "signup" in name or "social" in name or name == "account_email"}
    for guess in ("signup", "accounts/signup", "registrera", "2fa", "email"):
        with pytest.raises(Resolver404):
            resolve(f"/personal/{guess}/")


@pytest.mark.parametrize("name", [name for name, _ in own_pages()])
def test_a_stranger_is_led_to_the_sign_in_page(name):
    pattern = dict(own_pages())[name]
    address = address_of(name, pattern)
    for answer in (Client().get(address), Client().post(address)):
        if name in OPEN:
            assert answer.status_code in (200, 302, 404, 405)
        else:
            assert answer.status_code == 302
            assert answer.headers["Location"].startswith("/personal/logga-in/?next=/personal/")


@pytest.mark.parametrize("name", [name for name, _ in own_pages()])
def test_without_a_second_factor_only_setting_one_up_is_open(name):
    pattern = dict(own_pages())[name]
    kind = door_by_name(name, pattern)
    answer = signed_in_client("administrator", second_factor=False).get(address_of(name, pattern))
    if kind not in (Door.OPEN, Door.SET_UP):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/personal/tvasteg/")


@pytest.mark.parametrize("role", list(ROLES))
def test_a_role_meets_a_calm_refusal_where_its_table_says_no(role):
    browser = signed_in_client(role)
    for name, pattern in own_pages():
        kind = door_by_name(name, pattern)
        if isinstance(kind, Action) and kind not in ROLES[role].actions:
            for answer in (browser.get(address_of(name, pattern)), browser.post(address_of(name, pattern))):
                assert answer.status_code == 403, name
                assert b"refused" not in answer.content
                assert "Det här är inte öppet för dig" in answer.content.decode()


def _undeclared(request):
    return HttpResponse("secret")


@door(Door.OPEN)
def _declared(request):
    return HttpResponse("open")


pages = [path("glomd/", _undeclared, name="forgotten"), path("sagd/", _declared, name="said")]


class Tiny:
    """An urlconf with one page that forgot its door."""

    urlpatterns = [path("personal/", include(pages)), *get_resolver().url_patterns]
    handler404 = "bredvid.report.views.missing.missing"
    handler403 = "bredvid.config.errors.forbidden"


def test_a_page_that_forgot_its_door_is_shown_to_nobody(settings):
    settings.ROOT_URLCONF = Tiny
    for browser in (Client(), signed_in_client("administrator", "reviewer")):
        assert browser.get("/personal/glomd/").status_code == 403
        assert browser.get("/personal/sagd/").content == b"open"
