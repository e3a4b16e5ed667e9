"""A municipality answers the form of 2026 on a phone, without scripts, by keyboard alone, and gets its receipt."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bredvid.review.answering.tests.makers import code_in, token_in
from tests.browser.answering_site import AnsweringSite, Asked, answering_site
from tests.browser.axe import violations
from tests.browser.navigators.municipality import PHONE, Municipality

NEXT = "button[name=go][value=next]:not(.visually-hidden)"


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[AnsweringSite]:
    """One server; each test is about a municipality of its own."""
    with answering_site(tmp_path_factory.mktemp("answering")) as made:
        yield made


@pytest.fixture
def asked(served: AnsweringSite) -> Asked:
    """A municipality that nobody has answered for."""
    return served.next_municipality()


@pytest.fixture
def address(served: AnsweringSite) -> str:
    """Where the round is served."""
    return served.address


@pytest.fixture
def municipality(browser: Browser, asked: Asked, address: str) -> Iterator[Municipality]:
    """Somebody with its link."""
    person = Municipality(browser, address, asked.token)
    yield person
    person.goes()


def comes_in(person: Municipality, asked: Asked) -> str:
    """From the link over the code in the mail to the answers."""
    person.opens()
    person.presses("main form button")
    return person.types_the_code(code_in(asked.letters[-1][1]).lower())


def test_a_municipality_answers_the_form_of_2026_and_hands_it_in(browser, address, asked, municipality):
    # Given the link, and the form to read before anything is answered
    assert "Så går det till" in municipality.opens()
    assert not asked.letters
    assert "Har kommunen ett stödprogram" in municipality.presses("a[href$='/formular/']")
    # When she asks for the code, mistypes it and types it right
    municipality.opens()
    municipality.presses("main form button")
    assert "Koden stämmer inte." in municipality.types_the_code("AAAA AAAA")
    assert "frågor är kvar" in municipality.types_the_code(code_in(asked.letters[-1][1]))
    # And answers the first part
    municipality.presses("main .answer-actions a.button")
    municipality.answers_what_she_meets()
    assert "Del 2 av 8" in municipality.goes_on()
    # And says that they do not know of a support programme, which asks why
    municipality.chooses("q2", "vet-ej")
    municipality.tabs_to(NEXT)
    assert "Berätta kort varför ni inte vet." in municipality.goes_on()
    municipality.types("[name=w-q2]", "Ingen har frågat.")
    municipality.tabs_to(NEXT)
    municipality.goes_on()
    # And goes on in another browser with the same code
    elsewhere = Municipality(browser, address, asked.token)
    elsewhere.opens("kod/")
    assert "Ingen har frågat." in elsewhere.types_the_code(code_in(asked.letters[-1][1]))
    elsewhere.presses("main .answer-actions a.button")
    elsewhere.answers_the_whole_form()
    assert "Allt vi behöver finns här." in elsewhere.reads()
    # And hands in
    elsewhere.presses("a[href$='/lamna-in/']")
    assert "Det här händer" in elsewhere.reads()
    receipt = elsewhere.presses("main form button")
    # Then the receipt is there, on the page and in the mailbox
    assert "Inlämning 1" in receipt
    assert "Ingen har frågat." in receipt
    assert elsewhere.page.locator("button[data-print]").is_hidden()  # without scripts it could do nothing
    subject, body = asked.letters[-1]
    assert re.fullmatch("Kvitto: svar från .+, inlämning 1", subject)
    assert "Ingen har frågat." in body
    # And what is stored is what she answered
    held = {code: (value, missing) for code, _, value, missing, superseded in asked.entries() if not superseded}
    assert held["q2"] == ({"options": ["vet-ej"]}, "")
    assert "Öppna igen" in elsewhere.opens("oversikt/")
    elsewhere.goes()


def test_she_opens_the_answers_again_and_the_second_receipt_says_what_changed(browser, address, asked, municipality):
    # Given answers that are handed in
    comes_in(municipality, asked)
    municipality.presses("main .answer-actions a.button")
    municipality.answers_the_whole_form()
    municipality.presses("a[href$='/lamna-in/']")
    municipality.presses("main form button")
    # When she asks to open them again, and uses the fresh link with its code
    municipality.presses("a[href$='/oppna-igen/']")
    assert "En ny länk är på väg" in municipality.presses("main form button")
    again = Municipality(browser, address, token_in(asked.letters[-1][1]))
    comes_in(again, asked)
    # And changes one answer and hands in
    again.opens("del/stod/")
    again.chooses("q7", "nej")
    again.tabs_to(NEXT)
    again.goes_on()
    again.opens("lamna-in/")
    again.presses("main form button")
    # Then the receipt names that answer alone
    changes = asked.letters[-1][1].split("ÄNDRAT SEDAN INLÄMNING 1")[1].split("ALLA SVAR")[0]
    assert changes.count("förut:") == changes.count("nu: Nej") + changes.count("nu: ställdes inte till er")
    assert "Finns annat stöd" in changes
    again.goes()


def test_two_people_who_answer_at_once_see_both_answers_and_choose(browser, address, asked, municipality):
    # Given two people with the same part open
    comes_in(municipality, asked)
    colleague = Municipality(browser, address, asked.token)
    colleague.opens("kod/")
    colleague.types_the_code(code_in(asked.letters[-1][1]))
    municipality.opens("del/stod/")
    colleague.opens("del/stod/")
    # When they answer the same question differently
    colleague.chooses("q2", "nej")
    colleague.tabs_to(NEXT)
    colleague.goes_on()
    municipality.chooses("q2", "vet-ej")
    municipality.chooses("q7", "nej")
    municipality.tabs_to(NEXT)
    # Then the second sees both, and her other answer is saved
    words = municipality.goes_on()
    assert "Vad någon annan hos er svarade" in words
    assert "Vad ni svarade" in words
    held = {code: value for code, _, value, _, superseded in asked.entries() if not superseded}
    assert held == {"q2": {"options": ["nej"]}, "q7": {"options": ["nej"]}}
    # And one press takes hers
    municipality.presses("button[name=keep]")
    assert [row[2] for row in asked.entries() if row[0] == "q2"] == [{"options": ["nej"]}, {"options": ["vet-ej"]}]
    colleague.goes()


def looking(page: Page, address: str, path: str) -> list[str]:
    page.goto(address + path)
    return violations(page)


def test_every_page_can_be_read_by_everybody_and_fits_a_phone(browser, address, asked, municipality):
    comes_in(municipality, asked)
    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport=PHONE, color_scheme=scheme, storage_state=municipality.context.storage_state()
        )
        page = context.new_page()
        for prefix in ("", "/en"):
            for path in ("", "formular/", "oversikt/", "del/ansvar/", "del/stod/", "del/antal/", "kvitto/"):
                assert looking(page, address, f"{prefix}{municipality.start}{path}") == [], (scheme, prefix, path)
                assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
        # The pages of things gone wrong
        page.goto(address + municipality.start + "del/stod/")
        page.check("[name=o-q2][value=vet-ej]")
        page.click(NEXT)
        assert "varför ni inte vet" in page.locator("main").inner_text()
        assert violations(page) == []
        context.close()


def test_the_ways_in_can_be_read_by_everybody(browser, address, asked):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    for path in ("", "kod/", "formular/"):
        assert looking(page, address, f"/svara/{asked.token}/{path}") == []
    page.goto(f"{address}/svara/{asked.token}/")
    page.click("main form button")
    page.fill("#code", "AAAAAAAA")
    page.click("main .answer-code button")
    assert "Koden stämmer inte." in page.locator("main").inner_text()
    assert violations(page) == []
    context.close()


def test_with_scripts_each_answer_is_saved_when_it_is_given(browser, address, asked, municipality):
    # Given a browser that runs scripts
    comes_in(municipality, asked)
    context = browser.new_context(viewport=PHONE, storage_state=municipality.context.storage_state())
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}{municipality.start}del/stod/")
    assert page.locator("#q-q2a").is_hidden()
    # When an answer is chosen
    page.check("[name=o-q2][value=ja]")
    # Then it is saved at once, its follow-up comes, and nothing was sent by a button
    page.wait_for_selector("#q-q2 [data-said]:has-text('Sparat')")
    assert page.locator("#q-q2a").is_visible()
    assert [row[:3] for row in asked.entries()] == [["q2", 1, {"options": ["ja"]}]]
    # And what a colleague answered meanwhile is not overwritten
    colleague = Municipality(browser, address, asked.token)
    colleague.opens("kod/")
    colleague.types_the_code(code_in(asked.letters[-1][1]))
    colleague.opens("del/stod/")
    colleague.chooses("q2", "nej")
    colleague.tabs_to(NEXT)
    colleague.goes_on()
    page.check("[name=o-q2][value=vet-ej]")
    page.wait_for_selector("#q-q2 [data-said]:has-text('Någon annan')")
    page.click(NEXT)
    assert "Vad någon annan hos er svarade" in page.locator("main").inner_text()
    assert violations(page) == []
    assert said == ["Failed to load resource: the server responded with a status of 409 (Conflict)"] or not said
    colleague.goes()
    context.close()
