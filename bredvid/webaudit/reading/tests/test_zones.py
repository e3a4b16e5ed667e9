"""Each text of a page stands in the zone where a reader meets it."""

import pytest

from bredvid.webaudit.reading.tests.pages import in_zone, page_of, zone_of
from bredvid.webaudit.shapes import Zone

FRAME = "<html lang=sv><body>{before}<main><h1>Stöd</h1>{inside}</main>{after}</body></html>"


def _page(inside: str = "", before: str = "", after: str = ""):
    return page_of(FRAME.format(inside=inside, before=before, after=after))


def test_title_headings_and_text_are_told_apart():
    page = page_of("<title>Hjälp</title><main><h1>Stöd</h1><h2>Till dig</h2><h4>Liten</h4><p>Ring oss.</p></main>")
    assert in_zone(page, Zone.TITLE) == ["Hjälp"]
    assert in_zone(page, Zone.HEADINGS) == ["Stöd", "Till dig"]
    assert in_zone(page, Zone.MAIN) == ["Liten", "Ring oss."]


@pytest.mark.parametrize(
    ("element", "zone"),
    [
        ("<details><summary>Mer</summary><p>SVARET</p></details>", Zone.FOLDED),
        ('<button aria-controls="a1" aria-expanded="false">Visa</button><div id="a1" hidden>SVARET</div>', Zone.FOLDED),
        ('<div id="b1" style="display: none">SVARET</div><a href="#b1" data-toggle="collapse">x</a>', Zone.FOLDED),
        ('<div class="sv-accordion__panel"><p>SVARET</p></div>', Zone.FOLDED),
        ('<div class="panel-collapse collapse">SVARET</div>', Zone.FOLDED),
        ('<div role="tabpanel" aria-hidden="true">SVARET</div>', Zone.FOLDED),
        ('<div hidden="until-found">SVARET</div>', Zone.FOLDED),
        ("<div hidden><p>SVARET</p></div>", Zone.HIDDEN),
        ('<p style="display:none">SVARET</p>', Zone.HIDDEN),
        ('<div style="VISIBILITY: hidden"><p>SVARET</p></div>', Zone.HIDDEN),
        ("<noscript><p>SVARET</p></noscript>", Zone.HIDDEN),
        ("<aside><p>SVARET</p></aside>", Zone.ASIDE),
        ('<div class="kontaktkort"><p>SVARET</p></div>', Zone.ASIDE),
        ("<nav><ul><li><a href=/x>SVARET</a></ul></nav>", Zone.NAV),
        ('<div class="breadcrumbs"><a href=/x>SVARET</a></div>', Zone.NAV),
        ('<img src="a.png" alt="SVARET">', Zone.ALT),
        ("<table><tr><td>SVARET</table>", Zone.MAIN),
        ("<header><p>SVARET</p></header>", Zone.MAIN),
        ("<article><footer>SVARET</footer></article>", Zone.ASIDE),
    ],
)
def test_a_text_within_the_main_part_stands_where_it_is_met(element, zone):
    assert zone_of(_page(f"<p>Före.</p>{element}<p>Efter.</p>"), "SVARET") is zone
    assert in_zone(_page(element + "<p>Efter.</p>"), Zone.MAIN)[-1] == "Efter."


@pytest.mark.parametrize(
    ("element", "zone"),
    [
        ("<header><p>UTANFÖR</p></header>", Zone.NAV),
        ("<footer><p>UTANFÖR</p></footer>", Zone.FOOTER),
        ('<div role="contentinfo">UTANFÖR</div>', Zone.FOOTER),
        ('<div class="site-footer">UTANFÖR</div>', Zone.FOOTER),
        ("<div><p>UTANFÖR</p></div>", Zone.ASIDE),
        ('<nav><div hidden class="collapse">UTANFÖR</div></nav>', Zone.NAV),
    ],
)
def test_a_text_outside_the_main_part_is_never_taken_for_it(element, zone):
    assert zone_of(_page("<p>Text.</p>", after=element), "UTANFÖR") is zone
    assert zone_of(_page("<p>Text.</p>", before=element), "UTANFÖR") is zone


