"""What sort of page it is: by what it says of itself, never by what its menu says."""

import pytest

from bredvid.webaudit.reading.tests.pages import page_of, text_page
from bredvid.webaudit.shapes import Kind

HOST = "https://www.exempelkommun.test"
MENU = "<nav><a href=/nyheter>Nyheter</a><a href=/protokoll>Protokoll</a></nav>"
BODY = "<title>{}</title>" + MENU + "<main><h1>{}</h1><p>Text.</p></main>"


def _kind(address: str, title: str = "Stöd till dig", heading: str = "Stöd till dig", more: str = "", **said):
    return page_of(BODY.format(title, heading) + more, url=HOST + address, **said).kind


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", Kind.START),
        ("", Kind.START),
        ("/index.html", Kind.START),
        ("/sv", Kind.START),
        ("/stod-och-omsorg/vald", Kind.GUIDANCE),
        ("/nyhetsbrev/stod", Kind.GUIDANCE),
        ("/press-och-stress", Kind.GUIDANCE),
        ("/nyheter/2019/stod-mot-prostitution.html", Kind.NEWS),
        ("/nyheter.4.1a2b3c.html", Kind.NEWS),
        ("/kommun/moten-och-protokoll/stod", Kind.MINUTES),
        ("/kalender/forelasning", Kind.CALENDAR),
        ("/jobba-hos-oss/kurator", Kind.INTERNAL),
    ],
)
def test_the_address_tells_the_kind(address, kind):
    assert _kind(address) is kind


def test_a_menu_that_says_news_makes_no_news():
    assert _kind("/stod") is Kind.GUIDANCE


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Protokoll 2024-03-12", Kind.MINUTES),
        ("Nyhet: nytt stöd", Kind.NEWS),
        ("Lediga jobb: kurator", Kind.INTERNAL),
        ("Kalender", Kind.CALENDAR),
    ],
)
def test_the_title_or_first_heading_tells_the_kind(title, kind):
    assert _kind("/a/b", title=title) is kind
    assert _kind("/a/b", title="", heading=title) is kind


def test_archived_news_are_no_service_page_whatever_their_address():
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-05-02T08:00"}</script>'
    assert _kind("/stod/nytt-stod", more=linked) is Kind.NEWS


def test_the_crawl_knows_the_start_page():
    assert _kind("/valkommen", depth=0) is Kind.START


def test_a_saved_text_tells_its_kind_by_its_first_lines():
    assert text_page("Sammanträdesprotokoll\nSocialnämnden\n§ 12").kind is Kind.MINUTES
    assert text_page("Stöd till dig\nRing oss.").kind is Kind.GUIDANCE
