"""A reviewer at her desk, on a phone, without scripts and by keyboard alone."""

import re
import time
from pathlib import Path

from playwright.sync_api import Browser

from bredvid.accounts import demonstration
from bredvid.accounts.tests.makers import code_now
from tests.browser.navigators.moving import follow
from tests.browser.navigators.municipality import Municipality

DESK = "/personal/granskning/"
_PATIENCE = 120_000


class Desk(Municipality):
    """She takes in a form, starts a round, sends links, reads, corrects and locks."""

    def __init__(self, browser: Browser, address: str) -> None:
        super().__init__(browser, address, "")
        self.email = demonstration.email_of("reviewer")

    def signs_in(self) -> None:
        """Password first, then the code of her app."""
        self.page.goto("/personal/logga-in/")
        self.types("[name=login]", self.email)
        self.types("[name=password]", demonstration.PASSWORD)
        self._enter()
        self.types("[name=code]", code_now(demonstration.secret_of(self.email), at=time.time()))
        self._enter()

    def goes_to(self, page: str) -> str:
        """Opens a page of the desk and reads it."""
        self.page.goto(DESK + page)
        return self.reads()

    def takes_in(self, form: Path) -> str:
        """Chooses a file, which only a window of the system can do, and sends it."""
        self.goes_to("formular/nytt/")
        self.page.set_input_files("#file", form)
        return self.presses("main form.form button")

    def starts_a_round(self, code: str, title: str, questionnaire: str) -> str:
        """Fills in the particulars."""
        self.goes_to("ny/")
        self.types("[name=code]", code)
        self.tabs_to("[name=questionnaire]")
        self.page.keyboard.type(questionnaire)
        self.types("[name=title_sv]", title)
        self.types("[name=title_en]", title)
        self.types("[name=year]", code[:4])
        return self.presses("main form.form button")

    def sends_links_to(self, code: str, part: str, names: list[str]) -> str:
        """Finds municipalities by a part of their names, ticks some, looks at the mail and sends it."""
        self.goes_to(f"{code}/kommuner/?stage=untouched")
        self.types("[name=q]", part)
        self._enter()
        for name in names:
            self._ticks(name)
        self.presses("main .desk-bar button:not([name])")
        return self.presses("button[name=confirmed]")

    def _ticks(self, name: str) -> None:
        place = self.page.locator("table.cases tr", has=self.page.get_by_role("link", name=name, exact=True))
        value = place.locator("input[name=case]").get_attribute("value")
        self.tabs_to(f"input[name=case][value='{value}']")
        self.page.keyboard.press("Space")

    def where(self) -> str:
        """The address she has come to, under the desk."""
        return re.sub(r"^https?://[^/]+" + DESK, "", self.page.url)

    def says_what_a_column_is(self, header: str, question: str) -> None:
        """On the page of columns: chooses for the one with this heading the question it answers."""
        self.page.get_by_label(re.compile(re.escape(header))).select_option(f"answer:{question}")

    def publishes(self, code: str) -> str:
        """Builds the draft, and publishes it by writing the round's code."""
        report = f"/personal/rapport/{code}/"
        self.page.goto(report)
        follow(self.page, f"form[action='{report}bygg/'] button", timeout=_PATIENCE)
        self.page.goto(f"{report}publicera/")
        self.page.fill("[name=code]", code)
        # Every claim in both languages is tried first, which takes a slow machine a while.
        follow(self.page, "main form.form button[type=submit]", timeout=_PATIENCE)
        return self.reads()
