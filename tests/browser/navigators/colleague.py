"""Somebody on the staff: she answers an invitation, signs in by app or passkey, and looks at her pages."""

import re
import time
from typing import Any

from playwright.sync_api import Browser, Page, Request

from bredvid.accounts.tests.makers import PASSWORD, code_now
from tests.browser.navigators.moving import follow

# A phone's or computer's own passkey, as Chromium can play one.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "hasPrf": True,
    "automaticPresenceSimulation": True,
}


class Colleague:
    """A member of staff with a browser of her own. A passkey belongs to a name, so she says localhost."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address.replace("127.0.0.1", "localhost")
        self.context = browser.new_context(base_url=self.address, locale="sv-SE", **options)
        self.page: Page = self.context.new_page()
        self.posted: list[str] = []
        self.complaints: list[str] = []
        self.secret = ""
        self.page.on("request", self._notes)
        self.page.on("console", lambda message: self._hears(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _notes(self, request: Request) -> None:
        if request.post_data:
            self.posted.append(request.post_data)

    def _hears(self, kind: str, words: str) -> None:
        # A page that answers 400 or 403 is told of by the browser too; that is no fault of the page.
        if kind in ("error", "warning") and "Failed to load resource" not in words:
            self.complaints.append(words)

    def has_a_passkey_at_hand(self) -> None:
        """Plugs a made-up authenticator into her browser."""
        session = self.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def opens_the_invitation(self, link: str) -> None:
        """Follows the link in her mail."""
        self.page.goto(re.sub(r"^https?://[^/]+", "", link))

    def chooses_a_password(self) -> None:
        """Answers with a password."""
        self.page.fill("[name=password]", PASSWORD)
        self.page.fill("[name=again]", PASSWORD)
        follow(self.page, "main form button:not([name])")

    def chooses_a_passkey(self) -> None:
        """Answers without a password."""
        self.page.click("main form button[name=passkey]")

    def sets_up_an_app(self) -> None:
        """Writes the key into her app, and the app's code into the page."""
        follow(self.page, "main a[href$='/tvasteg/app/']")
        self.secret = self.page.locator("code.secret").inner_text()
        self.page.fill("[name=code]", code_now(self.secret, at=time.time()))
        follow(self.page, "main form button")

    def makes_the_key(self, *, alone: bool) -> None:
        """Lets the browser make a key; `alone` makes it a passkey."""
        self.page.set_checked("[name=passwordless]", alone)
        self.page.click("main form button")
        self.page.wait_for_url("**/reservkoder/")

    def signs_out(self) -> None:
        """Leaves by the button at the top."""
        follow(self.page, "form.sign-out button")

    def signs_in_with_the_app(self, email: str) -> None:
        """Password first, then the code."""
        self.page.goto("/personal/logga-in/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        follow(self.page, "main form button")
        self.page.fill("[name=code]", code_now(self.secret, at=time.time()))
        follow(self.page, "main form button")

    def signs_in_with_the_passkey(self) -> None:
        """One button."""
        self.page.goto("/personal/logga-in/")
        self.page.click("form[data-passkey=login] button")
        self.page.wait_for_url("**/personal/")

    def is_at(self) -> str:
        """The address she has come to."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def reads(self) -> str:
        """The words of the page."""
        return str(self.page.locator("main").inner_text())

    def goes(self) -> None:
        """Closes the browser."""
        self.context.close()
