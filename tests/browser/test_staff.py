"""Staff in a real browser: invited, signed in by app and by passkey, and pages that everybody can read."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from bredvid.accounts.tests.makers import PASSWORD
from tests import site
from tests.browser.axe import violations
from tests.browser.navigators.colleague import Colleague
from tests.browser.visits import PHONE, WIDE
from tests.gates import REPOSITORY

PAGES = [
    "/personal/", "/personal/konto/", "/personal/medarbetare/", "/personal/medarbetare/1/", "/personal/tvasteg/",
    "/personal/medarbetare/bjud-in/", "/personal/logg/", "/personal/nycklar/", "/personal/losenord/",
    "/personal/bekrafta/", "/personal/logga-ut/", "/en/personal/logg/", "/en/personal/konto/",
]  # fmt: skip
OPEN_PAGES = ["/personal/logga-in/", "/personal/losenord/glomt/", "/personal/post/", "/en/personal/logga-in/"]


def invited(role: str) -> tuple[str, str]:
    """Somebody new with this role: her e-mail, and the link the command line gives."""
    email = f"{uuid.uuid4().hex[:10]}@roks.example"
    done = subprocess.run(
        [sys.executable, "-m", "bredvid", "accounts", "invite", email, "--role", role, "--name", "Ny Kollega"],
        cwd=REPOSITORY, env=os.environ | site.ENVIRONMENT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return email, done.stdout.strip().splitlines()[-1]


@pytest.fixture
def colleague(browser, address) -> Iterator[Colleague]:
    person = Colleague(browser, address)
    yield person
    person.goes()


@pytest.fixture
def administrator(colleague: Colleague) -> Colleague:
    """An administrator who has just come in."""
    _, link = invited("administrator")
    colleague.opens_the_invitation(link)
    colleague.chooses_a_password()
    colleague.sets_up_an_app()
    return colleague


def test_invited_she_chooses_a_password_sets_up_her_app_and_signs_in_with_both(colleague):
    # Given an invitation
    email, link = invited("reviewer")
    colleague.opens_the_invitation(link)
    # When she chooses a password, she is led to the second factor and cannot go past it
    colleague.chooses_a_password()
    assert colleague.is_at() == "/personal/tvasteg/"
    colleague.page.goto("/personal/")
    assert colleague.is_at() == "/personal/tvasteg/"
    # When she sets up her app, she gets her recovery codes
    colleague.sets_up_an_app()
    assert colleague.is_at() == "/personal/tvasteg/reservkoder/"
    assert colleague.page.locator(".codes li").count() == 10
    # Then password and code open the house
    colleague.signs_out()
    colleague.signs_in_with_the_app(email)
    assert colleague.is_at() == "/personal/"
    assert colleague.complaints == []


def test_invited_she_takes_a_passkey_and_needs_no_password(colleague):
    colleague.has_a_passkey_at_hand()
    _, link = invited("reviewer")
    colleague.opens_the_invitation(link)
    colleague.chooses_a_passkey()
    colleague.makes_the_key(alone=True)
    colleague.signs_out()
    colleague.signs_in_with_the_passkey()
    assert colleague.is_at() == "/personal/"
    assert "granskare" in colleague.reads()
    assert colleague.complaints == []


def test_a_key_beside_the_password_opens_the_second_step(colleague):
    colleague.has_a_passkey_at_hand()
    email, link = invited("reviewer")
    colleague.opens_the_invitation(link)
    colleague.chooses_a_password()
    colleague.page.click("main a[href$='/nycklar/ny/']")
    colleague.makes_the_key(alone=False)
    colleague.signs_out()
    page = colleague.page
    page.goto("/personal/logga-in/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button >> nth=0")
    page.click("form[data-passkey=use] button")
    page.wait_for_url("**/personal/")
    assert colleague.complaints == []


# What somebody's own code in the browser would ask a passkey for: a secret of thirty-two bytes, the same each time.
ASKS_FOR_MORE = """
const create = navigator.credentials.create.bind(navigator.credentials);
navigator.credentials.create = async (options) => {
  window.askedForPrf = JSON.stringify(options.publicKey.extensions.prf);
  options.publicKey.extensions.prf = { eval: { first: new Uint8Array(32).fill(7) } };
  const made = await create(options);
  const results = made.getClientExtensionResults().prf?.results;
  sessionStorage.setItem("prf", JSON.stringify({
    asked: window.askedForPrf,
    length: results ? new Uint8Array(results.first).length : 0,
    secret: results ? btoa(String.fromCharCode(...new Uint8Array(results.first)))
      .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") : "",
  }));
  return made;
};
"""


def test_a_passkey_is_made_for_secrets_of_our_own_and_its_secret_is_never_posted(colleague):
    # Given a browser in which the passkey gives its secret at once
    colleague.has_a_passkey_at_hand()
    colleague.page.add_init_script(ASKS_FOR_MORE)
    _, link = invited("reviewer")
    colleague.opens_the_invitation(link)
    colleague.chooses_a_passkey()
    # When the key is made
    colleague.makes_the_key(alone=True)
    given = json.loads(colleague.page.evaluate("sessionStorage.getItem('prf')"))
    # Then our script asked for the extension, a secret was there, and nothing posted holds it
    assert given["asked"] == "{}"
    assert given["length"] == 32
    [posted] = [parse_qs(body)["credential"][0] for body in colleague.posted if "credential" in parse_qs(body)]
    assert json.loads(posted)["clientExtensionResults"]["prf"] == {"enabled": True}
    assert [body for body in colleague.posted if given["secret"] in body or "results" in body] == []


def test_a_passkey_that_is_put_away_says_so_and_loses_nothing(colleague):
    # Given no passkey at hand, and a browser that is told no
    colleague.page.add_init_script(
        "navigator.credentials.get = async () => { throw new DOMException('no', 'NotAllowedError') }"
    )
    colleague.page.goto("/personal/logga-in/")
    colleague.page.fill("[name=login]", "ada@roks.example")
    colleague.page.click("form[data-passkey=login] button")
    colleague.page.wait_for_selector("[data-failed]:not([hidden])")
    assert colleague.page.input_value("[name=login]") == "ada@roks.example"


def test_without_scripts_nothing_is_offered_that_needs_them(browser, address):
    person = Colleague(browser, address, java_script_enabled=False)
    person.page.goto("/personal/logga-in/")
    assert person.page.locator("form[data-passkey]").is_hidden()
    assert person.page.locator("[name=password]").is_visible()
    person.goes()


def looked_at(person: Colleague, path: str) -> list[str]:
    """What axe, a narrow phone and the browser have to say of a page."""
    page = person.page
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.set_viewport_size(PHONE)
    found = [f"{path} phone: {line}" for line in violations(page)]
    if sideways := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"):
        found.append(f"{path} scrolls {sideways} sideways")
    page.set_viewport_size(WIDE)
    found += [f"{path} wide: {line}" for line in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"{path} dark: {line}" for line in violations(page, only=["color-contrast", "link-in-text-block"])]
    page.emulate_media(color_scheme="light")
    return found


def test_the_pages_of_staff_can_be_read_by_everybody(administrator):
    found = [line for path in PAGES for line in looked_at(administrator, path)]
    assert found == []
    assert administrator.complaints == []


def test_the_open_pages_can_be_read_by_everybody(colleague):
    _, link = invited("worker")
    pages = [*OPEN_PAGES, link[link.index("/personal/") :], "/personal/inbjudan/a:b:c/"]
    assert [line for path in pages for line in looked_at(colleague, path)] == []
    assert colleague.complaints == []


def test_setting_up_an_app_or_a_key_can_be_read_by_everybody(colleague):
    _, link = invited("worker")
    colleague.opens_the_invitation(link)
    colleague.chooses_a_password()
    pages = ["/personal/tvasteg/", "/personal/tvasteg/app/", "/personal/nycklar/ny/"]
    assert [line for path in pages for line in looked_at(colleague, path)] == []
    assert colleague.complaints == []
