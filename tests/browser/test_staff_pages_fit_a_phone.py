"""On a phone no page of those who run the review has to be moved sideways, nor any table on it.

The pages are not listed: whatever can be reached from the first one by links is looked at, so a new page is held too.
"""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import expect

from tests.browser.navigators.colleague import Colleague
from tests.browser.test_staff import invited
from tests.browser.visits import moved_sideways

PHONE = {"width": 360, "height": 740}
# A municipality's page is made by the same template as the next one's; a list's first and second look may differ.
OF_EACH = 2
FILES = ("fil", "file", "download")
# Pages each must have come to, so that a way that is lost does not leave its tables unseen.
TABLES = {
    "reviewer": {"desk:cases", "desk:case", "desk:letters", "importing:files", "report:editing:chapter"},
    "administrator": {"accounts:staff", "accounts:log", "register:units", "desk:cases"},
    "analyst": {"desk:cases", "desk:case"},
}


@pytest.mark.parametrize("role", TABLES)
def test_nothing_has_to_be_moved_sideways(browser, address, role):
    # Given somebody with the role, on a phone
    person = Colleague(browser, address, viewport=PHONE)
    person.opens_the_invitation(invited(role)[1])
    person.chooses_a_password()
    person.sets_up_an_app()
    if role == "reviewer":
        _builds_the_draft(person)  # its chapters are among the pages she must come to
    # When she goes wherever a link leads her
    met: Counter[str] = Counter()
    ways, wide = ["/personal/"], []
    while ways:
        path = ways.pop(0)
        if not _worth_a_look(path, met):
            continue
        answer = person.page.goto(path)
        assert answer is not None
        wide += [f"{path}: {each}" for each in moved_sideways(person.page)]
        ways += _ways_from(person, path)
    person.goes()
    # Then she has been to the pages that have tables, and none was wider than her phone
    assert TABLES[role] <= met.keys()
    assert wide == []


def _builds_the_draft(person: Colleague) -> None:
    """Presses the button of a round whose report has no draft yet."""
    person.page.goto("/personal/rapport/ovning/")
    build = person.page.get_by_role("button", name="Bygg utkastet")
    if build.count():
        build.click()
        expect(person.page.get_by_role("heading", name="Kapitel", exact=True)).to_be_visible()


def _worth_a_look(path: str, met: Counter[str]) -> bool:
    """Whether fewer than enough pages of its kind have been seen; counts it if so."""
    if not path.startswith("/personal/"):
        return False
    name = resolve(urlsplit(path).path).view_name
    if name == "account_logout" or name.endswith(FILES) or met[name] >= OF_EACH:
        return False
    met[name] += 1
    return True


def _ways_from(person: Colleague, path: str) -> list[str]:
    """The addresses of the page's links that lead to a page and not to a file or a place on the same page."""
    links = person.page.locator("a[href]:not([download])").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    here = urlsplit(path).path
    return [here + link if link.startswith("?") else link for link in links if link.startswith(("/personal/", "?"))]
