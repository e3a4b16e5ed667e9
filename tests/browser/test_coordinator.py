"""A coordinator on a phone without scripts looks through the log and takes figures out; a municipality uses them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bredvid.config.tests.server import running
from tests.browser.answering_site import answering_site
from tests.browser.axe import violations
from tests.browser.navigators.colleague import Colleague
from tests.browser.navigators.municipality import Municipality
from tests.gates import REPOSITORY

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """[...document.querySelectorAll('main label:has(input), main .button, main select, .register-left')]
    .filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.innerText)"""
LOG, TAKE_OUT = "/personal/register/atkomstlogg/", "/personal/register/ta-ut/"


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """A shelter on a real server."""
    folder = tmp_path_factory.mktemp("coordinator")
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/figures.sqlite3",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bredvid.register.tests.prepare_coordinator"], cwd=REPOSITORY,
        env=os.environ | environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield SimpleNamespace(address=f"http://127.0.0.1:{server.port}", session=json.loads(done.stdout))


@pytest.fixture
def comes_in(browser, house):
    """Lets the coordinator come in, and out again."""
    people: list[Colleague] = []

    def coordinator(**options) -> Colleague:
        person = Colleague(browser, house.address, **{"viewport": PHONE, **options})
        person.context.add_cookies([{"name": "personal", "value": house.session, "url": person.address}])
        people.append(person)
        return person

    yield coordinator
    for person in people:
        person.goes()


def choose(person: Colleague, **fields: str) -> None:
    """Chooses what to take out."""
    person.page.goto(TAKE_OUT)
    person.page.select_option("[name=year]", "2025")
    for name, value in fields.items():
        person.page.locator(f"[name={name}][value='{value}']").check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody(comes_in, scheme):
    person = comes_in(color_scheme=scheme)
    page = person.page

    def looks(where: str) -> None:
        assert violations(page) == [], where
        assert page.evaluate(SIDEWAYS) == 0, where
        assert page.evaluate(SMALL) == [], where
        if folder := os.environ.get("SHOTS"):
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                page.screenshot(path=f"{folder}/{where.replace(' ', '-')}-{scheme}-{width}.png", full_page=True)
            page.set_viewport_size(PHONE)

    page.goto(LOG)
    looks("the log")
    with page.expect_navigation():
        page.get_by_role("link", name="Gå igenom").click()
    looks("looking through")
    with page.expect_navigation():
        page.get_by_role("button", name="Signera").click()
    looks("what is left to look at")
    page.goto(TAKE_OUT)
    looks("taking out")
    with page.expect_navigation():
        page.get_by_role("button", name="Ta ut").click()
    looks("what is left to choose")
    choose(person, kind="verksamhetsberattelse", purpose="UPPF", form="print")
    with page.expect_navigation():
        page.get_by_role("button", name="Ta ut").click()
    looks("a page to print")
    page.set_viewport_size(WIDE)
    assert violations(page) == []
    assert person.complaints == []


def test_without_scripts_on_a_phone_she_takes_figures_out_and_signs_the_log(comes_in, tmp_path):
    person = comes_in(java_script_enabled=False)
    page = person.page
    # Given that something waits: the line in the frame leads there
    page.goto(TAKE_OUT)
    with page.expect_navigation():
        page.get_by_role("link", name="väntar på att gås igenom").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Gå igenom").click()
    # When she signs too early, what she ticked is still ticked; when all is ticked, it is signed
    boxes = page.locator("[name=seen]")
    assert boxes.count() == 10
    boxes.first.check()
    with page.expect_navigation():
        page.get_by_role("button", name="Signera").click()
    assert "9 kvar" in page.locator("main").inner_text()
    assert page.locator("[name=seen]:checked").count() == 1
    for number in range(1, 10):
        boxes.nth(number).check()
    page.get_by_role("radio", name="Inget att anmärka").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Signera").click()
    assert "Siv Alm" in page.locator("main").inner_text()
    # And a file says in its name what it is
    choose(person, kind="arsgranskning", purpose="UPPF", form="csv")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ta ut").click()
    file = waiting.value
    assert file.suggested_filename == "exempeljouren-arsgranskning-2025-DEMO-far-inte-publiceras.csv"
    # A year is in it, and no number of a period
    file.save_as(tmp_path / "figures.csv")
    assert "q8;'6-14" in (tmp_path / "figures.csv").read_text("utf-8-sig")


def a_real_file(folder: Path) -> Path:
    """A file as a municipality's own reception takes it out."""
    lines = [
        "Bredvid: siffror till granskningen;1", "formulär;kommungranskning-2", "år;2025", "enhet;Mottagningen",
        "påhittat;nej", "fråga;svar;lägst;högst;räknat på;okänd form", "q8;'6-14;'6-14;'6-14;periods;nej",
        "q9;;'0-5;'6-14;partly;ja", "n6;bada;;;;", "n6a;ja;;;;",
    ]  # fmt: skip
    path = folder / "siffror.csv"
    path.write_text("\ufeff" + "\r\n".join(lines) + "\r\n", "utf-8")
    return path


def test_a_municipality_fills_in_from_the_file_on_a_phone_without_scripts(browser, tmp_path):
    with answering_site(tmp_path) as site:
        asked = site.next_municipality()
        person = Municipality(browser, site.address, asked.token)
        person.opens("kod/")
        person.presses("main form .button")
        person.types_the_code(asked.letters[-1][1].split("    ")[1].split("\n")[0])
        person.opens("del/antal/")
        with person.page.expect_navigation():
            person.page.get_by_role("link", name="Har ni siffrorna i en fil?").click()
        person.page.set_input_files("#file", a_real_file(tmp_path))
        with person.page.expect_navigation():
            person.page.get_by_role("button", name="Visa vad den skulle fylla i").click()
        words = person.reads()
        assert "6–14 kvinnor och tjejer" in words
        assert "mellan 0–5 kvinnor och tjejer och 6–14 kvinnor och tjejer" in words
        assert asked.entries() == []
        with person.page.expect_navigation():
            person.page.get_by_role("button", name="Fyll i det som är förbockat").click()
        assert "Ifyllt" in person.reads()
        assert sorted(row[0] for row in asked.entries()) == ["n6", "n6a", "q8"]
        # With scripts, so that axe can look at the same pages
        context = browser.new_context(
            base_url=site.address, viewport=PHONE, storage_state=person.context.storage_state()
        )
        page = context.new_page()
        page.goto(f"{person.start}siffror/")
        assert violations(page) == []
        page.set_input_files("#file", a_real_file(tmp_path))
        with page.expect_navigation():
            page.get_by_role("button", name="Visa vad den skulle fylla i").click()
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) == 0
        context.close()
        person.context.close()
