"""A woman or girl who may be watched, on an old phone without JavaScript."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.navigators.moving import follow


class She:
    """Lands anywhere, finds whom to call, and leaves."""

    def __init__(self, browser: Browser, address: str) -> None:
        # Nothing on her phone may be needed: no scripts, a small screen.
        self.context: BrowserContext = browser.new_context(
            base_url=address, java_script_enabled=False, viewport={"width": 320, "height": 568}
        )
        self.page: Page = self.context.new_page()

    def lands_on(self, path: str) -> None:
        """Any public page, from a search or a link."""
        self.page.goto(path)

    def follows_the_words_to_her(self) -> str:
        """The first link that leads to her page; she is then there. Returns her page's words."""
        follow(self.page, "a[href$='/a/']")
        return str(self.page.locator("main").inner_text())

    def sees_a_way_out_at_once(self) -> bool:
        """Whether the leave button stands on the first screen, before anything else is scrolled to."""
        box = self.page.locator("a.leave").first.bounding_box()
        return box is not None and box["y"] + box["height"] <= 568

    def leaves(self) -> str:
        """Where the leave button leads. She goes nowhere in the test: no test asks anything of anybody else."""
        return str(self.page.locator("a.leave").first.get_attribute("href"))

    def finds_fields_to_fill_in(self) -> int:
        """How many things her page asks her for."""
        return self.page.locator("input, textarea, select").count()

    def has_kept(self) -> int:
        """How many cookies her phone has kept."""
        return len(self.context.cookies())

    def goes(self) -> None:
        """Closes the window."""
        self.context.close()
