"""Documents are read in a process of their own, and what is wrong with one is named."""

import io

import pypdfium2
import pytest
import typst

from bredvid.webaudit.reading.page import read
from bredvid.webaudit.reading.pdf import asking
from bredvid.webaudit.reading.pdf.asking import Opener
from bredvid.webaudit.reading.pdf.paragraphs import paragraphs
from bredvid.webaudit.reading.problems import Unreadable
from bredvid.webaudit.shapes import Kind, Raw, Zone

ADDRESS = "https://www.exempelkommun.test/plan.pdf"


@pytest.fixture(scope="module")
def plan() -> bytes:
    text = (
        '#set document(title: "Plan")\nKommunen ska ge stöd till kvinnor utsatta i prostitution. '
        + "Ord ord ord. " * 40
    )
    return bytes(typst.compile(text.encode()))


def _reason(body: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read(Raw(url=ADDRESS, body=body, content_type="application/pdf"))
    return told.value.reason


def _empty_document() -> bytes:
    document, written = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(200, 200)
    document.save(written)
    return written.getvalue()


def test_a_document_s_text_stands_in_a_zone_of_its_own(plan):
    page = read(Raw(url=ADDRESS, body=plan, content_type="application/pdf"))
    assert (page.kind, page.title, page.language) == (Kind.PDF, "Plan", "sv")
    assert {block.zone for block in page.blocks} == {Zone.PDF}
    assert page.blocks[0].text.startswith("Kommunen ska ge stöd till kvinnor utsatta i prostitution.")


def test_a_document_is_known_by_its_first_bytes(plan):
    assert read(Raw(url=ADDRESS, body=plan, content_type="text/html")).kind is Kind.PDF


def test_what_is_wrong_with_a_document_is_named_and_the_next_is_read(plan):
    assert _reason(_empty_document()) == "pdf-without-text"
    assert _reason(b"%PDF-1.7 nothing of the kind") == "pdf-broken"
    assert _reason(plan[: len(plan) // 3]) == "pdf-broken"
    assert _reason(plan + b" " * 10_000_000) == "pdf-too-large"
    assert read(Raw(url=ADDRESS, body=plan)).kind is Kind.PDF


def test_a_process_that_died_is_started_again(plan):
    opener = Opener()
    assert opener.ask(plan)["reason"] == ""
    opener._running().kill()
    assert opener.ask(plan)["reason"] in ("", "pdf-broken")
    assert opener.ask(plan)["reason"] == ""
    opener.stop()


def test_a_document_that_takes_too_long_is_named(plan, monkeypatch):
    monkeypatch.setattr(asking, "WAITED_SECONDS", 0)
    opener = Opener()
    assert opener.ask(plan)["reason"] == "pdf-too-slow"
    opener.stop()


def test_lines_on_paper_become_paragraphs():
    page = (
        "Rubrik\r\nKommunen ska ge stöd och arbeta med pro-\r\nstitution och annat som är långt nog.\r\nNy.\r\n• punkt"
    )
    assert list(paragraphs(page)) == [
        "Rubrik",
        "Kommunen ska ge stöd och arbeta med prostitution och annat som är långt nog.",
        "Ny.",
        "• punkt",
    ]
