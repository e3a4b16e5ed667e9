"""Help pages first, within the budget, and only the site's own pages."""

import pytest

from bredvid.webaudit.crawling.addresses import address_of, is_page
from bredvid.webaudit.crawling.bodies import in_sitemap
from bredvid.webaudit.crawling.frontier import PER_CALENDAR, PER_PATTERN
from bredvid.webaudit.crawling.shapes import Answer, Site
from bredvid.webaudit.crawling.tests.web import HOST, ROOT, SITE, Web, failures, page, redirect, robots, visited
from bredvid.webaudit.crawling.words import promise


def test_the_way_to_help_is_walked_before_everything_else(tmp_path):
    web = Web({
        f"{ROOT}/": page(("/bygglov", "Bygglov"), ("/nyheter", "Nyheter"), ("/omsorg", "Omsorg och hjälp")),
        f"{ROOT}/omsorg": page(("/omsorg/avgift", "Avgifter"), ("/omsorg/vald", "Våld och hot")),
        f"{ROOT}/omsorg/vald": page(("/omsorg/vald/sida-4.5", "Utsatt i prostitution")),
    })  # fmt: skip
    visited(web, tmp_path, pages=4)
    assert web.urls[:4] == [f"{ROOT}/", f"{ROOT}/omsorg", f"{ROOT}/omsorg/vald", f"{ROOT}/omsorg/vald/sida-4.5"]


def test_minutes_promise_less_than_guidance_with_the_same_word():
    assert promise("Stöd", "/protokoll/stod") < promise("Stöd", "/omsorg/stod")


def test_no_more_pages_are_kept_than_the_budget_allows(tmp_path):
    links = [(f"/stod/{letter}", "Stöd") for letter in "abcdefgh"]
    web = Web({f"{ROOT}/": page(*links), **{f"{ROOT}{path}": page() for path, _ in links}})
    outcome = visited(web, tmp_path, pages=5)
    assert (outcome.pages, outcome.ended, len(web.urls)) == (5, "budget", 5)


def test_a_larger_budget_later_goes_on_where_the_smaller_ended(tmp_path):
    links = [(f"/stod/{letter}", "Stöd") for letter in "abcdefgh"]
    pages = {f"{ROOT}/": page(*links), **{f"{ROOT}{path}": page() for path, _ in links}}
    visited(first := Web(pages), tmp_path, pages=5)
    visited(second := Web(pages), tmp_path, pages=7)
    assert len(second.urls) == 2
    assert not set(first.urls) & set(second.urls)


@pytest.mark.parametrize(
    "href",
    [
        "http://annan.test/stod", f"https://sub.{HOST}/stod", "mailto:stod@x.test", "tel:112", "/sok?q=stod",
        "/logga-in",
        "/bilder/stod.JPG", "/film/stod.mp4", "javascript:stod()",
        "/stod/blankett.docx", "//annan.test/stod", "http://[",
    ],
)  # fmt: skip
def test_what_is_no_page_of_the_site_is_never_asked_for(tmp_path, href):
    web = Web({f"{ROOT}/": page((href, "Stöd vid våld"))})
    visited(web, tmp_path)
    assert web.urls == [f"{ROOT}/"]


def test_an_alias_of_the_site_is_the_site(tmp_path):
    site = Site("9001", "x", f"{ROOT}/", SITE.hosts | {"exempel.test"})
    web = Web({f"{ROOT}/": page(("https://www.exempel.test/stod", "Stöd")), "https://exempel.test/stod": page()})
    visited(web, tmp_path, site=site)
    assert web.urls == [f"{ROOT}/", "https://exempel.test/stod"]


@pytest.mark.parametrize(
    "href",
    [
        "/stod#kontakt", f"http://{HOST}/stod", f"https://{HOST.upper()}/stod", f"https://www.{HOST}:443/stod",
        "/stod?utm_source=x", "/stod;jsessionid=12AB", "/stod?PHPSESSID=1&fbclid=2", "//www." + HOST + "/./a/../stod",
        "/st%6Fd",
    ],
)  # fmt: skip
def test_one_page_under_several_addresses_is_asked_for_once(tmp_path, href):
    web = Web({f"{ROOT}/": page(("/stod", "Stöd"), (href, "Stöd igen")), f"{ROOT}/stod": page()})
    visited(web, tmp_path)
    assert web.urls == [f"{ROOT}/", f"{ROOT}/stod"]


def test_a_page_on_how_to_seek_help_is_no_search(tmp_path):
    web = Web({f"{ROOT}/": page(("/sok-hjalp", "Sök hjälp"), ("/sok", "Sök"))})
    visited(web, tmp_path)
    assert web.urls == [f"{ROOT}/", f"{ROOT}/sok-hjalp"]


def test_swedish_letters_in_an_address_are_one_address_however_they_are_written():
    assert address_of("https://x.test/stöd") == address_of("https://x.test/st%C3%B6d")


