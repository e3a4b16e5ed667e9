"""A coordinator brings in a sheet of earlier years in a real browser: on a phone without scripts, wide, in the dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bredvid.sheets.tests.makers import xlsx_of
from tests.browser.axe import violations
from tests.browser.counting_site import CountingSite, counting_site

PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
START = "/personal/register/importera/"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# A target smaller than this is not hit by a thumb.
SMALL_TARGETS = """[...document.querySelectorAll('main .button, main select, main input:not([type=hidden])')]
    .filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
SHEET = xlsx_of(
    ["Statistik"],
    ["Datum", "Namn", "Kontaktväg", "Form", "Ålder", "Stöd", "Kryss"],
    *(
        [f"2024-{month:02}-05", "N.N.", "telefon", "Sugardejting", "23", "Samtal, Bostad", "x"]
        for month in range(1, 13)
    ),
    ["2024-13-05", "N.N.", "mejl", "OnlyFans", "", "", ""],
    ["2023-05-05", "N.N.", "brevduva", "vet ej", "40+", "inget", ""],
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CountingSite]:
    with counting_site(tmp_path_factory.mktemp("importing")) as site:
        yield site


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    path = tmp_path / "statistik.xlsx"
    path.write_bytes(SHEET)
    return str(path)


@pytest.fixture
def opens(browser: Any, house: CountingSite) -> Iterator[Any]:
    """The first page of bringing in, opened by the coordinator of a shelter; and the shelter."""
    contexts = []

    def opened(**options: Any) -> Any:
        unit, session = house.signed_in("coordinator")
        context = browser.new_context(base_url=house.address, **{"viewport": PHONE, "locale": "sv-SE", **options})
        contexts.append(context)
        context.add_cookies([{"name": "personal", "value": session, "url": house.address}])
        page = context.new_page()
        page.goto(START)
        return unit, page

    yield opened
    for context in contexts:
        context.close()


def presses(page: Any, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def test_on_a_phone_without_scripts_a_sheet_comes_in_and_is_taken_back(opens, house, sheet):
    # Given a sheet with names, a word that nobody knows and a month that is none
    unit, page = opens(java_script_enabled=False)
    page.set_input_files("#file", sheet)
    presses(page, "Läs bladet")
    # When she says what a cross and a word mean
    page.get_by_label("G Kryss").select_option("V20:")
    presses(page, "Se vad som skulle läggas till")
    page.get_by_label("Ett kryss betyder").select_option("SOC")
    presses(page, "Se vad som skulle läggas till")
    page.get_by_label("brevduva").select_option("OMBUD")
    presses(page, "Se vad som skulle läggas till")
    # Then she sees what would be added, and what is left out
    assert "A15" in page.locator("main table.preview").inner_text()
    assert house.contacts(unit) == []
    presses(page, "Lägg till det som gick att förstå")
    assert "13 kontakter" in page.locator("main").inner_text()
    found = house.contacts(unit)
    assert sorted(each["month"] for each in found) == [202305, *range(202401, 202413)]
    assert {each["referred"] for each in found} == {0, 8}
    # And when she takes it back, nothing of it is left
    page.locator("summary").click()
    presses(page, "Ta tillbaka inläsningen")
    assert house.contacts(unit) == []


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (WIDE, "light"), (PHONE, "dark")])
def test_everybody_can_read_every_step(opens, sheet, viewport, scheme):
    _unit, page = opens(viewport=viewport, color_scheme=scheme)

    def is_for_everybody() -> None:
        assert page.evaluate(SIDEWAYS) == 0
        assert page.evaluate(SMALL_TARGETS) == []
        assert violations(page) == []

    is_for_everybody()
    page.set_input_files("#file", sheet)
    presses(page, "Läs bladet")
    page.locator("details.more summary").click()
    is_for_everybody()
    presses(page, "Se vad som skulle läggas till")
    presses(page, "Se vad som skulle läggas till")
    is_for_everybody()
    presses(page, "Lägg till det som gick att förstå")
    is_for_everybody()
    page.goto(START)
    is_for_everybody()
