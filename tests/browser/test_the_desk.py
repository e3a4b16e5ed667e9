"""The shelter's side of the room: keys are made, a colleague is let in, she is answered, and the shelter leaves."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.desk_site import DeskSite, desk_site
from tests.browser.navigators.answerer import Answerer
from tests.browser.navigators.moving import PATIENCE

HERS = "Jag vill ut. Jag vet inte hur."
OURS = "Vi finns här. Du behöver inte veta hur."
SEALED = b"age-encryption.org/v1"


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[DeskSite]:
    with desk_site(tmp_path_factory.mktemp("desk")) as site:
        yield site


def test_a_shelter_sets_itself_up_answers_and_leaves(browser, house):
    first, second = house.ask("shelter")
    coordinator = Answerer(browser, house, first, viewport={"width": 360, "height": 740})
    worker = Answerer(browser, house, second, color_scheme="dark")
    faults: dict[str, list[str]] = {}

    # Given a coordinator who makes the organisation's keys, and her own behind nine words
    coordinator.comes()
    faults["set up"] = violations(coordinator.page)
    coordinator.presses("Visa orden")
    faults["words"] = violations(coordinator.page)
    coordinator.comes()
    coordinator.makes_a_phrase()
    expect(coordinator.part("may-not-be-chosen")).to_be_visible(timeout=PATIENCE)
    assert len(coordinator.phrase) == 9

    # And a worker who makes hers with a passkey, and is shown numbers to read out
    worker.has_a_passkey_at_hand()
    worker.comes()
    worker.presses("Använd en passnyckel")
    expect(worker.part("my-fingerprint")).to_be_visible(timeout=PATIENCE)
    numbers = worker.part("my-fingerprint").inner_text()
    faults["waits"] = violations(worker.page)
    [secret] = worker.passkey_secrets()

    # When the coordinator compares the numbers and lets her in
    coordinator.page.get_by_role("link", name="Kollegor", exact=True).first.click()
    coordinator.presses("Jämför och släpp in")
    assert coordinator.page.locator(".asked .fingerprint").inner_text() == numbers
    faults["colleagues"] = violations(coordinator.page)
    coordinator.presses("Ja, släpp in henne")
    expect(coordinator.part("said")).to_contain_text(f"{worker.name} är insläppt", timeout=PATIENCE)

    coordinator.page.get_by_role("link", name="Samtal", exact=True).click()
    expect(coordinator.part("may-be-chosen")).to_be_visible(timeout=PATIENCE)

    # Then she who writes can choose the shelter, and the worker opens her key and answers
    house.ask("write", "anna", HERS)
    worker.presses("Se om jag har släppts in")
    expect(worker.page.get_by_role("button", name="Öppna med passnyckel")).to_be_visible(timeout=PATIENCE)
    faults["locked"] = violations(worker.page)
    worker.presses("Öppna med passnyckel")
    expect(worker.part("waiting").locator("li")).to_have_count(1, timeout=PATIENCE)
    expect(worker.part("waiting")).to_contain_text("21:40", timeout=PATIENCE)
    faults["inbox"] = violations(worker.page)
    assert worker.reads_the_first() == [HERS]
    worker.answers(OURS)
    faults["room"] = violations(worker.page)
    assert worker.passkey_secrets() == [secret]

    # And the coordinator, who comes another time with her paper, reads both, answers, and leaves for the shelter
    coordinator.comes()
    coordinator.part("phrase").fill(" ".join(coordinator.phrase[:8]) + " xyz")
    coordinator.presses("Öppna med orden")
    expect(coordinator.part("said")).to_contain_text("xyz")
    coordinator.opens_with_the_phrase()
    assert coordinator.reads_the_first() == [HERS, OURS]
    coordinator.answers("Ring oss gärna.")
    coordinator.page.get_by_text("Lämna samtalet", exact=True).click()
    coordinator.presses("Lämna")
    expect(coordinator.part("said")).to_contain_text("Ni har lämnat samtalet", timeout=PATIENCE)
    expect(coordinator.part("no-rooms")).to_be_visible(timeout=PATIENCE)

    # She sees each of it, and that the shelter has left
    found = house.ask("read", "anna")
    assert [(kind, text) for kind, text, _ in found] == [
        ("MESSAGE", HERS), ("MESSAGE", OURS), ("MESSAGE", "Ring oss gärna."), ("LEAVE", ""),
    ]  # fmt: skip
    assert all(name.startswith("Exempeljouren") for _, _, name in found[1:])
    assert {name: wrong for name, wrong in faults.items() if wrong} == {}
    _nothing_secret_left(house, coordinator, worker, secret)
    assert coordinator.complaints == worker.complaints == []
    for person in (coordinator, worker):
        person.goes()


def _nothing_secret_left(house: DeskSite, coordinator: Answerer, worker: Answerer, passkey_secret: str) -> None:
    """No key, word or passkey's secret in anything that was sent; nothing kept by a browser but who has signed in."""
    known = house.ask("secrets", " ".join(coordinator.phrase))
    assert len(known) == 3
    for person in (coordinator, worker):
        sent = person.sent_bytes()
        assert len(sent) > 4
        everything = b"".join(sent)
        for hidden in [*map(bytes.fromhex, [*known, passkey_secret]), HERS.encode(), OURS.encode()]:
            assert hidden not in everything
        bodies = " ".join(person.posted)
        assert not any(
            f"{one} {two}" in bodies for one, two in zip(coordinator.phrase, coordinator.phrase[1:], strict=False)
        )
        # What is long is sealed, or an entry whose words are sealed
        assert all(len(each) <= 64 or each.startswith((SEALED, b"brv1")) for each in sent)
        assert person.stored() == {
            "local": {},
            "session": {},
            "databases": 0,
            "caches": 0,
            "cookies": person.stored()["cookies"],
        }
        assert set(person.stored()["cookies"]) <= {"personal", "csrftoken"}


def test_keys_are_forgotten_when_the_page_is_left_and_after_ten_minutes_of_rest(browser, house):
    who = house.ask("shelter")[0]
    person = Answerer(browser, house, who)
    person.page.clock.install()
    person.comes()
    person.makes_a_phrase()
    expect(person.part("open-bar")).to_be_visible(timeout=PATIENCE)
    # Nine minutes and a touch do not lock it; ten minutes of rest do
    person.page.clock.fast_forward("09:00")
    person.page.mouse.click(5, 5)
    person.page.clock.fast_forward("09:00")
    assert person.part("open-bar").is_visible()
    person.page.clock.fast_forward("02:00")
    expect(person.part("phrase")).to_be_visible(timeout=PATIENCE)
    # Opened again, left and come back to by the browser's own button, it is locked
    person.opens_with_the_phrase()
    person.page.goto("/personal/")
    person.page.go_back()
    expect(person.part("phrase")).to_be_visible(timeout=PATIENCE)
    person.goes()
