"""What holds of every public page, whoever reads it and with what."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.axe import violations
from tests.site import Page as PageOfOurs

PHONE = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
HEAVIEST = 100_000  # bytes on the wire, everything on the page counted


def opened(visitor: BrowserContext, path: str) -> Page:
    page = visitor.new_page()
    answer = page.goto(path)
    assert answer is not None
    assert answer.ok, f"{path} answered {answer.status}"
    return page


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing_in_light_and_dark(visitor, page_of_ours: PageOfOurs, size):
    # Given the page as it first appears
    page = opened(visitor, page_of_ours.path)
    page.set_viewport_size(size)
    # When axe looks at it, everything folded out as well
    found = violations(page)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found += violations(page)
    # And in the dark, where only colours differ
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {line}" for line in violations(page, only=["color-contrast", "link-in-text-block"])]
    # Then it finds nothing
    assert found == []


def test_nothing_is_asked_of_anybody_else_and_nothing_is_kept(visitor, address, page_of_ours: PageOfOurs):
    # Given somebody who notes every request and every word on the console
    page = visitor.new_page()
    requests: list[Request] = []
    console: list[str] = []
    page.on("request", requests.append)
    page.on("console", lambda message: console.append(message.text))
    # When the page is read to the end
    page.goto(page_of_ours.path, wait_until="networkidle")
    # Then everything came from us, nothing was stored, and the policy refused nothing
    assert [request.url for request in requests if not request.url.startswith((address, "data:"))] == []
    assert visitor.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("navigator.serviceWorker?.getRegistrations().then(found => found.length) ?? 0") == 0
    assert console == []


def test_it_reads_without_javascript(browser: Browser, address, page_of_ours: PageOfOurs):
    # Given a reader with scripts turned off
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = opened(context, page_of_ours.path)
    # Then there is one heading, and something to read under it
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 60
    context.close()


def test_it_says_its_language_and_its_name(visitor, page_of_ours: PageOfOurs):
    page = opened(visitor, page_of_ours.path)
    assert page.locator("html").get_attribute("lang") == ("en" if page_of_ours.path.startswith("/en/") else "sv")
    assert re.search(r"\w", page.title())


def test_nothing_scrolls_sideways_on_a_narrow_phone(visitor, page_of_ours: PageOfOurs):
    page = visitor.new_page()
    page.set_viewport_size(PHONE)
    page.goto(page_of_ours.path)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider == 0


def test_it_is_light_enough_for_an_old_phone(visitor, page_of_ours: PageOfOurs):
    # Given somebody who weighs every answer as it comes over the wire
    page = visitor.new_page()
    session = visitor.new_cdp_session(page)
    session.send("Network.enable")
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    # When the page is opened for the first time
    page.goto(page_of_ours.path)
    # Then it is light
    assert weights
    assert sum(weights) <= HEAVIEST
