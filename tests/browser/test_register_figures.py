"""The figures of one's own organisation in a real browser: phone, wide, dark and paper, and by keyboard alone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from bredvid.config.tests.server import running
from tests.browser.axe import violations
from tests.gates import REPOSITORY

PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FIGURES, YEARLY, CLOSE = "/personal/register/siffror/", "/personal/register/arsfragan/", "/personal/register/stang-ar/"
LOG = "/personal/register/atkomstlogg/"
PAGES = [
    *((path, "full") for path in (FIGURES + "?allt=ja", YEARLY, CLOSE, "/en" + FIGURES)),
    *((path, "empty") for path in (FIGURES, YEARLY)),
]
# A target smaller than this is not hit by a thumb.
SMALL_TARGETS = """[...document.querySelectorAll('main .button, main select, main .times a')]
    .filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.innerText)"""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """Two shelters on a real server: one has counted for three years, one has not begun."""
    folder = tmp_path_factory.mktemp("figures")
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/figures.sqlite3",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bredvid.register.tests.prepare_figures"], cwd=REPOSITORY,
        env=os.environ | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    full, empty = json.loads(done.stdout)
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield SimpleNamespace(address=f"http://127.0.0.1:{server.port}", full=full, empty=empty)


@pytest.fixture
def opens(browser, house):
    """A page of the register, opened by somebody who works in the full shelter or the empty one."""
    contexts = []

    def page_of(path, whose="full", **options):
        context = browser.new_context(base_url=house.address, **{"viewport": PHONE, "locale": "sv-SE", **options})
        contexts.append(context)
        context.add_cookies([{"name": "personal", "value": getattr(house, whose), "url": house.address}])
        page = context.new_page()
        page.goto(path)
        return page

    yield page_of
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("path", "whose"), PAGES)
def test_everybody_can_read_it_on_a_phone_wide_and_in_the_dark(opens, path, whose):
    for viewport, scheme in ((PHONE, "light"), (WIDE, "light"), (PHONE, "dark")):
        page = opens(path, whose, viewport=viewport, color_scheme=scheme)
        assert page.evaluate(SIDEWAYS) == 0
        assert page.evaluate(SMALL_TARGETS) == []
        assert violations(page) == []


@pytest.mark.parametrize("path", [FIGURES + "?allt=ja", YEARLY, CLOSE, LOG])
def test_on_a_phone_only_the_ways_and_the_needs_by_reason_are_moved_sideways(opens, path):
    page = opens(path)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    # A cross table of fifteen needs and nine reasons is read across, in a region of its own.
    tables = page.locator("main .table-region:not(:has(.heat))")
    assert tables.evaluate_all("all => all.filter(each => each.scrollWidth > each.clientWidth).length") == 0


def test_the_yearly_question_is_one_click_from_the_figures_without_scripts(opens):
    page = opens(FIGURES, java_script_enabled=False)
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name="Årsfrågan").click()
    assert page.locator(".told").count() == 2


def test_a_year_is_closed_by_keyboard_alone(opens):
    page = opens(CLOSE, java_script_enabled=False)
    page.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**klart=*")
    assert "är stängt." in page.get_by_role("status").inner_text()


def test_on_paper_what_is_folded_lies_open_and_the_choices_are_gone(opens):
    page = opens(YEARLY)
    assert page.get_by_text("Var och en räknas en gång").is_hidden()
    page.emulate_media(media="print")
    assert page.get_by_text("Var och en räknas en gång").is_visible()
    assert page.locator(".times").first.is_hidden()
