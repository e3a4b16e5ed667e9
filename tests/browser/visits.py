"""A first visit to a page by somebody who notes everything: what was asked for, what was kept, what was said."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, ViewportSize

PHONE: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
_STORED = """async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length
    + ((await navigator.serviceWorker?.getRegistrations()) ?? []).length"""
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The page itself, and whatever on it is moved by itself: a table in its region, a text that does not break.
_MOVED = """() => [document.documentElement, ...document.querySelectorAll('body *')]
    .filter((each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX))
    .filter((each) => each.clientWidth && each.scrollWidth > each.clientWidth)
    .map((each) => `${each.tagName.toLowerCase()}.${each.className} ${each.scrollWidth}`)"""


@dataclass
class Visit:
    """What was noted. Weights are bytes on the wire, sizes are CSS pixels."""

    status: int = 0
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    cookies: int = 0
    stored: int = 0
    weight: float = 0
    sideways: int = 0
    language: str = ""
    title: str = ""


def first_visit(browser: Browser, address: str, path: str) -> Visit:
    """Opens a page with nothing stored, wide, then narrows it to a small phone."""
    context = browser.new_context(base_url=address, viewport=WIDE, locale="sv-SE")
    page, visit = context.new_page(), Visit()
    _take_notes(page, visit)
    answer = page.goto(path)
    visit.status = answer.status if answer else 0
    page.wait_for_timeout(50)  # what a script asks for after the page has loaded
    visit.cookies, visit.stored = len(context.cookies()), page.evaluate(_STORED)
    visit.language, visit.title = page.evaluate("document.documentElement.lang"), page.title()
    page.set_viewport_size(PHONE)
    visit.sideways = page.evaluate(_SIDEWAYS)
    context.close()
    return visit


def moved_sideways(page: Page) -> list[str]:
    """What on a page has to be moved sideways to be read, with everything folded out: tags, classes and widths."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    return [str(each) for each in page.evaluate(_MOVED)]


def _take_notes(page: Page, visit: Visit) -> None:
    def weigh(event: dict[str, float]) -> None:
        visit.weight += event["encodedDataLength"]

    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.console.append(message.text))
    page.on("pageerror", lambda error: visit.console.append(str(error)))
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", weigh)
