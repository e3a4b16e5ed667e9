"""A worker counts: by keyboard alone on a phone's width, by touch without scripts, and forty calls in a night."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.counting_site import CountingSite, counting_site
from tests.browser.navigators.moving import PATIENCE
from tests.browser.navigators.worker import Worker

CHOICES = {
    "channel": "TEL", "who": "HON", "situation": "PÅG", "forms": "P1", "age": "18-24", "support": "E1",
    "unmet": "P4", "unmet_why": "PLATS",
}  # fmt: skip
PAGES = ["rakna", "strecka", "uppsokande", "kontakter"]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[CountingSite]:
    with counting_site(tmp_path_factory.mktemp("shelter")) as site:
        yield site


@pytest.fixture
def comes_in(browser, house):
    """Lets somebody come in, and out again."""
    people: list[Worker] = []

    def somebody(**options) -> Worker:
        person = Worker(browser, house, **options)
        people.append(person)
        return person

    yield somebody
    for person in people:
        person.goes()


@pytest.fixture
def worker(comes_in):
    return comes_in()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_current_of_the_registers_ways_is_seen_in_full(comes_in, scripts):
    person = comes_in(java_script_enabled=scripts)
    for way in ("rakna", "stod", "siffror", "arsfragan"):
        # Given one of the register's pages, wherever its way stands in the row
        person.goes_to(way)
        current = person.page.locator(".register-tabs [aria-current]")
        # Then nothing of its way is pushed out of sight, and the page itself has not moved
        box = current.bounding_box()
        assert box["x"] >= 0, way
        assert box["x"] + box["width"] <= 360, way
        assert box["y"] < 300, way


def test_a_contact_by_keyboard_alone_takes_eight_choices_at_most_and_less_than_thirty_seconds(worker, capsys):
    # Given the card, with the keyboard in its first question
    begun = time.monotonic()
    worker.goes_to("rakna")
    assert worker.question_in_focus() == "channel"
    # When she answers by one key each; Enter goes on where several may be chosen
    worker.presses("1", "1", "1")
    assert worker.question_in_focus() == "forms"
    worker.presses("1", "Enter", "2", "1", "Enter", "8", "Enter")
    assert worker.question_in_focus() == "unmet_why", "a need asks why"
    worker.presses("5")
    worker.presses_to_save()
    took = time.monotonic() - begun
    # Then it is counted
    [made] = worker.counted()
    assert (made["channel"], made["who"], made["situation"], made["age"]) == (1, 1, 1, 2)
    assert (made["forms"], made["support"], made["unmet"], made["unmet_why"]) == (1, 1, 1 << 7, 1 << 4)
    assert "Räknat." in worker.receipt()
    choices = [key for key in worker.keys if key != "Enter"]
    assert len(choices) == 8
    assert took < 30
    with capsys.disabled():
        print(f"\na contact by keyboard: {len(choices)} choices, {len(worker.keys)} keys, {took:.1f} s")
    assert worker.complaints == []


def test_without_a_need_it_takes_seven_choices_and_the_next_begins_with_who(worker):
    worker.goes_to("rakna")
    worker.presses("1", "1", "1", "1", "Enter", "2", "1", "Enter", "x")
    assert worker.question_in_focus() == "button"
    worker.presses_to_save()
    assert worker.marked("channel") == ["TEL"]
    assert worker.question_in_focus() == "who"
    assert len([key for key in worker.keys if key != "Enter"]) == 7


def test_enter_does_not_send_a_card_that_would_come_back(worker):
    worker.goes_to("rakna")
    worker.presses("1", "Enter", "Enter", "Enter")
    assert worker.question_in_focus() == "age", "it goes on"
    assert worker.page.locator(".wrong, .receipt").count() == 0
    assert worker.counted() == []


def test_dont_know_takes_the_others_away_and_they_it(worker):
    worker.goes_to("rakna")
    worker.chooses(forms=["P1", "T1"])
    worker.chooses(forms="OK")
    assert worker.marked("forms") == ["OK"]
    worker.chooses(forms="M1")
    assert worker.marked("forms") == ["M1"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_by_touch_and_with_what_the_browser_has_it_counts_all_the_same(comes_in, scripts):
    worker = comes_in(java_script_enabled=scripts, has_touch=True)
    worker.goes_to("rakna")
    assert not worker.page.locator("#fraga-unmet_why").is_visible()
    # Eight answers are eight touches; without a need it is seven
    assert worker.chooses(**CHOICES) == 8
    worker.saves()
    [made] = worker.counted()
    assert (made["forms"], made["unmet"], made["unmet_why"]) == (1, 1 << 7, 1 << 4)
    # Another like it, then both but the first taken back
    with worker.page.expect_navigation():
        worker.page.get_by_role("link", name="En till likadan").click()
    assert worker.marked("forms") == ["P1"]
    worker.saves()
    assert len(worker.counted()) == 2
    with worker.page.expect_navigation():
        worker.page.get_by_role("button", name="Ångra").click()
    assert "Borttaget." in worker.receipt()
    assert [row["id"] for row in worker.counted()] == [made["id"]]


def test_without_scripts_a_card_with_gaps_comes_back_with_everything_on_it(comes_in):
    worker = comes_in(java_script_enabled=False)
    worker.goes_to("rakna")
    worker.chooses(channel="CHATT", forms=["P3", "M2"])
    worker.saves()
    assert worker.page.locator(".ask.wrong").count() == 5
    assert worker.marked("forms") == ["P3", "M2"]
    worker.chooses(who="HON", situation="OK", age="OK", support="INGET", unmet="OK")
    worker.saves()
    assert len(worker.counted()) == 1


def test_every_answer_is_large_enough_to_touch(comes_in):
    worker = comes_in(has_touch=True)
    worker.goes_to("rakna")
    worker.page.locator(".card-more > summary").click()
    small = worker.page.evaluate(
        "[...document.querySelectorAll('.chip, .card-save button, main select, summary')]"
        ".filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.innerText)"
    )
    assert small == []


def test_forty_calls_in_a_night_are_forty_contacts_over_a_line_that_breaks(worker):
    # Given a line on which every seventh press fails, some of them after they have arrived
    worker.goes_to("strecka")
    presses = [0]

    def line(route):
        presses[0] += 1
        if presses[0] % 7 == 0:
            if presses[0] % 2 == 0:
                route.fetch()
            route.abort()
        else:
            route.continue_()

    worker.page.route("**/strecka/", line)
    # When she presses forty times in a row
    for number in range(40):
        worker.tallies(["HON", "NÄR", "YRK", "OK"][number % 4])
    expect(worker.failures()).to_have_count(5, timeout=PATIENCE)
    worker.waits_for(35)
    # Then what failed is shown, and can be pressed again when the line is back
    worker.page.unroute("**/strecka/")
    for left in (4, 3, 2, 1, 0):
        worker.failures().last.click()
        expect(worker.failures()).to_have_count(left)
    worker.waits_for(40)
    rows = worker.counted()
    assert len(rows) == 40
    assert sorted(row["who"] for row in rows) == [1] * 10 + [2] * 10 + [3] * 10 + [61] * 10
    assert all(row["tallied"] and row["channel"] == 1 and row["forms"] == 0 for row in rows)
    # And the last ones are taken back one by one
    for left in (39, 38):
        worker.page.get_by_role("button", name="Ångra det senaste").click()
        worker.waits_for(left)
    assert len(worker.counted()) == 38


def test_without_scripts_each_press_is_counted_and_the_last_taken_back(comes_in):
    worker = comes_in(java_script_enabled=False)
    worker.goes_to("strecka")
    worker.chooses(channel="CHATT")
    for who in ("HON", "HON", "YRK"):
        with worker.page.expect_navigation():
            worker.tallies(who)
    assert worker.sum() == 3
    assert worker.marked("channel") == ["CHATT"]
    with worker.page.expect_navigation():
        worker.page.get_by_role("button", name="Ångra det senaste").click()
    assert worker.sum() == 2
    assert [row["who"] for row in worker.counted()] == [1, 1]


def test_an_evening_out_leads_to_its_talks_and_a_contact_is_corrected_in_the_month(worker):
    worker.goes_to("uppsokande")
    worker.chooses(outreach_arena="GATA", partners="POL")
    worker.page.fill("[name=conversations]", "6")
    worker.saves()
    with worker.page.expect_navigation():
        worker.page.get_by_role("link", name="Räkna samtalen som kontakter").click()
    assert worker.marked("channel") == ["UPPS"]
    worker.chooses(who="HON", situation="OK", forms="OK", age="OK", support="I1", unmet="INGET")
    worker.saves()
    assert "6 kontakter räknade." in worker.receipt()
    worker.goes_to("kontakter")
    with worker.page.expect_navigation():
        worker.page.get_by_role("link", name="Rätta").first.click()
    worker.chooses(channel="MÖTE")
    worker.saves()
    assert sorted(row["channel"] for row in worker.counted()) == [4, 5, 5, 5, 5, 5]


def test_an_evening_out_by_keyboard_alone_goes_through_its_numbers(worker):
    worker.goes_to("uppsokande")
    worker.page.locator("[name=outreach_arena]").first.focus()
    worker.presses("8", "6", "Enter")
    assert worker.page.evaluate("document.activeElement.name") == "reached"
    worker.presses("4", "0")
    worker.presses_to_save()
    assert "Kvällen är räknad." in worker.receipt()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody(comes_in, scheme):
    worker = comes_in(color_scheme=scheme)
    worker.goes_to("strecka")
    worker.tallies("HON")
    worker.waits_for(1)
    for page in PAGES:
        worker.goes_to(page)
        worker.unfolds_everything()
        assert violations(worker.page) == [], page
        assert not worker.is_too_wide(), page
    # A card that has come back, a receipt, and a contact to correct
    worker.goes_to("rakna")
    worker.chooses(unmet="P4")
    worker.saves()
    assert violations(worker.page) == []
    worker.chooses(**{name: code for name, code in CHOICES.items() if name != "unmet"})
    worker.saves()
    assert violations(worker.page) == []
    with worker.page.expect_navigation():
        worker.page.get_by_role("link", name="Rätta").click()
    assert violations(worker.page) == []
    assert worker.complaints == []
