"""What the calm page says, and what it gives her to press."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from bredvid.door.tests.pages import page_at, text_of
from bredvid.places.models import Service
from bredvid.places.reads import services_for_her

HELP = {"sv": "/utsatt/", "en": "/en/utsatt/"}


def test_the_first_words_are_that_it_is_not_her_fault(loaded):
    heading = page_at(HELP["sv"]).css_first("h1")
    assert heading is not None
    assert heading.text() == "Är du utsatt? Det är inte ditt fel."


def test_every_number_for_her_can_be_pressed_and_says_who_answers(help_page):
    numbers = {link.attributes["href"]: link for link in help_page.css("a.help-number")}
    lines = [service for service in services_for_her() if service.phone]
    assert lines
    assert list(numbers) == [line.tel for line in lines]
    for line in lines:
        assert numbers[line.tel].text() == line.phone
        card = numbers[line.tel].parent
        assert card is not None
        answers = card.css_first("p")
        assert answers is not None
        assert answers.text() in (line.about_sv, line.about_en)


def test_the_four_numbers_of_the_page_are_there(loaded):
    dialled = {link.attributes["href"] for link in page_at(HELP["sv"]).css("a[href^='tel:']")}
    assert dialled == {"tel:112", "tel:11414", "tel:020505050", "tel:116111"}


def test_a_number_changed_in_the_directory_changes_on_the_page(loaded):
    # Given a number that was corrected
    Service.objects.filter(code="bris").update(phone="116 000", last_checked=date.today())
    # Then the page says the new one only
    text = text_of(page_at(HELP["sv"]))
    assert "116 000" in text
    assert "116 111" not in text


def test_the_shelters_own_site_is_an_ordinary_link(help_page):
    (link,) = help_page.css(".help-card a[href^='https:']")
    assert link.attributes["href"] == "https://www.roks.se/"


def test_she_can_leave_from_the_top_without_any_script(help_page):
    # The first link after the one that skips to the content, in the document's order
    links = [link for link in help_page.css("body a") if not (link.attributes["href"] or "").startswith("#")]
    assert links[0].attributes["href"] == "https://www.smhi.se/"


def test_no_link_to_another_site_says_where_she_came_from(help_page):
    abroad = [link for link in help_page.css("a") if (link.attributes["href"] or "").startswith("http")]
    assert abroad
    assert all("noreferrer" in (link.attributes.get("rel") or "") for link in abroad)


def test_the_title_in_the_history_does_not_tell_on_her(loaded):
    titles = {language: page_at(address).css_first("title").text() for language, address in HELP.items()}  # type: ignore[union-attr]
    assert titles == {"sv": "Hjälp och telefonnummer", "en": "Help and phone numbers"}


def test_the_page_asks_her_for_nothing(help_page):
    assert not help_page.css("form, input, textarea, select, button")


def test_the_page_fetches_nothing_from_anybody_else_and_runs_no_script(help_page):
    fetched = [node.attributes.get("src") or node.attributes.get("href") for node in help_page.css("[src], link[href]")]
    assert fetched
    assert all(address and address.startswith("/") and not address.startswith("//") for address in fetched)
    assert not help_page.css("script")


def test_the_two_languages_say_the_same_things(loaded):
    swedish, english = (page_at(address).css_first("main") for address in HELP.values())
    assert swedish is not None
    assert english is not None
    shape = ["h1", "h2", "h3", "p", "li", "a"]
    assert [len(swedish.css(tag)) for tag in shape] == [len(english.css(tag)) for tag in shape]


@pytest.mark.parametrize("language", HELP)
def test_no_paragraph_is_left_in_the_other_language(loaded, language):
    own, other = (
        {paragraph.text() for paragraph in page_at(HELP[each]).css("main p, main h1, main h2")} for each in HELP
    )
    assert own
    assert not own & other


@pytest.mark.django_db
def test_the_page_stands_even_without_a_single_service():
    # Given an installation whose directory is not loaded yet
    assert not Service.objects.exists()
    # Then she is still told that it is not her fault
    assert "Det är inte ditt fel" in text_of(page_at(HELP["sv"]))


def test_the_page_can_only_be_read():
    assert Client().post(reverse("door:help")).status_code == 405
