"""The map by keyboard, with scripts and without."""

import pytest
from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.querySelector('title')?.textContent"
MAP = "/2025/karta/"


@pytest.fixture
def map_page(visitor) -> Page:
    page: Page = visitor.new_page()
    page.goto(MAP)
    page.locator('.map svg a[tabindex="0"]').focus()
    return page


def test_the_map_is_one_stop_on_the_way_through_the_page(map_page: Page):
    assert map_page.locator('.map svg a[tabindex="0"]').count() == 1
    # When tab goes on from the map
    map_page.keyboard.press("Tab")
    # Then it has left it
    assert map_page.evaluate("document.activeElement.closest('svg')") is None


def test_arrows_go_to_the_neighbour_and_its_name_is_shown(map_page: Page):
    north = map_page.evaluate(FOCUSED)
    map_page.keyboard.press("ArrowDown")
    south = map_page.evaluate(FOCUSED)
    assert south != north
    assert map_page.locator("[data-map-name] strong").inner_text() == south.split(": ")[0]
    assert map_page.locator(".map .ring").count() == 1


def test_what_was_left_is_what_tab_returns_to(map_page: Page):
    map_page.keyboard.press("ArrowDown")
    here = map_page.evaluate(FOCUSED)
    map_page.keyboard.press("Tab")
    map_page.keyboard.press("Shift+Tab")
    assert map_page.evaluate(FOCUSED) == here


def test_every_municipality_can_be_reached_by_arrows(map_page: Page):
    reached = map_page.evaluate("""async () => {
        const { neighbour } = await import(document.querySelector('script[src*="/map."]').src);
        const places = [...document.querySelectorAll('.map svg a use')].map(
            (cell) => ({ x: Number(cell.getAttribute('x')), y: Number(cell.getAttribute('y')) }));
        const reached = new Set([places[0]]);
        for (const from of reached)
            for (const way of [[1, 0], [-1, 0], [0, 1], [0, -1]]) reached.add(neighbour(places, from, way));
        return reached.size;
    }""")
    assert reached == map_page.locator(".map svg a").count() > 1


def test_without_scripts_each_municipality_is_a_link_in_the_tab_order(browser: Browser, address: str):
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(MAP)
    assert page.locator(".map svg a").count() > 1
    assert page.locator(".map svg a[tabindex]").count() == 0
    assert page.locator("[data-map-hint]").is_hidden()
    context.close()
