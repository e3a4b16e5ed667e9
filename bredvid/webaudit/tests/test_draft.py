"""A web editor learns what her draft says and what to do; the paragraphs we offer do what they promise."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bredvid.webaudit.advice.reading import advice
from bredvid.webaudit.commands.page import page as command
from bredvid.webaudit.farm.places import PLACES
from bredvid.webaudit.farm.serving import served
from bredvid.webaudit.farm.traits import FAULTS
from bredvid.webaudit.judging.pages import judge_page
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.shapes import Raw, State

# What is about more than a paragraph can show (a button, the way there) or needs its whole text.
ELSEWHERE = {"W9", "W10", "W11"}
FILLED = {
    "[Kvinnojouren eller Tjejjouren med namn]": "Kvinnojouren Lindblomman",
    "[the shelter's name]": "Kvinnojouren Lindblomman",
    "[nummer]": "08-465 004 01", "[number]": "08-465 004 01", "[namn]": "Vuxenenheten", "[name]": "Vuxenenheten",
    "[adress]": "https://lindblomman.exempelkommun.test", "[address]": "https://lindblomman.exempelkommun.test",
}  # fmt: skip


def state(paragraph, indicator, *, before=""):
    for hole, filling in FILLED.items():
        paragraph = paragraph.replace(hole, filling)
    raw = Raw(url="https://exempelkommun.test/stod", text=f"{before}{paragraph}", title="Stöd")
    return judge_page(read(raw)).verdicts[indicator].state


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("indicator", [code for code in advice() if code not in ELSEWHERE])
def test_a_page_with_our_paragraph_meets_its_indicator(indicator, language):
    said = advice(language)
    # What only tells of a relevant page stands beside the paragraph that makes it one.
    before = f"{said['W1'].paragraph} " if indicator in ("W4", "W5", "W8", "W12") else ""
    assert state(said[indicator].paragraph, indicator, before=before) is State.FOUND


def told(tmp_path: Path, text: str, *options: str):
    draft = tmp_path / "utkast.txt"
    draft.write_text(text, "utf-8")
    return CliRunner().invoke(command, [str(draft), *options])


def test_what_is_not_there_gets_advice_and_what_is_there_gets_its_passage(tmp_path):
    answer = told(tmp_path, "Stöd\nDu som är utsatt i prostitution kan få hjälp här.")
    assert answer.exit_code == 0
    assert "”Du som är utsatt i prostitution kan få hjälp här.” [main]" in answer.output
    assert advice("sv")["W6"].paragraph in answer.output
    assert advice("sv")["W1"].paragraph not in answer.output


@pytest.mark.parametrize(
    ("text", "language", "says"),
    [
        (
            "Insatser beviljas efter en utredning. Du får hjälp av oss direkt.",
            "sv",
            "11 ord i löpande text: LIX 33, 6 ord i",
        ),
        ("Insatser beviljas efter en utredning. Du får hjälp av oss direkt.", "sv", "50 % av meningarna"),
        ("You can call us. We help you.", "en", "7 words of prose: LIX 4, 4 words a sentence, 0% long words"),
        ("Stöd", "sv", "Sidan har ingen löpande text att mäta."),
    ],
)
def test_an_editor_is_told_how_her_prose_reads(tmp_path, text, language, says):
    answer = told(tmp_path, text, "--language", language)
    file = tmp_path / "raad.html"
    told(tmp_path, text, "--language", language, "--html", str(file))
    assert says in answer.output
    assert says in file.read_text("utf-8")


def test_the_advice_is_also_a_page_that_loads_nothing(tmp_path):
    file = tmp_path / "raad.html"
    assert told(tmp_path, "Stöd\nDu kan ringa oss.", "--html", str(file), "--language", "en").exit_code == 0
    page = file.read_text("utf-8")
    assert "A paragraph that you may copy" in page
    assert "<script" not in page
    assert "src=" not in page
    assert "<link" not in page


def test_words_of_a_draft_are_shown_and_not_run(tmp_path):
    file = tmp_path / "raad.html"
    told(tmp_path, "Stöd\nUtsatt i prostitution <script>alert(1)</script> kan du få hjälp.", "--html", str(file))
    assert "<script" not in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "says"),
    [("finns-inte.txt", "no such file"), ("bild.png", "HTML, text or PDF"), ("tom.pdf", "could not be")],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, says):
    path = tmp_path / name
    if name != "finns-inte.txt":
        path.write_bytes(b"\x89PNG not a page")
    answer = CliRunner().invoke(command, [str(path)])
    assert answer.exit_code == 1
    assert says in answer.output
    assert len(answer.output.strip().splitlines()) == 1


def test_an_address_is_not_asked_for_without_somebody_to_write_to(monkeypatch):
    monkeypatch.delenv("BREDVID_CRAWL_CONTACT", raising=False)
    answer = CliRunner().invoke(command, ["https://www.exempelkommun.test/stod"])
    assert answer.exit_code == 2
    assert "--contact" in answer.output


def fetched(url: str) -> str:
    """What asking the farm for an address gives, in a process of its own: Scrapy's reactor starts once."""
    asks = (
        "import sys; from bredvid.webaudit.crawling.single import fetch_one; "
        "raw = fetch_one(sys.argv[1], contact='a@exempelkommun.test', gateway=sys.argv[2], timeout=5); "
        "print(raw.url, raw.status, raw.problem or 'read', len(raw.body) > 500, raw.municipality or 'nobody')"
    )
    with served() as farm:
        words = [sys.executable, "-c", asks, url, farm.address]
        return subprocess.run(words, capture_output=True, text=True, timeout=120, check=True).stdout.strip()


def test_a_page_is_fetched_by_its_address():
    url = PLACES[0].start + "english"
    assert fetched(url) == f"{url} 200 read True nobody"


def test_a_page_that_robots_forbid_is_not_fetched():
    forbidden = next(PLACES[number - 1] for number, fault in FAULTS.items() if fault == "robots")
    assert fetched(forbidden.start) == f"{forbidden.start} 200 robots False nobody"
