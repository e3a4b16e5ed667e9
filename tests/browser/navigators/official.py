"""Somebody who works in a municipality."""

from playwright.sync_api import BrowserContext, Page


class Official:
    """Looks up what is said of her own municipality."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()

    def searches_for(self, name: str) -> list[str]:
        """Types a name on the start page; the municipalities found, or the one whose page opened."""
        self.page.goto("/")
        field = self.page.locator("input[type=search]").first
        field.fill(name)
        # A press comes back before the next page has come.
        with self.page.expect_navigation():
            field.press("Enter")
        return self.page.locator("main a[href*='/kommuner/']").all_inner_texts()

    def opens(self, path: str) -> str:
        """The words of a municipality's page."""
        self.page.goto(path)
        return str(self.page.locator("main").inner_text())

    def reads_the_heading(self) -> str:
        """What the page is about."""
        return str(self.page.locator("h1").inner_text())