@pytest.mark.parametrize(
    "banner",
    [
        '<div id="cookie-consent"><p>BANNER</p></div>',
        '<div class="CybotCookiebotDialog">BANNER</div>',
        '<section aria-label="Om kakor">BANNER</section>',
        '<div class="skiptranslate">BANNER</div>',
        '<div id="google_translate_element"><button>BANNER</button></div>',
        "<div class=x><p>Vi använder kakor för att BANNER ska fungera.</p></div>",
    ],
)
def test_cookie_and_translation_banners_are_no_content(banner):
    assert zone_of(_page("<p>Text.</p>", before=banner), "BANNER") is None


def test_a_page_whose_wrapper_speaks_of_cookies_is_read():
    page = page_of('<div class="no-cookies-accepted sidebar-layout"><main><h1>Stöd</h1><p>Ring oss.</p></main></div>')
    assert in_zone(page, Zone.MAIN) == ["Ring oss."]


@pytest.mark.parametrize(
    "body",
    [
        "<div role=main><h1>Stöd</h1><p>TEXTEN</p></div><p>annat</p>",
        '<div id="content"><h1>Stöd</h1><p>TEXTEN</p></div><p>annat</p>',
        "<nav>Meny</nav><h1>Stöd</h1><div><p>TEXTEN</p></div><footer>Fot</footer>",
        "<main></main><div><h1>Stöd</h1><p>TEXTEN</p></div>",
    ],
)
def test_a_page_without_main_has_a_main_part_all_the_same(body):
    assert zone_of(page_of(body), "TEXTEN") is Zone.MAIN


def test_women_named_only_in_an_image_s_alternative_text_stand_in_no_other_zone():
    page = _page('<p>Stöd till alla. <img src=a.png alt="Kvinnor och tjejer i samtal"></p>')
    assert in_zone(page, Zone.ALT) == ["Kvinnor och tjejer i samtal"]
    assert "Kvinnor" not in " ".join(in_zone(page, Zone.MAIN))


def test_a_word_in_the_middle_of_a_sentence_breaks_no_block():
    page = _page("<p>Ring <b>oss</b> på <a href='tel:0101'>010-1</a>,<br>eller <span>skriv</span>.</p>")
    assert in_zone(page, Zone.MAIN) == ["Ring oss på 010-1, eller skriv."]


def test_two_line_breaks_part_a_block():
    assert in_zone(_page("<p>Först.<br><br>Sedan.</p>"), Zone.MAIN) == ["Först.", "Sedan."]


def test_soft_hyphens_and_no_break_spaces_part_no_word():
    page = _page("<p>prosti&shy;tution och&nbsp;porno\u200bgrafi, a\u030angest</p>")
    assert in_zone(page, Zone.MAIN) == ["prostitution och pornografi, ångest"]


def test_code_and_drawings_are_no_text():
    page = _page("<script>var prostitution = 1;</script><style>.x{}</style><svg><title>ikon</title></svg><p>Text.</p>")
    assert in_zone(page, Zone.MAIN) == ["Text."]
    assert in_zone(page, Zone.SCRIPT) == []


def test_what_can_be_chosen_from_a_list_is_read_each_choice_by_itself():
    page = _page("<label>Vad vill du prata om?</label><select><option>Våld<option>Annat</select>")
    assert in_zone(page, Zone.MAIN) == ["Vad vill du prata om?", "Våld", "Annat"]


def test_an_image_that_is_a_link_leads_where_the_link_does():
    page = _page('<a href="https://jour.test/"><img src="a.png" alt="Exempelås kvinnojour"></a><img alt="Trädet">')
    named, other = (block for block in page.blocks if block.zone is Zone.ALT)
    assert [page.links[link].href for link in named.links] == ["https://jour.test/"]
    assert other.links == ()
