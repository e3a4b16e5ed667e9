"""Somebody at a shelter who answers those who write: she makes a key, opens it, reads and writes."""

import base64
import json
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.desk_site import DeskSite
from tests.browser.navigators.colleague import Colleague
from tests.browser.navigators.moving import PATIENCE

DESK = "/personal/rum/"
# Remembers what passkeys give, so that a test can look for it in what is sent.
LISTENS = """(() => {
  window.__secrets = [];
  const note = (made) => {
    const first = made?.getClientExtensionResults?.().prf?.results?.first;
    if (first) window.__secrets.push([...new Uint8Array(first)].map((b) => b.toString(16).padStart(2, '0')).join(''));
    return made;
  };
  for (const name of ['create', 'get']) {
    const real = navigator.credentials[name].bind(navigator.credentials);
    navigator.credentials[name] = async (options) => note(await real(options));
  }
})()"""


class Answerer(Colleague):
    """She has signed in already."""

    def __init__(self, browser: Browser, site: DeskSite, who: dict[str, str], **options: Any) -> None:
        super().__init__(browser, site.address, **options)
        self.name = who["name"]
        self.page.add_init_script(LISTENS)
        self.context.add_cookies([{"name": "personal", "value": who["session"], "url": self.address}])
        self.phrase: list[str] = []

    def comes(self) -> None:
        """Opens the desk's page."""
        self.page.goto(DESK)
        expect(self.part("loading")).to_be_hidden(timeout=PATIENCE)

    def part(self, name: str) -> Any:
        """A part of the page."""
        return self.page.locator(f"[data-part='{name}']")

    def presses(self, name: str) -> None:
        """A button, by its words."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def makes_a_phrase(self) -> None:
        """Copies the words by hand, and writes them again."""
        self.presses("Visa orden")
        self.phrase = [str(word) for word in self.part("phrase-words").locator("li").all_inner_texts()]
        self.presses("Jag har skrivit av dem")
        self.part("phrase-typed").fill(" ".join(self.phrase).upper())
        self.presses("De är samma")

    def opens_with_the_phrase(self) -> None:
        """Types it."""
        self.part("phrase").fill(", ".join(self.phrase))
        self.presses("Öppna med orden")
        expect(self.part("open-bar")).to_be_visible(timeout=PATIENCE)

    def reads_the_first(self) -> list[str]:
        """Opens the room that stands first, and gives the words in it."""
        self.page.locator("[data-part=waiting] a, [data-part=answered] a").first.click()
        expect(self.page.locator(".talk-line").first).to_be_visible(timeout=PATIENCE)
        return self.words()

    def words(self) -> list[str]:
        """What stands in the open room."""
        return [str(text) for text in self.page.locator(".talk-text").all_inner_texts()]

    def answers(self, text: str) -> None:
        """Writes and sends."""
        self.part("text").fill(text)
        self.presses("Skicka svaret")
        expect(self.page.locator(".talk-text", has_text=text)).to_be_visible(timeout=PATIENCE)

    def passkey_secrets(self) -> list[str]:
        """What passkeys have given in this page, hexadecimal."""
        return list(self.page.evaluate("window.__secrets"))

    def stored(self) -> dict[str, Any]:
        """Everything that the browser keeps of this site."""
        kept = self.page.evaluate(
            "async () => ({local: {...localStorage}, session: {...sessionStorage},"
            " databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length})"
        )
        return {**kept, "cookies": sorted(str(each.get("name")) for each in self.context.cookies())}

    def sent_bytes(self) -> list[bytes]:
        """Every text of base64url in what was sent, as bytes."""
        return [found for body in self.posted for found in _bytes_in(json.loads(body))]


def _bytes_in(value: Any) -> list[bytes]:
    if isinstance(value, dict):
        return [found for each in value.values() for found in _bytes_in(each)]
    if isinstance(value, list):
        return [found for each in value for found in _bytes_in(each)]
    if isinstance(value, str) and value not in ("phrase", "passkey", ""):
        return [base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))]
    return []
