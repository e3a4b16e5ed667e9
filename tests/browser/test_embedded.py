"""A figure in somebody else's page: it loads there and fits the height that we advise. No other page of ours does."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.axe import violations

# A whole in tiles, strips, words only, and the demonstration's banner.
QUESTIONS = [
    "/2025/fragor/q2/",
    "/2025/fragor/q3/",
    "/2025/fragor/q7/",
    "/en/demo/fragor/q5/",
    "/demo/fragor/b1/",
    "/demo/fragor/q3b/",
]
# A narrow phone, a phone, a text column and a wide page.
WIDTHS = (320, 360, 560, 800)


class Elsewhere:
    """Somebody else's site, with one page, and a reader's window that looks at it."""

    def __init__(self, page: Page, address: str, shown: list[str]) -> None:
        self.page = page
        self._address = address
        self._shown = shown

    def pasted(self, frame: str) -> Frame:
        """What stands in a frame that has been pasted into the page."""
        self._shown[:] = [f"<!doctype html><html lang='sv'><title>Elsewhere</title>{frame}"]
        self.page.goto(self._address, wait_until="load")
        return self.page.frames[1]


@pytest.fixture
def elsewhere(browser: Browser) -> Iterator[Elsewhere]:
    """A site of its own on this machine: a browser lets no page from far away frame one from near."""
    shown: list[str] = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write("".join(shown).encode())

        def log_message(self, *_words: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        yield Elsewhere(context.new_page(), f"http://127.0.0.1:{server.server_port}/", shown)
        context.close()
        server.shutdown()


def frame_of(page: Page, address: str, question: str) -> str:
    """The frame to copy from a question's page, as somebody pastes it."""
    page.goto(address + question)
    written = page.locator("#embed-code")
    written.evaluate("area => area.closest('details').open = true")
    return written.input_value()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_frame_shows_the_figure_in_full_wherever_it_is_pasted(elsewhere, address, question):
    # Given the frame that the question's page offers
    frame = frame_of(elsewhere.page, address, question)
    height = int(re.findall(r'height="(\d+)"', frame)[0])
    for width in WIDTHS:
        # When it is pasted into a page of that width
        elsewhere.page.set_viewport_size({"width": width + 16, "height": 900})
        inside = elsewhere.pasted(frame)
        inside.wait_for_selector("h1", timeout=10_000)
        # Then the figure is there in full, and neither scrolls
        needed = inside.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
        assert needed[0] <= height, f"{question} is {needed[0]} high at {width}, and is given {height}"
        assert needed[1] <= inside.evaluate("document.documentElement.clientWidth")


def test_no_other_page_of_ours_shows_itself_in_a_frame(elsewhere, address):
    inside = elsewhere.pasted(f'<iframe src="{address}/2025/fragor/q2/"></iframe>')
    assert inside.url.startswith("chrome-error:")


@pytest.mark.parametrize("question", QUESTIONS)
def test_axe_finds_nothing_in_an_embedded_figure(elsewhere, address, question):
    elsewhere.page.goto(f"{address}{question}inbaddad/")
    found = violations(elsewhere.page)
    elsewhere.page.emulate_media(color_scheme="dark")
    assert found + violations(elsewhere.page, only=["color-contrast"]) == []
