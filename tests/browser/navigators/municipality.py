"""Somebody at a municipality who answers the review on a phone, without scripts and by keyboard alone."""

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
# What stands where the keyboard is.
_HERE = """() => {
    const at = document.activeElement, part = at.closest('fieldset[data-question]');
    const group = at.type === 'radio' || at.type === 'checkbox'
        ? [...document.querySelectorAll(`input[name="${at.name}"]`)] : [];
    return { tag: at.tagName, type: at.type ?? '', name: at.name ?? '', value: at.value ?? '',
        words: at.innerText ?? '', question: part?.dataset.question ?? '', chosen: group.some(each => each.checked),
        top: at === document.body }
}"""
_MOST_TABS = 400


class Municipality:
    """Opens a link, types the code from the mail, answers, comes back elsewhere and hands in."""

    def __init__(self, browser: Browser, address: str, token: str) -> None:
        self.context: BrowserContext = browser.new_context(
            base_url=address, java_script_enabled=False, viewport=PHONE, locale="sv-SE"
        )
        self.page: Page = self.context.new_page()
        self.start = f"/svara/{token}/"

    def opens(self, page: str = "") -> str:
        """Opens a page behind her link and reads it."""
        self.page.goto(self.start + page)
        return self.reads()

    def reads(self) -> str:
        """The words of the page."""
        return str(self.page.locator("main").inner_text())

    def tabs_to(self, selector: str) -> None:
        """Presses Tab until the keyboard is at something."""
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard never came to {selector}")

    def presses(self, selector: str) -> str:
        """Tabs to a button or link and presses Enter; reads what comes."""
        self.tabs_to(selector)
        self._enter()
        return self.reads()

    def types(self, selector: str, words: str) -> None:
        """Tabs to a field and types over what is in it."""
        self.tabs_to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def types_the_code(self, code: str) -> str:
        """On the page that asks for it."""
        self.types("#code", code)
        self._enter()
        return self.reads()

    def chooses(self, question: str, option: str) -> None:
        """Tabs to a question and goes to one of its answers with the arrow keys, or to a box with Tab."""
        self.tabs_to(f"[name='o-{question}']")
        for _ in range(20):
            here = self.page.evaluate(_HERE)
            if here["value"] == option:
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("Tab" if here["type"] == "checkbox" else "ArrowDown")
        raise AssertionError(f"{question} has no answer {option}")

    def answers_what_she_meets(self) -> int:
        """Walks through a part with Tab, chooses the first answer of each question and writes where words are asked.

        Ends at the button to go on, and does not press it. Returns how many questions she answered.
        """
        answered: set[str] = set()
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(_HERE)
            if here["tag"] == "BUTTON" and here["value"] == "next":
                return len(answered)
            if here["question"] and here["question"] not in answered and self._answers(here):
                answered.add(here["question"])
        raise AssertionError("the keyboard never came to the button to go on")

    def goes_on(self) -> str:
        """Presses the button that the keyboard is at."""
        self._enter()
        return self.reads()

    def answers_the_whole_form(self, most: int = 40) -> None:
        """From the part she stands in to the page where she reads through."""
        for _ in range(most):
            if self.page.url.endswith("/oversikt/"):
                return
            self.answers_what_she_meets()
            self.goes_on()
        raise AssertionError(f"the form never ended: {self.page.url}")

    def is_too_wide(self) -> bool:
        """Whether the page has to be pushed sideways on her phone."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))

    def goes(self) -> None:
        """Closes the window."""
        self.context.close()

    def _answers(self, here: dict[str, str]) -> bool:
        if here["name"].startswith("o-"):
            if not here["chosen"]:
                self.page.keyboard.press("Space")
            return True
        if here["name"].startswith("n-"):
            self.page.keyboard.type("12")
            return True
        if here["type"] == "date" and here["name"].startswith("d-"):
            self.page.keyboard.type("23112025")
            return True
        if here["name"].startswith("t-"):
            self.page.keyboard.type("Några ord.")
            return True
        return False

    def _enter(self) -> None:
        # Without scripts every press is a page of its own.
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