def test_a_query_that_says_which_page_it_is_stays():
    address = address_of("https://x.test/sida?id=12&sv.url=7&sid=9")
    assert address is not None
    assert address.rest == "/sida?id=12&sv.url=7"
    assert is_page(address)


def test_a_redirect_is_followed_within_the_site(tmp_path):
    web = Web({f"{ROOT}/": page(("/vald", "Våld")), f"{ROOT}/vald": redirect("/nytt"), f"{ROOT}/nytt": page()})
    assert visited(web, tmp_path).pages == 2
    assert failures(tmp_path) == {}


def test_a_redirect_to_www_or_https_makes_that_the_habit(tmp_path):
    site = Site("9001", "x", f"http://{HOST}/", SITE.hosts)
    web = Web({f"http://{HOST}/": redirect(f"{ROOT}/"), f"{ROOT}/": page(("/stod", "Stöd")), f"{ROOT}/stod": page()})
    visited(web, tmp_path, site=site)
    assert web.urls == [f"http://{HOST}/", f"{ROOT}/", f"{ROOT}/stod"]


@pytest.mark.parametrize("target", ["/loop", "/stod", f"http://{HOST}/stod"])
def test_redirects_without_end_are_named(tmp_path, target):
    web = Web({
        f"{ROOT}/": page(("/stod", "Stöd")), f"{ROOT}/stod": redirect(target), f"{ROOT}/loop": redirect("/stod"),
        f"http://{HOST}/stod": redirect(f"{ROOT}/stod"),
    })  # fmt: skip
    visited(web, tmp_path)
    assert list(failures(tmp_path).values()) == ["redirect-loop"]


def test_redirects_that_always_go_further_are_bounded(tmp_path):
    web = Web({f"{ROOT}/": page(("/r/0", "Stöd")), **{f"{ROOT}/r/{n}": redirect(f"/r/{n + 1}") for n in range(99)}})
    visited(web, tmp_path)
    assert len(web.urls) == 7
    assert list(failures(tmp_path).values()) == ["redirect-loop"]


def test_a_start_page_that_leads_to_another_site_is_named(tmp_path):
    outcome = visited(Web({f"{ROOT}/": redirect("https://annan.test/")}), tmp_path)
    assert outcome.ended == "other-site"


def test_an_endless_calendar_is_left_after_a_few_addresses(tmp_path):
    def month(number):
        return page((f"/kalender?month={number + 1}", "Nästa: stöd"), (f"/kalender/2026/{number}", "Stöd"))

    web = Web({f"{ROOT}/": month(0), **{f"{ROOT}/kalender?month={n}": month(n) for n in range(500)}})
    visited(web, tmp_path, pages=300)
    assert len(web.urls) <= 1 + 2 * PER_CALENDAR


def test_ten_thousand_numbered_links_do_not_eat_the_budget(tmp_path):
    links = [(f"/lista/stod-{number}", "Stöd och hjälp") for number in range(10_000)]
    numbered = {f"{ROOT}{path}": page() for path, _ in links}
    web = Web({f"{ROOT}/": page(*links, ("/bygglov", "Bygglov")), f"{ROOT}/bygglov": page(), **numbered})
    visited(web, tmp_path, pages=300)
    assert f"{ROOT}/bygglov" in web.urls
    assert len(web.urls) == 2 + PER_PATTERN


def test_what_only_the_sitemap_knows_is_read(tmp_path):
    sitemap = Answer("", 200, (), f"<urlset><url><loc>{ROOT}/gomd</loc></url></urlset>".encode())
    web = Web({f"{ROOT}/": page(), f"{ROOT}/sitemap.xml": sitemap, f"{ROOT}/gomd": page()})
    visited(web, tmp_path)
    assert web.urls == [f"{ROOT}/", f"{ROOT}/gomd"]


def test_the_sitemaps_that_robots_txt_names_are_read_and_no_others_host(tmp_path):
    rules = robots(f"Sitemap: {ROOT}/karta.xml\nSitemap: https://annan.test/karta.xml\n")
    sitemap = Answer("", 200, (), f"<loc>{ROOT}/gomd</loc>".encode())
    web = Web({f"{ROOT}/": page(), f"{ROOT}/robots.txt": rules, f"{ROOT}/karta.xml": sitemap, f"{ROOT}/gomd": page()})
    visited(web, tmp_path)
    assert f"{ROOT}/gomd" in web.urls
    assert not any("annan" in each.url for each in web.asked)


def test_a_sitemap_may_be_an_index_or_a_plain_list():
    assert in_sitemap(b"<sitemapindex><sitemap><loc>https://a.test/1&amp;2</loc>") == (True, ["https://a.test/1&2"])
    assert in_sitemap(b"https://a.test/1\nhttps://a.test/2\n") == (False, ["https://a.test/1", "https://a.test/2"])
