"""A journalist, a politician, anybody who reads."""

import re

from playwright.sync_api import BrowserContext, Page

from tests.browser.navigators.moving import follow


class Reader:
    """Reads the review, asks where a figure comes from, and takes it along."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()

    def opens_the_start_page(self) -> None:
        """What everybody sees first."""
        self.page.goto("/")

    def counts_the_squares(self) -> int:
        """How many municipalities the start page's drawing shows."""
        # A path holds the squares of one answer, each begun by a move to its own corner.
        paths = self.page.locator("main svg").first.locator("path")
        return sum(str(path.get_attribute("d")).count("M") for path in paths.all())

    def reads_the_findings(self) -> list[str]:
        """The sentences of the findings."""
        return self.page.locator(".findings .finding").all_inner_texts()

    def folds_out_how_the_first_was_counted(self) -> str:
        """The base and the interval under the first finding."""
        fold = self.page.locator(".findings li").first.locator("details").first
        fold.locator("summary").first.click()
        return str(fold.inner_text())

    def follows_the_first_finding_to_its_question(self) -> str:
        """The address of the question a finding comes from."""
        follow(self.page, ".findings li:first-child details a[href*='/fragor/']")
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def reads_the_table_beside_the_drawing(self) -> list[str]:
        """The answers in the table, one row each."""
        return self.page.locator("main table").first.locator("tbody tr").all_inner_texts()

    def changes_language(self) -> str:
        """The language of the page after the switch."""
        follow(self.page, "a[hreflang]")
        return str(self.page.locator("html").get_attribute("lang"))

    def types_an_address_that_does_not_exist(self) -> int:
        """The status of a page that is not there."""
        answer = self.page.goto("/finns/inte/")
        return answer.status if answer else 0
