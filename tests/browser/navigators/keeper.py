"""Somebody at a shelter who keeps support periods, on a phone: by the keyboard alone, with what any browser has."""

import os
import subprocess
import sys

from tests.browser.navigators.worker import Worker
from tests.gates import REPOSITORY


class Keeper(Worker):
    """She moves with Tab, chooses with the space bar and sends with Enter."""

    def moves_to(self, selector: str) -> None:
        """Tab until the keyboard is in what fits. Raises AssertionError when a whole page went by."""
        fits = f"document.activeElement.matches({selector!r})"
        for _each in range(400):
            if self.page.evaluate(fits):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard never comes to {selector}")

    def starts_over(self) -> None:
        """Puts the keyboard at the beginning of the page."""
        self.page.evaluate("document.activeElement.blur()")

    def goes_by(self, selector: str) -> None:
        """Tab to a link or a button, Enter, and the next page."""
        self.moves_to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def ticks(self, name: str, code: str) -> None:
        """Chooses an answer: Tab into the question, then the space bar, or the arrows among single answers."""
        wanted = f"[name={name}][value='{code}']"
        if self.page.locator(wanted).get_attribute("type") == "checkbox":
            self.moves_to(wanted)
            self.page.keyboard.press("Space")
            return
        self.moves_to(f"[name={name}]")
        self.page.keyboard.press("Space")
        for _each in range(self.page.locator(f"[name={name}]").count()):
            if self.page.locator(wanted).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never come to {wanted}")

    def heading(self) -> str:
        """What the page is called."""
        return str(self.page.locator("main h1").inner_text())

    def says(self) -> str:
        """All that the page says."""
        return str(self.page.locator("main").inner_text())

    def days_pass(self, days: int) -> None:
        """Every day that her shelter's periods hold is so much nearer."""
        command = [sys.executable, "-m", "bredvid.register.tests.days_back", self.unit, str(days)]
        subprocess.run(command, cwd=REPOSITORY, env=os.environ | self.site.environment, check=True)
