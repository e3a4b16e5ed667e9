"""She leaves: what Back shows, how many lines of the history are ours, and what is left in the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.axe import violations

WEATHER = "https://www.smhi.se/"
BEFORE = "https://before.example/"
STATES = ["/a/", "/h/b/", "/b/", "/b/0180/", "/c/", "/d/", "/e/", "/f/", "/g/", "/i/", "/en/a/", "/utsatt/"]


def _elsewhere(route: Route) -> None:
    """No test asks anything of anybody else: other sites are played here."""
    title = "Väder" if route.request.url.startswith(WEATHER) else "Förut"
    route.fulfill(content_type="text/html; charset=utf-8", body=f"<title>{title}</title><h1>{title}</h1>")


def _context(browser: Browser, address: str, *, scripts: bool = True) -> BrowserContext:
    context = browser.new_context(base_url=address, java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    context.route(lambda url: not url.startswith(address), _elsewhere)
    return context


@pytest.fixture
def she(browser: Browser, address: str) -> Iterator[Page]:
    """Her tab, where she has read something else first."""
    context = _context(browser, address)
    page = context.new_page()
    page.goto(BEFORE)
    yield page
    context.close()


def entries(page: Page) -> list[tuple[str, str]]:
    """The tab's history: address and title of each entry."""
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getNavigationHistory")["entries"]
    return [(each["url"], each["title"]) for each in found if each["url"] != "about:blank"]


def left(page: Page) -> None:
    page.wait_for_url(WEATHER)


@pytest.mark.parametrize("state", STATES)
def test_back_after_leaving_does_not_show_us(she: Page, address: str, state: str):
    # Given that she is on a page of ours
    she.goto(state)
    # When she presses the button and then goes back
    she.locator("a.leave").first.click()
    left(she)
    # Then no entry is ours, and Back shows what she read before
    assert [url for url, _ in entries(she) if url.startswith(address)] == []
    she.go_back()
    assert she.url == BEFORE


def test_shift_three_times_leaves(she: Page):
    she.goto("/c/")
    for _ in range(3):
        she.keyboard.press("Shift")
    left(she)


def test_shift_in_ordinary_use_does_not(she: Page, address: str):
    she.goto("/c/")
    for key in ("Shift", "Shift", "Tab", "Shift", "Shift+Tab"):
        she.keyboard.press(key)
    she.wait_for_timeout(200)
    assert she.url == f"{address}/c/"


def test_wherever_she_goes_one_entry_is_ours_and_its_name_does_not_tell(she: Page, address: str):
    # Given that she reads her way through the pages
    she.goto("/a/")
    for link, at in [
        (".ways a >> nth=0", "/h/b/"),
        ("a.on", "/b/"),
        (".places a >> nth=0", "/b/"),
        (".places a >> nth=1", "/b/"),
        (".choices a >> nth=1", "/b/"),
        ("header a[href='/i/']", "/i/"),
        (".ways a >> nth=1", "/c/"),
        ("footer a >> nth=1", "/f/"),
        ("header a[hreflang=en]", "/en/f/"),
    ]:
        with she.expect_navigation():
            she.locator(link).first.click()
        assert she.url.startswith(address + at)
    # Then one entry is ours, with the neutral name
    ours = [(url, title) for url, title in entries(she) if url.startswith(address)]
    assert ours == [(f"{address}/en/f/", "Notes")]


def test_skipping_to_the_content_makes_no_entry(she: Page, address: str):
    she.goto("/a/")
    before = len(entries(she))
    she.locator("a.skip").focus()
    she.keyboard.press("Enter")
    assert she.evaluate("document.activeElement.id") == "content"
    assert (len(entries(she)), she.url) == (before, f"{address}/a/")


def test_leaving_asks_the_browser_to_forget_and_leaves_nothing(she: Page, address: str):
    she.goto("/b/")
    with she.expect_request(f"{address}/y/") as asked:
        she.locator("a.leave").first.click()
    left(she)
    assert asked.value.method == "GET"
    assert she.context.cookies(address) == []


def test_the_page_is_invisible_before_it_asks_for_anything(she: Page):
    # Given a page whose every question to us notes whether something can be seen
    seen: list[str] = []
    she.expose_function("note", lambda how: seen.append(how))
    she.goto("/c/")
    she.evaluate("""() => {
        const ask = window.fetch;
        window.fetch = (...words) => {
            window.note(getComputedStyle(document.documentElement).visibility);
            return ask(...words);
        };
    }""")
    # When she leaves
    she.locator("a.leave").first.click()
    left(she)
    # Then nothing could be seen when it was asked
    assert seen == ["hidden"]


def test_back_to_a_page_she_did_not_leave_shows_it_whole(she: Page):
    # Given that she followed a link to a shelter's own site
    she.goto("/b/0/")
    she.locator("main a[href^='https:']").first.click()
    she.wait_for_url("https://www.roks.se/**")
    # When she comes back
    she.go_back()
    # Then the page is there and not empty
    she.wait_for_selector("main h1")
    assert she.locator("a.leave").count() == 1


def test_without_scripts_the_button_leads_away_and_back_shows_us_as_the_page_says(browser: Browser, address: str):
    context = _context(browser, address, scripts=False)
    page = context.new_page()
    page.goto("/f/")
    assert "Då kan Bakåt visa den här sidan" in page.locator("main").inner_text()
    page.locator("a.leave").first.click()
    left(page)
    page.go_back()
    assert page.url == f"{address}/f/"
    context.close()


@pytest.mark.parametrize(
    "state", ["/a/", "/h/c/", "/b/", "/b/01/", "/b/0180/10/", "/c/", "/d/", "/e/", "/f/", "/g/", "/en/b/0/"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, address: str, state: str):
    context = _context(browser, address)
    page = context.new_page()
    page.goto(state)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, only=["color-contrast"])
    assert found == []
    # 320 px at 100 % is 1,280 px at 400 %
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
