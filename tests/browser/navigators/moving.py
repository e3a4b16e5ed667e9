"""Going to another page and waiting until all of it is there."""

from playwright.sync_api import Page

PATIENCE = 30_000


def follow(page: Page, selector: str, *, timeout: float = PATIENCE) -> None:
    """Clicks the first thing that fits `selector`, which leads to another page, and waits for that page.

    A click alone comes back when the first byte of the next page has come; on a slow machine the page's
    tables are then not there, and whoever counts them at once counts none.
    """
    with page.expect_navigation(timeout=timeout):
        page.locator(selector).first.click(timeout=timeout)
