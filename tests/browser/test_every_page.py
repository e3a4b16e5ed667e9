"""What holds of every public page, whoever reads it and with what."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.visits import PHONE, WIDE, Visit, first_visit
from tests.site import Page as PageOfOurs

HEAVIEST = 100_000  # bytes on the wire, everything on the page counted
_visits: dict[str, Visit] = {}


@pytest.fixture
def visit(browser: Browser, address: str, page_of_ours: PageOfOurs) -> Visit:
    """A first visit to the page, made once for all that is asked about it."""
    if page_of_ours.path not in _visits:
        _visits[page_of_ours.path] = first_visit(browser, address, page_of_ours.path)
    return _visits[page_of_ours.path]


def test_the_page_answers_and_nothing_is_asked_of_anybody_else(visit, address):
    assert visit.status == 200
    assert [url for url in visit.requests if not url.startswith((address, "data:"))] == []


def test_nothing_is_kept_on_the_readers_machine(visit):
    assert (visit.cookies, visit.stored) == (0, 0)


def test_the_browser_has_nothing_to_complain_of(visit):
    # A refusal of the content security policy and a script's error would stand here.
    assert visit.console == []


def test_it_is_light_enough_for_an_old_phone(visit):
    assert 0 < visit.weight <= HEAVIEST


def test_nothing_scrolls_sideways_on_a_narrow_phone(visit):
    assert visit.sideways == 0


def test_it_says_its_language_and_its_name(visit, page_of_ours):
    assert visit.language == ("en" if page_of_ours.path.startswith("/en/") else "sv")
    assert re.search(r"\w", visit.title)


def test_it_reads_without_javascript(browser: Browser, address: str, page_of_ours: PageOfOurs):
    # Given a reader with scripts turned off
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    # When the page is opened
    page.goto(page_of_ours.path)
    # Then there is one heading, and something to read under it
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 60
    context.close()


def test_axe_finds_nothing_on_a_phone_wide_or_in_the_dark(visitor, page_of_ours: PageOfOurs):
    # Given the page with everything folded out
    page = visitor.new_page()
    answer = page.goto(page_of_ours.path)
    assert answer is not None
    assert answer.ok, f"it answered {answer.status}"
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    # When axe looks at it narrow and wide, and in the dark, where only colours differ
    page.set_viewport_size(PHONE)
    found = [f"phone: {line}" for line in violations(page)]
    page.set_viewport_size(WIDE)
    found += [f"wide: {line}" for line in violations(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {line}" for line in violations(page, only=["color-contrast", "link-in-text-block"])]
    # Then it finds nothing
    assert found == []
