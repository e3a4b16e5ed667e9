"""A support period from the first contact to the last day: on a phone, without scripts, by the keyboard alone."""

from collections.abc import Iterator

import pytest

from tests.browser.axe import violations
from tests.browser.counting_site import CountingSite, counting_site
from tests.browser.navigators.keeper import Keeper

CARD = {
    "channel": "TEL", "who": "HON", "situation": "PÅG", "forms": "U1", "age": "18-24", "support": "E1",
    "unmet": "INGET",
}  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[CountingSite]:
    with counting_site(tmp_path_factory.mktemp("periods")) as site:
        yield site


@pytest.fixture
def comes_in(browser, house):
    """Lets somebody come in, and out again."""
    people: list[Keeper] = []

    def somebody(**options) -> Keeper:
        people.append(Keeper(browser, house, **options))
        return people[-1]

    yield somebody
    for person in people:
        person.goes()


def counts(keeper: Keeper, **answers: str) -> None:
    for name, code in {**CARD, **answers}.items():
        if keeper.marked(name) != [code]:
            keeper.ticks(name, code)
    keeper.goes_by(".card-save button")


def test_from_the_first_contact_to_the_last_day(comes_in):
    keeper = comes_in(java_script_enabled=False)
    # Given a contact just counted, she opens a period from its receipt
    keeper.goes_to("rakna")
    counts(keeper)
    keeper.goes_by(".receipt-ways form[action$='/oppna/'] button")
    alias = keeper.heading()
    assert len(alias.split()) == 2
    assert "Säg de två orden till henne" in keeper.says()
    assert "Oklart, tecken finns" in keeper.says()
    # When she tells more, the guess is corrected and is nowhere
    keeper.goes_by("a[href$='/det-vi-vet/']")
    keeper.ticks("forms", "U1")
    keeper.ticks("forms", "M2")
    keeper.goes_by("main form button[type=submit]")
    assert "Betalplattform eller webbkamera" in keeper.says()
    assert "Oklart" not in keeper.says()
    assert [row["forms"] for row in keeper.counted()] == [1 << 6]
    # The period is found again by its words, in the other order and without dots
    keeper.goes_to("stod")
    keeper.moves_to("#alias")
    keeper.page.keyboard.type(" ".join(reversed(alias.split())).translate(str.maketrans("åäö", "aao")))
    with keeper.page.expect_navigation():
        keeper.page.keyboard.press("Enter")
    assert keeper.heading() == alias
    # It rests: she has said yes to being asked after three and six months
    keeper.goes_by("a[href$='/vila/']")
    keeper.ticks("months", "3")
    keeper.ticks("months", "6")
    keeper.goes_by("main form button[type=submit]")
    assert "Perioden vilar." in keeper.says()
    assert "Betalplattform" not in keeper.says()
    assert [row["period_id"] for row in keeper.counted()] == [None]
    # Three months later she stands in the list, and answers
    keeper.days_pass(95)
    keeper.goes_to("stod")
    assert alias in keeper.says()
    keeper.goes_by(".due a")
    assert "Hur trygg känner du dig nu?" in keeper.says()
    keeper.ticks("change_safety", "BÄTTRE")
    keeper.ticks("change_exposure", "UPPHÖRT")
    keeper.ticks("outcome", "SVARADE")
    keeper.moves_to("[name=stop]")
    keeper.page.keyboard.press("Space")
    keeper.goes_by("main form button[type=submit]")
    assert "Den här perioden tas bort den" in keeper.says()
    # On its day it is gone, and the page does not say why
    keeper.days_pass(90)
    keeper.page.reload()
    assert keeper.heading() == "Här finns ingen stödperiod"
    assert alias not in keeper.says()
    assert keeper.complaints == []


def test_a_period_is_closed_and_opened_again(comes_in):
    keeper = comes_in(java_script_enabled=False)
    keeper.goes_to("stod")
    keeper.goes_by("form[action$='/stod/oppna/'] button")
    alias = keeper.heading()
    keeper.goes_by("a[href*='/rakna/?period=']")
    counts(keeper)
    keeper.goes_to("stod/1")
    keeper.goes_by("a[href$='/avsluta/']")
    keeper.ticks("closure", "HON-KLAR")
    keeper.goes_by("main form button[type=submit]")
    assert "Perioden är avslutad." in keeper.says()
    keeper.goes_by("form[action$='/oppna-igen/'] button")
    assert keeper.heading() == alias
    assert "Hon är klar" not in keeper.says()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_a_period_can_be_read_by_everybody(comes_in, scheme):
    keeper = comes_in(color_scheme=scheme, has_touch=True)

    def looks() -> None:
        for details in keeper.page.locator("main details:not([open]) > summary").all():
            details.click()
        assert violations(keeper.page) == [], keeper.page.url
        assert not keeper.is_too_wide(), keeper.page.url
        small = keeper.page.evaluate(
            "[...document.querySelectorAll('main .chip, main .button, main button, main input[type=text]')]"
            ".filter(each => each.offsetParent && each.getBoundingClientRect().height < 44).map(each => each.innerText)"
        )
        assert small == [], keeper.page.url

    keeper.goes_to("rakna")
    keeper.chooses(**CARD)
    keeper.saves()
    with keeper.page.expect_navigation():
        keeper.page.get_by_role("button", name="Öppna en stödperiod för henne").click()
    looks()
    for page in ("stod/1/det-vi-vet", "stod/1/vila", "stod/1/avsluta", "stod", "stod/uppfoljningar", "stod/99"):
        keeper.goes_to(page)
        looks()
    keeper.goes_to("stod/1/vila")
    with keeper.page.expect_navigation():
        keeper.page.locator("main form button[type=submit]").click()
    looks()
    keeper.chooses(months=["3", "12"])
    with keeper.page.expect_navigation():
        keeper.page.locator("main form button[type=submit]").click()
    looks()
    keeper.days_pass(100)
    for page in ("stod", "stod/uppfoljningar", "stod/1", "stod/1/folj-upp"):
        keeper.goes_to(page)
        looks()
    with keeper.page.expect_navigation():
        keeper.page.locator("main form button[type=submit]").click()
    looks()
    keeper.goes_to("stod/1/avsluta")
    looks()
    with keeper.page.expect_navigation():
        keeper.page.locator("main form button[type=submit]").click()
    looks()
    assert keeper.complaints == []
