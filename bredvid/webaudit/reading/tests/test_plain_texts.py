"""Texts that somebody saved."""

import pytest

from bredvid.webaudit.reading.page import read
from bredvid.webaudit.reading.problems import Unreadable
from bredvid.webaudit.reading.tests.pages import text_page
from bredvid.webaudit.shapes import Raw, Zone


def test_each_line_is_a_block_of_the_main_part_and_the_first_is_the_title():
    page = text_page("Stöd till dig\n\nRing oss.  Alla dagar.\n")
    assert page.title == "Stöd till dig"
    assert [(block.zone, block.text, block.tag) for block in page.blocks] == [
        (Zone.MAIN, "Stöd till dig", "line"),
        (Zone.MAIN, "Ring oss. Alla dagar.", "line"),
    ]
    assert not page.markup


def test_a_given_title_is_the_title():
    page = text_page("Ring oss.", title="Hjälp")
    assert (page.title, page.blocks[0].zone, page.blocks[1].zone) == ("Hjälp", Zone.TITLE, Zone.MAIN)


def test_a_cookie_notice_as_the_first_line_is_left_out():
    page = text_page("Vi använder kakor på webbplatsen. Godkänn alla kakor.\nStöd till dig\nRing oss.")
    assert page.title == "Stöd till dig"
    assert "kakor" not in " ".join(block.text for block in page.blocks)


def test_a_text_file_in_an_old_character_set_is_read():
    page = read(Raw(url="a.txt", body="Hjälp åt dig".encode("cp1252"), content_type="text/plain"))
    assert page.blocks[0].text == "Hjälp åt dig"


def test_signs_of_markup_in_a_text_are_text():
    assert text_page("5 < 7 <b>fet</b>").blocks[0].text == "5 < 7 <b>fet</b>"


@pytest.mark.parametrize("text", ["", " \n\n ", "Vi använder kakor på webbplatsen."])
def test_a_text_without_text_is_named(text):
    with pytest.raises(Unreadable) as told:
        text_page(text)
    assert told.value.reason == "empty"


def test_half_characters_of_a_careless_export_are_left_out():
    assert text_page("Ring \ud83doss.").blocks[0].text == "Ring oss."


def test_what_the_archive_could_not_give_is_named_as_it_said():
    with pytest.raises(Unreadable) as told:
        read(Raw(url="x", problem="timed-out"))
    assert told.value.reason == "timed-out"
