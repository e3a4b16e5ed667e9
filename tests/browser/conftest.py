"""What browser tests stand on: the real server over a prepared site, Chromium, and axe."""

import shutil
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests import chromium, site

MISSING = "Chromium is not there. On Debian: apt install chromium"


@cache
def pages() -> list[site.Page]:
    """The pages every test of this folder is asked about."""
    site.prepare()
    return site.sample(site.all_pages())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with a `page_of_ours` is asked once about each page."""
    if "page_of_ours" in metafunc.fixturenames:
        found = pages() if shutil.which("chromium") else [site.Page("none", "/")]
        metafunc.parametrize("page_of_ours", found, ids=lambda page: page.path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the folder's tests, and skips them where there is no browser."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if not shutil.which("chromium"):
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the site is served."""
    site.prepare()
    with site.served() as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test has a context of its own."""
    with chromium.launched() as launched:
        yield launched


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A first visit: nothing stored, Swedish addresses relative to the site."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield context
    context.close()
