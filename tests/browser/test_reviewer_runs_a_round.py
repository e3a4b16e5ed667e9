"""A reviewer runs a round from an XLSForm to locked answers: on a phone, without scripts, by keyboard alone."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from bredvid.config.tests.server import free_port, running
from bredvid.review.answering.tests.makers import code_in, token_in
from bredvid.review.xlsform.tests.books import survey_of
from tests.browser.answering_site import Mailbox
from tests.browser.axe import violations
from tests.browser.navigators.desk import DESK, Desk
from tests.browser.navigators.municipality import PHONE, Municipality
from tests.browser.visits import WIDE, moved_sideways
from tests.gates import REPOSITORY

FORM = survey_of(
    ("select_one janej", "stod", "Har kommunen ett stödprogram?", "yes", "", ""),
    ("integer", "antal", "Hur många har fått utbildning?", "", "${stod} = 'ja'", ". >= 0"),
    ("text", "ord", "Vill ni säga något mer?", "", "", ""),
    choices=[("janej", "ja", "Ja"), ("janej", "nej", "Nej")],
    settings=[("form_id", "form_title", "version"), ("prov", "Provformulär", "1")],
)
ASKED = {"Ale": "registrator@ale.example", "Alingsås": "registrator@alingsas.example"}


@dataclass
class House:
    """A site of its own with its made-up staff and practice round, and everything that was mailed from it."""

    address: str
    post: Mailbox

    def letter_to(self, mailbox: str, words: str) -> str:
        """The newest mail to an address whose subject has these words, as soon as it has come."""
        for _ in range(200):
            for whom, subject, body in reversed(self.post.letters):
                if whom == [mailbox] and words in subject:
                    return body
            time.sleep(0.1)
        raise AssertionError(f"no mail about {words!r} came to {mailbox}: {[row[:2] for row in self.post.letters]}")


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("house")
    post = Controller(Mailbox(), hostname="127.0.0.1", port=free_port())
    post.start()
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.development", "BREDVID_DATA": str(folder),
        "BREDVID_SMTP_URL": f"smtp://127.0.0.1:{post.port}",
    }  # fmt: skip
    with contextlib.ExitStack() as until_done:
        until_done.callback(post.stop)
        subprocess.run(
            [sys.executable, "-m", "bredvid", "prepare", "--quiet"],
            cwd=REPOSITORY, env=os.environ | environment, check=True,
        )  # fmt: skip
        command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
        server = until_done.enter_context(running(command, folder, **environment))
        yield House(f"http://127.0.0.1:{server.port}", post.handler)


@pytest.fixture(scope="module")
def desk(browser, house) -> Iterator[Desk]:
    """A reviewer who has signed in. A code of her app opens once, so she signs in once."""
    person = Desk(browser, house.address)
    person.signs_in()
    yield person
    person.goes()


def answers(browser, house: House, mailbox: str, link: str) -> None:
    """Somebody at a municipality uses the link in its mail, with the code that follows, and hands in."""
    person = Municipality(browser, house.address, token_in(link))
    person.opens()
    person.presses("main form button")
    person.types_the_code(code_in(house.letter_to(mailbox, "Koden till formuläret")))
    person.presses("main .answer-actions a.button")
    person.answers_the_whole_form()
    person.presses("a[href$='/lamna-in/']")
    assert "Tack!" in person.presses("main form button")
    person.goes()


def test_from_a_spreadsheet_of_questions_to_locked_answers(browser, house, desk, tmp_path):
    # Given a form of her own
    form = tmp_path / "prov.xlsx"
    form.write_bytes(FORM)
    # When she takes it in, she reads it as the municipalities will
    assert "Har kommunen ett stödprogram?" in desk.takes_in(form)
    # And starts a round from it, which says what comes next
    assert "Nästa steg" in desk.starts_a_round("2031", "Provet", "prov")
    # And pastes addresses, one of them wrong, which is said; the others are accepted
    desk.goes_to("2031/adresser/")
    desk.types("#text", "\n".join(f"{name}; {mailbox}" for name, mailbox in ASKED.items()) + "\nNarnia; a@b.example")
    assert "Narnia" in desk.presses("main form.form button")
    assert "2 adresser är ändrade" in desk.presses("button[name=accepted]") + desk.page.content()
    # And opens the round and sends two links
    desk.goes_to("2031/")
    desk.presses("button[name=open]")
    desk.sends_links_to("2031", "al", list(ASKED))
    # Then each municipality answers with its own link and code
    for mailbox in ASKED.values():
        answers(browser, house, mailbox, house.letter_to(mailbox, "Frågor till"))
    # When she reads the first, corrects an answer and says why
    desk.goes_to("2031/kommuner/?stage=submitted")
    assert "Några ord." in desk.presses("table.cases tbody a")
    desk.presses("a[href$='/svar/stod/']")
    desk.chooses("stod", "nej")
    desk.types("#reason", "De skrev till oss.")
    desk.presses("main form.desk-form button:not([name])")
    # Then the municipality is told, and the answer that hangs on it is no longer counted
    told = house.letter_to(ASKED["Ale"], "Ett rättat svar")
    assert "Svaret är nu: Nej" in told
    assert "De skrev till oss." in told
    assert "räknas inte" in desk.reads()
    # When she locks, the next one that waits opens, and after it none is left
    desk.presses("button[name=next]")
    assert desk.where() == "2031/kommuner/alingsas/"
    desk.presses("button[name=next]")
    assert desk.where() == "2031/"
    assert "2 av 2 är lästa och låsta" in desk.reads()


# As an organisation has it: its own headings, Windows' own letters, a column of its own, and one slip of the pen.
SHEET = (
    "Kommunens namn;Stödprogram;Hur många fick stöd?;Handläggare\n"
    "{first};Ja;3;Åsa\n"
    "{second};Nej;vet ej;Örjan\n"
    "{third};Kanske;7;Åke\n"
)


def test_from_an_organisations_own_spreadsheet_to_a_published_report(house, desk, tmp_path):
    # Given a spreadsheet of three municipalities that have not begun
    desk.goes_to("ovning/kommuner/?stage=untouched&sort=name")
    names = [link.inner_text() for link in desk.page.locator("table.cases tbody a").all()[-3:]]
    sheet = tmp_path / "svar.csv"
    sheet.write_bytes(SHEET.format(first=names[0], second=names[1], third=names[2]).encode("cp1252"))
    # When she hands it in
    desk.goes_to("ovning/importera/")
    desk.page.set_input_files("#file", sheet)
    desk.presses("main form.form button")
    # Then each column is shown with what stands in it, and what the house is sure of is chosen already
    chosen = desk.page.locator("li.column select[id^=c] option:checked").all_inner_texts()
    assert any("Stödprogram" in each for each in chosen), chosen
    # When she says what the number is and leaves the rest, and is told that a word is none of the answers
    desk.says_what_a_column_is("Hur många fick stöd?", "q8")
    assert "Kanske" in desk.presses("button[name=rest]")
    read = desk.presses("main form.stack .actions button:not([name])")
    # Then she sees what would be written, and whose answer was not understood and why; nothing is written yet
    assert names[2] in read
    assert "Kanske" in read
    # When she accepts what was understood
    desk.presses("form[action$='/ta-emot/'] button")
    # Then the two are there, the number of persons for her eyes and its range for others
    desk.goes_to("ovning/kommuner/?stage=submitted&q=" + names[0].replace(" ", "+"))
    assert "Bara spannet" in desk.presses("table.cases tbody a")
    # And the same file again says that everything is there already
    desk.goes_to("ovning/importera/")
    desk.page.set_input_files("#file", sheet)
    desk.presses("main form.form button")
    # When she builds the draft and publishes it
    desk.publishes("ovning")
    # Then everybody can read the round, and nobody the number
    answer = desk.page.goto("/ovning/fragor/q8/")
    assert answer is not None
    assert answer.status == 200
    assert "DEMO" in desk.page.content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_importing_can_be_read_by_everybody_and_fit_a_phone(browser, house, desk, scheme, tmp_path):
    sheet = tmp_path / "svar.csv"
    sheet.write_text("kod;Stödprogram\nD001;Ja\nD999;Kanske\n", encoding="utf-8")
    context = browser.new_context(
        base_url=house.address, viewport=PHONE, color_scheme=scheme, storage_state=desk.context.storage_state()
    )
    page, complaints = context.new_page(), []
    page.goto(DESK + "ovning/importera/")
    for step in ("the files", "the columns", "the preview"):
        complaints += [f"{step}: {line}" for line in violations(page)]
        complaints += [f"{step}: wider than a phone: {each}" for each in moved_sideways(page)]
        if step == "the files":
            page.set_input_files("#file", sheet)
            page.click("main form.form button")
        elif step == "the columns":
            page.click("main form.stack .actions button.button:not([name])")
    context.close()
    assert complaints == []


PAGES = [
    "", "ny/", "formular/", "formular/nytt/", "formular/kommungranskning/2/", "ovning/", "ovning/andra/",
    "ovning/adresser/", "ovning/brev/", "ovning/kommuner/", "ovning/koda/", "ovning/koda/q1b/",
    "ovning/kommuner/{read}/", "ovning/kommuner/{untouched}/", "ovning/kommuner/{read}/svar/q2/",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody_and_fits_a_phone(browser, house, desk, scheme):
    found = {}
    for stage, name in (("submitted", "read"), ("untouched", "untouched")):
        desk.goes_to(f"ovning/kommuner/?stage={stage}")
        found[name] = str(desk.page.locator("table.cases tbody a").first.get_attribute("href")).split("/")[-2]
    context = browser.new_context(
        base_url=house.address, viewport=PHONE, color_scheme=scheme, storage_state=desk.context.storage_state()
    )
    page, complaints = context.new_page(), []
    for prefix in ("", "/en"):
        for path in PAGES:
            where = prefix + DESK + path.format(**found)
            for size in (PHONE, WIDE) if not prefix else (PHONE,):
                page.set_viewport_size(size)
                page.goto(where)
                if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                    complaints.append(f"{where}: wider than {size['width']}")
            complaints += [f"{where}: {line}" for line in violations(page)]
    context.close()
    assert complaints == []
