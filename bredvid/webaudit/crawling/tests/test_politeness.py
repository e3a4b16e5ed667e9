"""We ask one thing at a time, slowly, and only what we may."""

from itertools import pairwise

import pytest

from bredvid.webaudit.crawling.asking import retry_after
from bredvid.webaudit.crawling.contact import ContactError, checked, user_agent
from bredvid.webaudit.crawling.shapes import Answer
from bredvid.webaudit.crawling.tests.web import ROOT, Web, archived, failures, page, robots, visited

START = {f"{ROOT}/": page(("/a", "Stöd"), ("/b", "Hjälp"), ("/c", "Bygglov"))}
PAGES = {**START, f"{ROOT}/a": page(), f"{ROOT}/b": page(), f"{ROOT}/c": page()}


def pauses(web):
    return [later.began - sooner.ended for sooner, later in pairwise(web.asked)]


def test_two_seconds_pass_after_every_answer_before_the_next_question(tmp_path):
    web = Web(PAGES)
    visited(web, tmp_path)
    assert len(web.asked) > 5
    assert min(pauses(web)) >= 2.0


def test_a_longer_crawl_delay_of_the_site_is_kept(tmp_path):
    web = Web({**PAGES, f"{ROOT}/robots.txt": robots("User-agent: *\nCrawl-delay: 7\n")})
    visited(web, tmp_path)
    assert min(pauses(web)[1:]) >= 7.0


def test_a_request_rate_of_the_site_is_kept(tmp_path):
    web = Web({**PAGES, f"{ROOT}/robots.txt": robots("User-agent: Bredvid\nRequest-rate: 1/9\n")})
    visited(web, tmp_path)
    assert min(pauses(web)[1:]) >= 9.0


def test_a_shorter_crawl_delay_makes_us_no_faster(tmp_path):
    web = Web({**PAGES, f"{ROOT}/robots.txt": robots("User-agent: *\nCrawl-delay: 0.1\n")})
    visited(web, tmp_path)
    assert min(pauses(web)) >= 2.0


def test_robots_txt_is_the_first_thing_asked_for(tmp_path):
    web = Web(PAGES)
    visited(web, tmp_path)
    assert web.asked[0].url == f"{ROOT}/robots.txt"


def test_what_robots_txt_forbids_is_not_asked_for_and_is_named(tmp_path):
    web = Web({**PAGES, f"{ROOT}/robots.txt": robots("User-agent: *\nDisallow: /a\n")})
    visited(web, tmp_path)
    assert f"{ROOT}/a" not in web.urls
    assert failures(tmp_path) == {f"{ROOT}/a": "robots"}


def test_what_robots_txt_allows_inside_what_it_forbids_is_asked_for(tmp_path):
    rules = robots("User-agent: *\nDisallow: /stod\nAllow: /stod/oppet\n")
    links = page(("/stod/oppet", "Stöd"), ("/stod/stangt", "Stöd"))
    web = Web({f"{ROOT}/": links, f"{ROOT}/stod/oppet": page(), f"{ROOT}/robots.txt": rules})
    visited(web, tmp_path)
    assert web.urls == [f"{ROOT}/", f"{ROOT}/stod/oppet"]


def test_a_site_that_forbids_all_is_left_alone_and_the_reason_stands_in_the_archive(tmp_path):
    web = Web({**PAGES, f"{ROOT}/robots.txt": robots("User-agent: Bredvid\nDisallow: /\n")})
    outcome = visited(web, tmp_path)
    assert (outcome.ended, outcome.pages, web.urls) == ("robots", 0, [])
    assert failures(tmp_path) == {f"{ROOT}/": "robots"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [(Answer("", 503), "server-error"), (Answer("", problem="timed-out"), "timed-out"), (Answer("", 429), "blocked")],
)
def test_where_the_rules_cannot_be_learnt_nothing_is_asked_for(tmp_path, answer, reason):
    web = Web({**PAGES, f"{ROOT}/robots.txt": answer})
    assert visited(web, tmp_path).ended == reason
    assert web.urls == []


def test_a_site_without_robots_txt_is_read(tmp_path):
    assert visited(Web(PAGES), tmp_path).pages == 4


def test_a_busy_page_is_asked_for_again_after_the_time_it_asks_for(tmp_path):
    answers = iter([Answer("", 503, (("Retry-After", "40"),)), page()])
    web = Web({f"{ROOT}/": page(("/a", "Stöd")), f"{ROOT}/a": lambda headers: next(answers)})
    visited(web, tmp_path)
    first, second = (each for each in web.asked if each.url.endswith("/a"))
    assert second.began - first.ended >= 40
    assert [kept.status for kept in archived(tmp_path)] == [200, 200]


def test_a_site_that_asks_us_to_come_back_tomorrow_is_left(tmp_path):
    web = Web({**PAGES, f"{ROOT}/a": Answer("", 503, (("Retry-After", "86400"),))})
    assert visited(web, tmp_path).ended == "come-back-later"


def test_what_fails_is_tried_three_times_with_longer_and_longer_pauses(tmp_path):
    web = Web({f"{ROOT}/": page(("/a", "Stöd")), f"{ROOT}/a": Answer("", problem="timed-out")})
    visited(web, tmp_path)
    first, second, third = (each for each in web.asked if each.url.endswith("/a"))
    assert third.began - second.ended > second.began - first.ended > 2.0
    assert failures(tmp_path) == {f"{ROOT}/a": "timed-out"}


def test_a_site_that_begins_to_refuse_us_is_left_after_a_few_refusals(tmp_path):
    links = [(f"/stod/{letter}", "Stöd") for letter in "abcdefghijklmnop"]
    refused = {f"{ROOT}{path}": Answer("", 403) for path, _ in links}
    outcome = visited(web := Web({f"{ROOT}/": page(*links), **refused}), tmp_path)
    assert (outcome.ended, outcome.reasons) == ("blocked", {"blocked": len(links)})
    assert len(web.urls) == 7


def test_what_a_visit_cut_short_would_have_read_is_named(tmp_path):
    busy = Answer("", 503, (("Retry-After", "86400"),))
    web = Web({f"{ROOT}/": page(("/a", "Stöd"), ("/b", "Hjälp")), f"{ROOT}/a": busy})
    visited(web, tmp_path)
    assert failures(tmp_path) == {f"{ROOT}/a": "come-back-later", f"{ROOT}/b": "come-back-later"}


def test_a_visit_that_takes_all_day_ends(tmp_path):
    web = Web(PAGES, took=3600)
    assert visited(web, tmp_path, hours=3).ended == "out-of-time"
    assert "out-of-time" in failures(tmp_path).values()


def test_the_time_a_server_asks_for_may_be_a_date():
    assert retry_after("Mon, 23 Nov 2026 10:05:00 GMT", "2026-11-23T10:00:00Z") == 300
    assert retry_after("i morgon", "2026-11-23T10:00:00Z") == 0


def test_our_name_carries_an_address_to_turn_to():
    assert user_agent("0.1", checked("webb@roks.example")) == "Bredvid/0.1 (+webb@roks.example)"


@pytest.mark.parametrize("contact", ["", "nobody", "a@b", "x@y.example\r\nX: 1", "å@roks.example"])
def test_an_address_that_nobody_can_turn_to_is_refused(contact):
    with pytest.raises(ContactError):
        checked(contact)
