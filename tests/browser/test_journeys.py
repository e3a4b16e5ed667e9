"""Journeys through the site, one kind of person each."""

import re

import pytest

from tests.browser.navigators.her import She
from tests.browser.navigators.official import Official
from tests.browser.navigators.reader import Reader


@pytest.fixture
def she(browser, address):
    """Her, on a small phone without scripts."""
    person = She(browser, address)
    yield person
    person.goes()


@pytest.fixture
def reader(visitor):
    """Somebody who reads."""
    return Reader(visitor)


@pytest.fixture
def official(visitor):
    """Somebody at a municipality."""
    return Official(visitor)


@pytest.mark.parametrize("path", ["/", "/2025/", "/2025/kommuner/ale/", "/2025/metod/", "/ord/", "/finns/inte/"])
def test_she_lands_anywhere_and_finds_whom_to_call(she, path):
    # Given that she lands on some public page
    she.lands_on(path)
    # When she follows the words to her
    words = she.follows_the_words_to_her()
    # Then the numbers are there, and nothing is kept
    for number in ("112", "114 14", "020-50 50 50", "116 111"):
        assert number in words
    assert she.has_kept() == 0


def test_she_can_leave_at_once_without_scripts(she):
    she.lands_on("/utsatt/")
    assert she.sees_a_way_out_at_once()
    assert she.leaves().startswith("https://")


def test_her_page_asks_her_for_nothing(she):
    she.lands_on("/utsatt/")
    assert she.finds_fields_to_fill_in() == 0


def test_the_number_for_professionals_is_not_on_her_page(she):
    she.lands_on("/utsatt/")
    assert "020-390 000" not in str(she.page.content())


def test_a_reader_asks_where_the_first_finding_comes_from(reader):
    # Given the start page
    reader.opens_the_start_page()
    assert len(reader.reads_the_findings()) == 5
    # When the first finding is folded out
    reckoning = reader.folds_out_how_the_first_was_counted()
    # Then its base is there, and it leads to its question with a table of its answers
    assert re.search(r"\b73\b", reckoning)
    assert re.search(r"\b290\b", reckoning)
    assert reader.follows_the_first_finding_to_its_question().startswith("/2025/fragor/")
    assert reader.reads_the_table_beside_the_drawing()


def test_the_drawing_on_the_start_page_has_a_square_for_each_municipality(reader):
    reader.opens_the_start_page()
    assert reader.counts_the_squares() == 290


def test_a_reader_changes_language_and_back(reader):
    reader.opens_the_start_page()
    assert reader.changes_language() == "en"
    assert reader.changes_language() == "sv"


def test_an_address_that_does_not_exist_answers_in_the_houses_own_words(reader):
    assert reader.types_an_address_that_does_not_exist() == 404
    assert reader.page.locator("h1").count() == 1


def test_an_official_finds_her_municipality_by_typing(official):
    found = official.searches_for("overtor")
    assert any("Övertorneå" in words for words in [*found, official.reads_the_heading()])


def test_nothing_is_said_of_a_municipality_that_the_report_does_not_name(official):
    # Ale is not named in the report. The page says that nobody knows; that 217 kept silent stands in the totals only.
    words = official.opens("/2025/kommuner/ale/")
    assert "Rapporten säger inte om kommunen svarade." in words
    assert not re.search(r"(Ale|[Kk]ommunen) (kommun )?(har inte svarat|svarade inte)", words)
