"""Her pages in a real browser. Budget: at most 40 kB on the wire and 4 requests, blank within 50 ms of leaving."""

import statistics
from typing import Any

from playwright.sync_api import Browser, Page

from tests import chromium, site
from tests.browser.visits import first_visit

PAGES = ("/a/", "/h/b/", "/b/", "/b/14/", "/b/0180/", "/c/", "/d/", "/e/", "/f/", "/g/", "/en/a/")
# An old phone on a slow network: 400 kbit/s with 400 ms to and fro, and a quarter of this machine's speed.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
RUNS = 20


def run() -> dict[str, Any]:
    """Bytes and requests of a first visit to each page, first paint on an old phone, and milliseconds until blank."""
    site.prepare()
    with site.served() as address, chromium.launched() as browser:
        weighed = {path: first_visit(browser, address, path) for path in PAGES}
        return {
            "first page, bytes on the wire": round(weighed["/a/"].weight),
            "first page, requests": len(weighed["/a/"].requests),
            "heaviest page, bytes on the wire": max((round(each.weight), path) for path, each in weighed.items()),
            "most requests": max(len(each.requests) for each in weighed.values()),
            "first paint, 400 kbit/s and CPU/4, ms": _first_paint(browser, address),
            "from press to invisible, ms (median, most)": _leaving(browser, address, slower=1),
            "the same at CPU/4": _leaving(browser, address, slower=4),
        }


def _first_paint(browser: Browser, address: str) -> int:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto("/a/")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    paint = float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    context.close()
    return round(paint)


def _leaving(browser: Browser, address: str, *, slower: int) -> tuple[float, float]:
    times = [_one_leaving(browser, address, slower) for _ in range(RUNS)]
    return round(statistics.median(times), 1), round(max(times), 1)


def _one_leaving(browser: Browser, address: str, slower: int) -> float:
    """From the press, as the browser times the event, to the first request of the leaving: invisible by then."""
    context = browser.new_context(base_url=address)
    context.route("https://**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    taken: list[float] = []
    page.expose_function("note", lambda milliseconds: taken.append(milliseconds))
    page.goto("/c/")
    _note_when_invisible(page)
    page.locator("a.leave").first.click()
    page.wait_for_url("https://**")
    context.close()
    return taken[0]


def _note_when_invisible(page: Page) -> None:
    page.evaluate("""() => {
        let pressed = 0;
        addEventListener("click", (event) => { pressed = event.timeStamp; }, true);
        const ask = window.fetch;
        window.fetch = (...words) => {
            const now = performance.now();
            const hidden = getComputedStyle(document.documentElement).visibility === "hidden";
            window.note(hidden ? now - pressed : Number.MAX_SAFE_INTEGER);
            return ask(...words);
        };
    }""")
