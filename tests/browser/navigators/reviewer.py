"""A reviewer who writes the report of the practice round and publishes it."""

from tests.browser.navigators.colleague import Colleague
from tests.browser.navigators.moving import follow

REPORT = "/personal/rapport/ovning/"
PATIENCE = 120_000


class Reviewer(Colleague):
    """She writes on whatever screen she has; no script is needed."""

    def comes_in(self, link: str) -> None:
        """Answers her invitation."""
        self.opens_the_invitation(link)
        self.chooses_a_password()
        self.sets_up_an_app()

    def builds_the_draft(self) -> None:
        """Fetches the answers as they are."""
        self.page.goto(REPORT)
        follow(self.page, f"form[action='{REPORT}bygg/'] button", timeout=PATIENCE)

    def opens_the_chapter(self, title: str, language: str = "sv") -> None:
        """From the list of chapters to the box she writes in."""
        self.page.goto(REPORT)
        chapter = self.page.locator("li", has=self.page.get_by_role("heading", name=title))
        with self.page.expect_navigation():
            chapter.locator(f"a[href$='/{language}/']").click()

    def writes(self, text: str) -> None:
        """Puts another text in the box."""
        self.page.fill("textarea[name=body]", text)

    def tries_it(self) -> None:
        """Looks at it before it is saved."""
        follow(self.page, "button[value=try]")

    def saves(self) -> None:
        """Keeps it."""
        follow(self.page, "button[value=save]")

    def opens_the_page_for_publishing(self) -> None:
        """From the list."""
        self.page.goto(REPORT)
        follow(self.page, f"a[href='{REPORT}publicera/']")

    def publishes(self, code: str, note: str) -> None:
        """Says what is new and writes the code."""
        self.page.fill("[name=note_sv]", note)
        self.page.fill("[name=code]", code)
        # Every claim in both languages is tried first, which takes a slow machine a while.
        follow(self.page, "main form.form button[type=submit]", timeout=PATIENCE)

    def is_too_wide(self) -> bool:
        """Whether the page has to be moved sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
