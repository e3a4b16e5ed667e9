"""Her first page: what it says, and what it gives her to press."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from bredvid.door.tests.pages import LANGUAGES, page_at, text_of
from bredvid.places.models import Service
from bredvid.places.reads import services_for_her

FIRST = {"sv": "/a/", "en": "/en/a/"}


def test_the_first_words_are_that_it_is_not_her_fault(loaded):
    heading = page_at(FIRST["sv"]).css_first("h1")
    assert heading is not None
    assert heading.text() == "Är du utsatt? Det är inte ditt fel."


def test_every_number_for_her_can_be_pressed_and_says_who_answers(first_page):
    numbers = {link.attributes["href"]: link.text() for link in first_page.css(".numbers a")}
    lines = [service for service in services_for_her() if service.phone]
    assert lines
    assert list(numbers) == [line.tel for line in lines]
    for line in lines:
        assert line.phone in numbers[line.tel]
        assert any(name in numbers[line.tel] for name in (line.name_sv, line.name_en))


def test_the_four_numbers_of_the_page_are_there(loaded):
    dialled = {link.attributes["href"] for link in page_at(FIRST["sv"]).css("a[href^='tel:']")}
    assert dialled == {"tel:112", "tel:11414", "tel:020505050", "tel:116111"}


def test_a_number_changed_in_the_directory_changes_on_the_page(loaded):
    # Given a number that was corrected
    Service.objects.filter(code="bris").update(phone="116 000", last_checked=date.today())
    # Then the page says the new one only
    text = text_of(page_at(FIRST["sv"]))
    assert "116 000" in text
    assert "116 111" not in text


def test_a_number_stands_there_however_old_its_check_is(loaded):
    # Given that nobody has checked anything for years
    Service.objects.filter(verified=True).update(last_checked=date(2020, 1, 1))
    # Then she still finds the emergency number
    assert page_at(FIRST["sv"]).css("a[href='tel:112']")


def test_three_ways_lead_on_and_each_first_says_how_to_leave(loaded):
    ways = {link.text(): link.attributes["href"] for link in page_at("/a/").css(".ways a")}
    assert list(ways) == ["Hitta stöd nära dig", "Är det här jag?", "Skriv till oss"]
    for letter, address in zip("bcd", ways.values(), strict=True):
        page = page_at(str(address))
        assert "Lämna sidan" in text_of(page)
        assert [link.attributes["href"] for link in page.css("main a")] == [f"/{letter}/"]


def test_she_who_has_been_told_is_not_told_again(loaded):
    # Given a page further in
    home = page_at("/b/").css_first("header a[href='/i/']")
    assert home is not None
    # Then its way back leads to a first page whose ways lead straight on
    assert [link.attributes["href"] for link in page_at("/i/").css(".ways a")] == ["/b/", "/c/", "/d/"]


def test_where_one_writes_a_phone_without_scripts_is_told_where_else_to_turn(loaded):
    page = page_at("/d/")
    assert "Om det inte kommer upp mer här" in text_of(page)
    assert page.css("a[href='tel:020505050']")
    assert page.css("a[href='/b/0/02/']")


@pytest.mark.parametrize("address", ["/utsatt/", "/en/utsatt/"])
def test_the_old_address_leads_to_the_first_page_and_is_not_remembered(loaded, address):
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, address.replace("utsatt", "a"))
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_the_page_stands_even_without_a_single_service():
    # Given an installation whose directory is not loaded yet
    assert not Service.objects.exists()
    # Then she is still told that it is not her fault
    assert "Det är inte ditt fel" in text_of(page_at(FIRST["sv"]))


def test_the_page_can_only_be_read():
    assert Client().post(reverse("door:help")).status_code == 405


def test_there_is_a_first_page_in_every_language():
    assert set(FIRST) == set(LANGUAGES)
