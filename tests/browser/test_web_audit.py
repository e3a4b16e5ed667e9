"""A reviewer reads an audit in a real browser: how it came out, the list, one municipality, changes, over time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page

from bredvid.config.tests.server import running
from tests.browser.axe import violations
from tests.browser.visits import moved_sideways
from tests.gates import REPOSITORY

PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
ROOM = "/personal/webb/"
LATER = ROOM + "exempel-2026-11/"
CHANGES = LATER + "forandring/exempel-2026-05/"
PAGES = [
    ROOM, LATER, LATER + "?indicator=W1&state=found", LATER + "kommun/9001/", LATER + "grupper/", LATER + "over-tid/",
    CHANGES, "/en" + LATER, "/en" + LATER + "kommun/9004/",
]  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """Two audits of invented sites, half a year apart, on a real server."""
    folder = tmp_path_factory.mktemp("web-audit")
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/audits.sqlite3",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bredvid.webaudit.tests.prepare_server"], cwd=REPOSITORY,
        env=os.environ | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield SimpleNamespace(address=f"http://127.0.0.1:{server.port}", reviewer=json.loads(done.stdout))


@pytest.fixture
def opens(browser, house):
    """A page of the room, opened by a reviewer."""
    contexts = []

    def page_of(path, **options):
        context = browser.new_context(base_url=house.address, **{"viewport": PHONE, "locale": "sv-SE", **options})
        contexts.append(context)
        context.add_cookies([{"name": "personal", "value": house.reviewer, "url": house.address}])
        page = context.new_page()
        page.goto(path)
        return page

    yield page_of
    for context in contexts:
        context.close()


def follows(page: Page, name: str) -> None:
    """Goes where a link leads, and waits until she is there."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_reviewer_goes_from_all_audits_to_one_passage_and_what_has_changed(opens, size):
    # Given a reviewer without scripts, at the first page
    page = opens(ROOM, viewport=size, java_script_enabled=False)
    # When she opens the later audit, she sees how each indicator came out and every municipality
    follows(page, "exempel-2026-11")
    assert page.get_by_role("table", name="Kommunerna").get_by_role("row").count() == 25
    # And looks for one by its name
    page.get_by_label("Namn eller kod").fill("kommun 17")
    with page.expect_navigation():
        page.get_by_role("button", name="Visa").click()
    assert "1 av 24 visas" in page.get_by_role("status").inner_text()
    # Then its page shows each verdict, with passages, addresses, when they were read and how old their pages are
    follows(page, "Exempelkommun 17")
    assert page.locator("main section.verdict").count() == 12
    shown = page.locator("main .passage:visible footer")
    assert shown.count()
    for each in shown.all_inner_texts():
        assert "läst 9 november 2026" in each
        assert "sidan" in each
    # When she asks what has changed, each change has both proofs beside each other
    follows(page, "exempel-2026-11")
    follows(page, "Ändrat sedan exempel-2026-05")
    changes = page.locator("main section.verdict")
    every = changes.count()
    assert every
    assert changes.locator("h3").count() == 2 * changes.count()
    # And those that are worse stand by themselves
    follows(page, "Bara det som blivit sämre")
    assert 0 < page.locator("main section.verdict").count() < every
    # And over time each indicator has a figure for both
    follows(page, "exempel-2026-11")
    follows(page, "Över tid")
    assert page.locator("main tbody tr").count() == 12
    assert page.locator("main tbody td").count() == 24


@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_read_it_on_a_phone_wide_and_in_the_dark(opens, path):
    found = []
    for name, size, scheme in (("phone", PHONE, "light"), ("wide", WIDE, "light"), ("dark", PHONE, "dark")):
        page = opens(path, viewport=size, color_scheme=scheme)
        if size is PHONE:
            found += [f"{name} moves sideways: {each}" for each in moved_sideways(page)]
        found += [f"{name}: {line}" for line in violations(page)]
    assert found == []


def test_on_a_phone_a_municipality_is_one_line_that_opens_by_keyboard_without_scripts(opens):
    page = opens(LATER + "#sites", java_script_enabled=False)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Exempelkommun 2", exact=True))
    # Given a line with the name and how many are found
    assert row.bounding_box()["height"] <= 60
    assert "av 12" in row.inner_text()
    assert row.locator(".marks").is_hidden()
    # When it is opened by keyboard
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    # Then group, site and each indicator stand below it, and the next line is as it was
    assert row.locator(".marks").is_visible()
    assert page.locator("main .lines .marks:visible").count() == 1


def test_wide_and_on_paper_the_municipalities_are_a_table(opens):
    page = opens(LATER, viewport=WIDE)
    assert page.locator(".lines tbody tr").evaluate_all("all => all.map(e => getComputedStyle(e).display)")[0] == (
        "table-row"
    )
    page.set_viewport_size(PHONE)
    page.emulate_media(media="print")
    assert page.locator(".lines .marks:visible").count() == 24
    assert page.get_by_role("search", name="Hitta kommuner").is_hidden()
    assert page.locator(".opens:visible").count() == 0
