"""She writes to a shelter, comes back with her list, and leaves no trace: the real page, the real server, Chromium."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyrage.passphrase
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from bredvid.config.tests.server import running
from tests.browser import axe
from tests.gates import PACKAGE, REPOSITORY, node

SETTINGS = "bredvid.config.settings.test"
BUILT = PACKAGE / "room/static/a"
SLOWLY = 120_000


class HerSite:
    """Where it is served, and what one may ask of the shelter."""

    def __init__(self, address: str, environment: dict[str, str]) -> None:
        self.address = address
        self.environment = environment

    def shelter(self, *words: str) -> Any:
        return ask_shelter(self.environment, *words)


def ask_shelter(environment: dict[str, str], *words: str) -> Any:
    command = [sys.executable, "-m", "tests.browser.her.shelter", *words]
    env = os.environ | environment
    done = subprocess.run(command, cwd=REPOSITORY, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def her_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HerSite]:
    folder = tmp_path_factory.mktemp("her")
    database = f"sqlite:///{folder}/her.sqlite3"
    environment = {"DJANGO_SETTINGS_MODULE": SETTINGS, "BREDVID_DATA": str(folder), "DATABASE_URL": database}
    ask_shelter(environment, "prepare")
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield HerSite(f"http://127.0.0.1:{server.port}", environment)


@pytest.fixture
def phone(browser: Browser, her_site: HerSite) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=her_site.address, viewport={"width": 360, "height": 740}, locale="sv-SE")
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    return opened(phone.new_page())


def opened(page: Page, address: str = "/d/") -> Page:
    page.goto(address)
    page.locator("[data-view=start]").wait_for()
    return page


def to_the_list(page: Page, text: str = "Hej") -> list[str]:
    """Writes, chooses the shelter, and gives the things of the list."""
    page.get_by_label("Ditt meddelande").fill(text)
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("radio")).to_be_checked()
    page.get_by_role("button", name="Gå vidare").click()
    page.locator(".note li").first.wait_for()
    return page.locator(".note li").all_inner_texts()


def confirm(page: Page, things: list[str], word: str = "") -> None:
    """Says that the list is written down, and shows it."""
    if word:
        page.get_by_label("Ett ord till").fill(word)
    page.get_by_role("button", name="Jag har skrivit av listan").click()
    for thing in things:
        page.get_by_role("checkbox", name=thing, exact=True).check()
    if word:
        page.get_by_label("Ditt ord, en gång till").fill(word)


def written(page: Page, text: str = "Hej", word: str = "") -> list[str]:
    """A message sent; the things of her list."""
    things = to_the_list(page, text)
    confirm(page, things, word)
    page.get_by_role("button", name="Skicka").click()
    page.locator("[data-view=sent]").wait_for(timeout=SLOWLY)
    return things


def come_back(page: Page, typed: str, word: str = "") -> None:
    page.get_by_role("button", name="Jag har en lista").click()
    page.get_by_label("Din lista").fill(typed)
    page.get_by_label("Ditt ord, om du valde ett").fill(word)
    page.get_by_role("button", name="Öppna").click()


def entered(page: Page) -> Page:
    page.locator("[data-view=room]").wait_for(timeout=SLOWLY)
    return page


def test_she_writes_comes_back_with_her_list_and_finds_the_answer(her_site: HerSite, phone: BrowserContext):
    # Given that she has written, with a word more, and has left
    page = opened(phone.new_page())
    things = written(page, "Jag vågar inte ringa.", word="Sommar")
    page.close()
    # When the shelter answers, and she comes back next day with the things in another order and the word in capitals
    assert her_site.shelter("answer", "Vi finns här. Skriv när du vill.") == ["Jag vågar inte ringa."]
    page = opened(phone.new_page())
    come_back(page, "2 " + "\n".join(reversed(things)), "SOMMAR")
    # Then both messages stand there, and she can go on
    entered(page)
    expect(page.locator("[data-log] li")).to_have_count(2)
    expect(page.locator("[data-log]")).to_contain_text("Vi finns här. Skriv när du vill.")
    expect(page.locator("[data-log] .theirs b")).to_have_text("Exempeljouren lyktan")
    page.get_by_label("Skriv mer").fill("Tack.")
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("[data-log] li")).to_have_count(3)
    assert her_site.shelter("answer", "Hej igen.") == [
        "Jag vågar inte ringa.",
        "Vi finns här. Skriv när du vill.",
        "Tack.",
    ]


def test_what_the_shelter_wrote_meanwhile_is_read_before_her_message_is_sealed_anew(her_site: HerSite, page: Page):
    # Given that she is in her room, and the shelter answers without her having seen it
    written(page)
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    her_site.shelter("answer", "Ett svar.")
    # When she writes
    page.get_by_label("Skriv mer").fill("Mitt andra.")
    page.get_by_role("button", name="Skicka").click()
    # Then all stand there once each, hers last
    expect(page.locator("[data-log] li .said")).to_have_text(["Hej", "Ett svar.", "Mitt andra."])


def test_a_lost_network_neither_loses_nor_doubles_her_message(page: Page):
    written(page)
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    # Given a network that takes the request along and loses the answer, once
    times: list[str] = []

    def lose_the_first(route: Route) -> None:
        times.append(str(route.request.post_data))
        if len(times) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/r/e", lose_the_first)
    page.get_by_label("Skriv mer").fill("Bara en gång.")
    page.get_by_role("button", name="Skicka").click()
    # Then the same bytes were sent again, and the message stands there once
    expect(page.locator("[data-log] li .said")).to_have_text(["Hej", "Bara en gång."])
    assert len(times) == 2
    assert times[0] == times[1]


def test_webassembly_makes_the_key_where_it_may(page: Page):
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    written(page)
    assert any(url.endswith("/static/a/w.js") for url in workers)
    assert root_in(page)["wasm"] is True


ROOT = """async () => {
  const w = new Worker(trustedTypes.createPolicy("bredvid-room", {createScriptURL: (a) => a})
    .createScriptURL(document.documentElement.dataset.worker), {type: "module"});
  return await new Promise((ok, no) => {
    w.onmessage = ({data}) => "done" in data ? ok({wasm: data.done.wasm, root: Array.from(data.done.root)})
      : "failed" in data ? no(data.failed) : null;
    w.postMessage({name: "root", secret: Uint8Array.from(SECRET), deploymentId: Uint8Array.from(ID)});
  });
}"""


def root_in(page: Page) -> Any:
    """What the page's own worker, under the page's own policy, makes of the first vector of keys."""
    vector = keys_vector()
    code = ROOT.replace("SECRET", str(list(bytes.fromhex(vector["secret"]))))
    fresh = page.context.new_page()
    fresh.goto("/a/")
    fresh.goto("/d/")
    fresh.route("**/static/a/d.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    fresh.reload()
    return fresh.evaluate(code.replace("ID", str(list(bytes.fromhex(vector["deployment_id"])))))


def keys_vector() -> dict[str, str]:
    vectors = json.loads((PACKAGE / "room/vectors/keys.json").read_text("utf-8"))["vectors"]
    found: dict[str, str] = vectors[0]
    return found


def test_every_vector_ends_as_it_says_in_the_browser(page: Page, tmp_path: Path):
    # Given the vectors' runner as the page's script, with its worker and under its policy
    joined, runner = tmp_path / "vectors.js", PACKAGE / "room/tests/js/browser.js"
    wrong = node(
        REPOSITORY / "node_modules/esbuild/bin/esbuild", str(runner), "--bundle", "--format=esm", f"--outfile={joined}"
    )
    assert wrong == ""
    page.route("**/static/a/d.js", lambda route: route.fulfill(path=joined, content_type="text/javascript"))
    page.reload()
    # Then each ends as it says, and there are as many as the files hold
    found = page.evaluate("() => vectors()")
    files = (json.loads(path.read_text("utf-8")) for path in (PACKAGE / "room/vectors").glob("*.json"))
    assert found == {"number": sum(len(each["vectors"]) for each in files), "wrong": []}


def test_the_root_is_the_vectors(page: Page):
    assert bytes(root_in(page)["root"]).hex() == keys_vector()["root"]


def test_without_webassembly_noble_makes_the_same(page: Page):
    def without(route: Route) -> None:
        body = "delete globalThis.WebAssembly;" + (BUILT / "w.js").read_text("utf-8")
        route.fulfill(body=body, content_type="text/javascript")

    page.context.route("**/static/a/w.js", without)
    found = root_in(page)
    assert found["wasm"] is False
    assert bytes(found["root"]).hex() == keys_vector()["root"]


def test_two_women_ask_for_the_same_things_in_the_same_order(phone: BrowserContext):
    # Given two women with lists, words and messages of their own
    logs = []
    for text, word in (("Hej", ""), ("Jag vet inte var jag ska börja.", "sommar")):
        page = phone.new_page()
        log: list[tuple[str, str, int]] = []
        page.on("request", follows(log))
        opened(page)
        things = written(page, text, word)
        page.get_by_role("button", name="Jag är klar").click()
        come_back(page, "\n".join(things), word)
        entered(page)
        logs.append([each for each in log if "/y/" not in each[1]])
        page.close()
    # Then no address, size or order tells them apart
    assert logs[0] == logs[1]
    assert len(logs[0]) > 12


def follows(log: list[tuple[str, str, int]]) -> Callable[[Any], None]:
    def followed(request: Any) -> None:
        log.append((request.method, request.url, len(request.post_data or "")))

    return followed


def test_an_unknown_thing_is_told_here_and_nothing_is_asked(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    come_back(page, "mjölk\nblomkåll\nrymdraket\n")
    expect(page.locator("[data-pieces]")).to_contain_text("”rymdraket” känner vi inte igen.")
    page.get_by_role("button", name="Ja, blomkål").click()
    expect(page.get_by_label("Din lista")).to_have_value("mjölk\nblomkål\nrymdraket\n")
    assert not [url for url in asked if "/r/" in url]


def test_a_list_that_opens_nothing_is_told_so(page: Page):
    come_back(page, "mjölk, bananer, gurka, lingon, kvarg, mango, kiwi, pesto, saffran")
    expect(page.locator("[data-says]")).to_contain_text("Inget öppnas med den listan", timeout=SLOWLY)


def test_her_own_list_is_not_sent_in_a_message(page: Page):
    things = written(page)
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    page.get_by_label("Skriv mer").fill("Min lista är " + ", ".join(things[:6]))
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("[data-says]")).to_contain_text("din egen lista står i meddelandet")
    expect(page.locator("[data-log] li")).to_have_count(1)


def test_what_she_deletes_is_gone(her_site: HerSite, page: Page):
    things = written(page)
    before = her_site.shelter("rooms")
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    page.locator("summary", has_text="Ta bort allt").click()
    page.get_by_role("button", name="Ta bort allt").click()
    page.get_by_role("button", name="Ja, ta bort").click()
    expect(page.locator("[data-says]")).to_contain_text("Allt är borttaget")
    assert her_site.shelter("rooms") == before - 1
    come_back(page, "\n".join(things))
    expect(page.locator("[data-says]")).to_contain_text("Inget öppnas", timeout=SLOWLY)


def test_a_locked_copy_opens_with_age_and_the_words_that_are_shown(page: Page):
    written(page, "Hej å ä ö.")
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    page.locator("summary", has_text="Spara en kopia").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="En låst kopia").click()
    file = Path(download.value.path()).read_bytes()
    phrase = page.locator("[data-phrase]").inner_text()
    assert "Hej å ä ö." in pyrage.passphrase.decrypt(file, phrase).decode()
    assert download.value.suggested_filename == "anteckningar.age"


def test_she_leaves_one_entry_in_the_history_and_nothing_in_storage(phone: BrowserContext, page: Page):
    before = page.evaluate("history.length")
    written(page)
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    assert page.evaluate("history.length") == before
    assert page.url.endswith("/d/")
    assert phone.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_when_nobody_can_answer_she_gets_numbers_and_no_false_hope(her_site: HerSite, page: Page):
    her_site.shelter("close")
    try:
        page.get_by_label("Ditt meddelande").fill("Hej")
        page.get_by_role("button", name="Gå vidare").click()
        expect(page.locator("main")).to_contain_text("Just nu kan ingen ta emot ett meddelande")
        expect(page.locator("main a[href^='tel:']:visible").first).to_be_visible()
    finally:
        her_site.shelter("open_again")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_every_view_fits_and_is_accessible(browser: Browser, her_site: HerSite, width: int, scheme: Any):
    context = browser.new_context(
        base_url=her_site.address, viewport={"width": width, "height": 700}, color_scheme=scheme, bypass_csp=True
    )
    page = opened(context.new_page())
    check(page)
    things = to_the_list(page)
    check(page)
    confirm(page, things)
    check(page)
    page.get_by_role("button", name="Skicka").click()
    page.locator("[data-view=sent]").wait_for(timeout=SLOWLY)
    check(page)
    page.get_by_role("button", name="Läs det du har skrivit").click()
    entered(page)
    for summary in page.locator("main > details > summary").all():
        summary.click()
    check(page)
    page.get_by_role("button", name="Jag är klar").click()
    page.get_by_role("button", name="Jag har en lista").click()
    check(page)
    context.close()


def check(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.locator("h1").inner_text()
    assert axe.violations(page) == []


def test_the_files_are_small_enough_for_an_old_phone():
    packed = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in BUILT.iterdir()}
    door = PACKAGE / "door/static/a"
    page_itself = sum(len(gzip.compress(path.read_bytes(), 9)) for path in door.iterdir())
    assert set(packed) == {"d.js", "d.json", "w.js"}
    # All that is code of hers: packages, protocol, views and worker.
    assert packed["d.js"] + packed["w.js"] <= 75_000
    assert sum(packed.values()) + page_itself + 8_000 <= 120_000


def test_without_scripts_the_page_gives_numbers(browser: Browser, her_site: HerSite):
    context = browser.new_context(base_url=her_site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/d/")
    assert page.locator("main a[href^='tel:']").count() > 0
    assert not page.locator("textarea:visible, button:visible").count()
    context.close()
