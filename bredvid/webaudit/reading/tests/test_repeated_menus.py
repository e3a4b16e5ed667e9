"""A menu that stands on every page is walked over once, and reads the same each time."""

import pytest

from bredvid.webaudit.reading.html import repeated
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.shapes import Raw, Zone

ITEMS = "".join(f'<li><a href="/sida-{number}" title="Sida">Sida {number}</a></li>' for number in range(40))
OUT = '<button class="quick-exit" aria-label="Lämna sidan"></button>'


@pytest.fixture(autouse=True)
def _none_kept(monkeypatch):
    monkeypatch.setattr(repeated, "_KEPT", {})


def page_of(menu, *, path="stod", before="", text="Hej"):
    body = f"<html><body>{before}<nav>{menu}</nav><main><h1>{text}</h1><p>Text <a href='/x'>länk</a></p></main></body>"
    return read(Raw(url=f"https://www.exempelkommun.test/{path}/", body=body.encode(), content_type="text/html"))


def read_twice(menu, **about):
    first = page_of(menu, **about)
    return first, page_of(menu, **about)


def test_a_menu_met_before_gives_the_same_page():
    first, again = read_twice(f"<ul>{ITEMS}</ul><img src='https://bilder.example/a.png'>{OUT}")
    assert repeated._KEPT
    assert again == first
    assert again.quick_exit
    assert again.third_parties == ("bilder.example",)
    assert sum(block.zone is Zone.NAV for block in again.blocks) == 40


def test_links_of_blocks_after_the_menu_point_at_the_same_links():
    first, again = read_twice(f"<ul>{ITEMS}</ul>")
    linked = [again.links[number].href for block in again.blocks if block.zone is Zone.MAIN for number in block.links]
    assert linked == ["https://www.exempelkommun.test/x"]
    assert [block.section for block in again.blocks] == [block.section for block in first.blocks]


def test_a_menu_whose_addresses_hang_on_the_page_is_not_kept():
    menu = f'<ul>{ITEMS}<li><a href="granne">Granne</a></li></ul>'
    page_of(menu, path="ett")
    assert not repeated._KEPT
    assert page_of(menu, path="tva").links[40].href == "https://www.exempelkommun.test/tva/granne"


def test_a_menu_further_down_is_another_one():
    menu = f"<ul>{ITEMS}</ul>"
    page_of(menu)
    after = page_of(menu, before="<div><h2>Före</h2><p>Ett <a href='/forst'>först</a></p></div>")
    repeated._KEPT.clear()
    assert after == page_of(menu, before="<div><h2>Före</h2><p>Ett <a href='/forst'>först</a></p></div>")


def test_no_more_menus_are_kept_than_there_is_room_for():
    for number in range(repeated.MOST + 5):
        page_of(f"<ul>{ITEMS}<li>{number}</li></ul>")
    assert len(repeated._KEPT) == repeated.MOST
