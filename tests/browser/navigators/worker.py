"""Somebody at a shelter, on a phone: she counts contacts by touch, or by the keyboard alone."""

from typing import Any

from playwright.sync_api import Browser, Locator, expect

from tests.browser.counting_site import CountingSite
from tests.browser.navigators.colleague import Colleague
from tests.browser.navigators.moving import PATIENCE, follow

PHONE = {"viewport": {"width": 360, "height": 740}}
REGISTER = "/personal/register/"


class Worker(Colleague):
    """She has come in already; what she presses and chooses is counted."""

    def __init__(self, browser: Browser, site: CountingSite, **options: Any) -> None:
        super().__init__(browser, site.address, **{**PHONE, **options})
        self.site = site
        self.unit, session = site.signed_in()
        self.context.add_cookies([{"name": "personal", "value": session, "url": self.address}])
        self.keys: list[str] = []

    def goes_to(self, page: str) -> None:
        """Opens one of the register's pages."""
        self.page.goto(f"{REGISTER}{page}/")

    def presses(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.keys.append(key)
            self.page.keyboard.press(key)

    def presses_to_save(self) -> None:
        """The last key, which leads to the next page."""
        with self.page.expect_navigation():
            self.presses("Enter")

    def chooses(self, **answers: "str | list[str]") -> int:
        """Touches answers, and says how many touches it took."""
        touches = 0
        for name, codes in answers.items():
            for code in [codes] if isinstance(codes, str) else codes:
                self.page.locator(f".chip:has([name={name}][value='{code}'])").click()
                touches += 1
        return touches

    def saves(self) -> None:
        """Touches the button."""
        follow(self.page, ".card-save button")

    def marked(self, name: str) -> list[str]:
        """The answers that are chosen for a question."""
        boxes = self.page.locator(f"[name={name}]:checked")
        return [str(value) for value in boxes.evaluate_all("boxes => boxes.map(box => box.value)")]

    def question_in_focus(self) -> str:
        """The question that the keyboard is in; "button" when it is on the one that counts."""
        return str(
            self.page.evaluate(
                "(document.activeElement.closest('[data-ask]')?.dataset.ask)"
                " ?? (document.activeElement.type === 'submit' ? 'button' : '')"
            )
        )

    def receipt(self) -> str:
        """What the strip says."""
        return str(self.page.locator(".receipt").inner_text())

    def tallies(self, who: str) -> None:
        """One press of a large button."""
        self.page.locator(f".tally-button[value='{who}']").click()

    def sum(self) -> int:
        """How many presses the page says it has counted."""
        return int(self.page.locator("[data-sum]").inner_text())

    def waits_for(self, number: int) -> None:
        """Until the page says so many."""
        expect(self.page.locator("[data-sum]")).to_have_text(str(number), timeout=PATIENCE)

    def failures(self) -> Locator:
        """The presses that did not arrive, each a button to press again."""
        return self.page.locator("[data-failures] button:visible")

    def unfolds_everything(self) -> None:
        """Opens all that is folded."""
        self.page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")

    def counted(self) -> list[dict[str, Any]]:
        """What stands in the register of her shelter."""
        return self.site.contacts(self.unit)

    def is_too_wide(self) -> bool:
        """Whether the page has to be moved sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
