"""Photographs for `make pictures` of what only staff see: the desk, the answers, the import and the report's pages."""

from pathlib import Path

from playwright.sync_api import Browser, Page, StorageState

from tests.browser.navigators.moving import follow

REVIEWER = "reviewer@demo.bredvid.example"
SIGN_IN = "main form:not([data-passkey]) button"
DESK = "/personal/granskning/"
WEB = "/personal/webb/"
PAGES = {
    "staff-start": "/personal/",
    "staff-account": "/personal/konto/",
    "desk-rounds": DESK,
    "desk-questionnaires": f"{DESK}formular/",
    "desk-questionnaire": f"{DESK}formular/kommungranskning/2/",
    "desk-round": f"{DESK}ovning/",
    "desk-municipalities": f"{DESK}ovning/kommuner/?stage=submitted",
    "desk-letters": f"{DESK}ovning/brev/",
    "desk-coding": f"{DESK}ovning/koda/",
    "desk-import": f"{DESK}ovning/importera/",
    "web-audits": WEB,
    "web-audit": f"{WEB}demo-2026-11/?indicator=W1&state=found",
    "web-site": f"{WEB}demo-2026-11/kommun/9001/",
    "web-groups": f"{WEB}demo-2026-11/grupper/",
    "web-over-time": f"{WEB}demo-2026-11/over-tid/",
    "web-changed": f"{WEB}demo-2026-11/forandring/demo-2026-05/",
    "report-rounds": "/personal/rapport/",
    "report-chapters": "/personal/rapport/ovning/",
}


def signed_in(browser: Browser, address: str) -> StorageState:
    """The session of the made-up reviewer. A code of her app opens once, so she signs in once for all ways to look."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/personal/logga-in/")
    # The page shows who is made up: their password, and the code of the moment.
    row = page.locator("section.demo tr", has=page.get_by_text(REVIEWER, exact=True))
    code = row.locator("code").inner_text()
    page.fill("[name=login]", REVIEWER)
    page.fill("[name=password]", page.locator("section.demo p code").inner_text())
    follow(page, SIGN_IN)
    page.fill("[name=code]", code)
    follow(page, SIGN_IN)
    if not page.url.endswith("/personal/"):
        raise RuntimeError(f"the made-up reviewer did not come in: {page.url}")
    state = context.storage_state()
    context.close()
    return state


def photograph(view: Page, address: str, folder: Path, way: str) -> int:
    """Photographs each page of staff in a window that is signed in; returns how many."""
    for name, path in PAGES.items():
        answer = view.goto(address + path)
        if answer is None or not answer.ok:
            raise RuntimeError(f"{path} did not open to the reviewer")
        view.screenshot(path=folder / f"{name}-{way}.png", full_page=True, animations="disabled")
    return len(PAGES)
