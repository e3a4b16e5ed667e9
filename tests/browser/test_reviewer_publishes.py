"""A reviewer writes a chapter and publishes the practice round, on a phone and without scripts."""

from collections.abc import Iterator
from secrets import choice

import pytest

from tests.browser.axe import violations
from tests.browser.navigators.reviewer import REPORT, Reviewer
from tests.browser.test_staff import invited
from tests.browser.visits import PHONE

# The site stays from one run to the next, so each run writes words of its own.
WORDS = "Det här har vi skrivit själva: " + "".join(choice("abdefgklmnoprst") for _ in range(12))
TEXT = f"{WORDS}. [[base.answered|of]] kommuner svarade."


@pytest.fixture
def reviewer(browser, address) -> Iterator[Reviewer]:
    person = Reviewer(browser, address, viewport=PHONE, java_script_enabled=False)
    person.comes_in(invited("reviewer")[1])
    yield person
    person.goes()


@pytest.fixture
def at_a_desk(browser, address) -> Iterator[Reviewer]:
    person = Reviewer(browser, address, viewport=PHONE)
    person.comes_in(invited("reviewer")[1])
    person.builds_the_draft()
    yield person
    person.goes()


def test_she_writes_the_foreword_and_publishes_without_scripts(reviewer):
    # Given the draft of the practice round
    reviewer.builds_the_draft()
    # When she writes the foreword with a number nobody has computed
    reviewer.opens_the_chapter("Förord")
    reviewer.writes("Sexton kommuner svarade.")
    reviewer.tries_it()
    # Then she is told where and what to do, and her words are still in the box
    assert "Rad 1" in reviewer.reads()
    assert reviewer.page.input_value("textarea[name=body]") == "Sexton kommuner svarade."
    # When she binds the number and saves
    reviewer.writes(TEXT)
    reviewer.saves()
    assert "Sparat" in reviewer.page.content()
    # And publishes by writing the round's code
    reviewer.opens_the_page_for_publishing()
    reviewer.publishes("ovning", "Nu med förord.")
    # Then everybody can read it, and it says that it is invented
    answer = reviewer.page.goto("/ovning/rapport/forord/")
    assert answer is not None
    assert answer.status == 200
    assert WORDS in reviewer.reads()
    assert "DEMO" in reviewer.page.content()


def test_a_press_on_a_figure_writes_it_where_the_cursor_is(at_a_desk):
    at_a_desk.opens_the_chapter("Förord")
    at_a_desk.writes("")
    at_a_desk.page.click("button:has(code:text-is('[[base.answered]]'))")
    assert at_a_desk.page.input_value("textarea[name=body]") == "[[base.answered]]"
    assert at_a_desk.complaints == []


@pytest.mark.parametrize(
    "path",
    ["/personal/rapport/", REPORT, f"{REPORT}report/sammanfattning/sv/", f"{REPORT}nytt/", f"{REPORT}publicera/"],
)
def test_every_page_of_hers_can_be_read_by_everybody_and_fits_a_phone(at_a_desk, path):
    at_a_desk.page.goto(path)
    assert violations(at_a_desk.page) == []
    assert not at_a_desk.is_too_wide()
