"""In what language a page is, and when it says that it was changed."""

import pytest

from bredvid.webaudit.reading.language import language_of
from bredvid.webaudit.reading.tests.pages import page_of

SWEDISH = "Du som har varit utsatt för våld kan få stöd hos oss. Vi har tystnadsplikt och du kan vara anonym."
ENGLISH = "If you have been exposed to violence you can get support from us. You can talk to us and be anonymous."
FINNISH = "Jos olet kokenut väkivaltaa, voit saada meiltä tukea. Meillä on vaitiolovelvollisuus ja voit olla nimetön."


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("sv", SWEDISH, "sv"),
        ("sv-SE", SWEDISH, "sv"),
        ("", SWEDISH, "sv"),
        ("sv", ENGLISH, "en"),
        ("en", SWEDISH, "sv"),
        ("sv", FINNISH, "fi"),
        ("", ENGLISH, "en"),
        ("en", "Ring oss", "en"),
        ("", "Ring oss", ""),
        ("<script>", "Ring oss", ""),
    ],
)
def test_the_text_is_believed_before_the_page_s_own_word(declared, text, language):
    assert language_of(declared, [text]) == language


@pytest.mark.parametrize(
    ("stamp", "published", "changed"),
    [
        ("<p>Senast uppdaterad 12 mars 2026</p>", "", "2026-03-12"),
        ("<p>Sidan uppdaterades den 3 maj 2025 av Kommunen</p>", "", "2025-05-03"),
        ("<p>Publicerad: 2019-05-02</p>", "2019-05-02", ""),
        ("<p>Last updated: March 4, 2024</p>", "", "2024-03-04"),
        ("<p>Senast uppdaterad 31 februari 2026</p>", "", ""),
        ("<p>Kursen börjar 12 mars 2026</p>", "", ""),
        ('<meta property="article:modified_time" content="2024-01-02T10:00:00+01:00">', "", "2024-01-02"),
        (
            '<script type="application/ld+json">'
            '{"@graph": [{"datePublished": "2020-02-03", "dateModified": "2021-01-01"}]}</script>',
            "2020-02-03",
            "2021-01-01",
        ),
    ],
)
def test_a_page_s_own_dates_are_read(stamp, published, changed):
    page = page_of(f"<main><p>Text.</p>{stamp}</main>")
    assert (page.published, page.changed) == (published, changed)
