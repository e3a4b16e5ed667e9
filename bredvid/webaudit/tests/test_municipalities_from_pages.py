"""From pages to a municipality: section 4 of the page of rules. Every site is invented, unless only a host is asked."""

import itertools
from dataclasses import replace

import pytest

from bredvid.webaudit.judging.duplicates import once_each
from bredvid.webaudit.judging.municipalities import key_of, name_of
from bredvid.webaudit.judging.pages import unread
from bredvid.webaudit.judging.site import is_too_much
from bredvid.webaudit.judging.sites import judge_sites
from bredvid.webaudit.shapes import INDICATORS, Raw, State
from bredvid.webaudit.tests.makers import judged

HOST = "https://www.exempel.test"
NAMED = "Är du utsatt i prostitution?"


def a_page(path, text, **about):
    return judged(text, url=f"{HOST}{path}", municipality="9001", **about)


def a_failure(path, reason="timed-out"):
    return unread(Raw(f"{HOST}{path}", municipality="9001"), reason)


def start(text="Välkommen", *links):
    return a_page("/", text, kind="start", links=[f"{HOST}{link}" for link in links])


def site(*pages):
    return judge_sites(pages)["9001"]


def test_the_best_page_gives_the_verdict_with_its_address_and_time():
    found = site(start(), a_page("/a", "Sexköp är ett brott."), a_page("/b", NAMED)).verdicts["W1"]
    assert (found.state, found.quote, found.url) == (State.FOUND, NAMED, f"{HOST}/b")
    assert found.fetched == "2026-11-20T10:00:00Z"


def test_an_unclear_page_comes_before_one_that_is_not_found():
    found = site(start(), a_page("/a", "Bygglov"), a_page("/b", "Sexköp är ett brott.")).verdicts["W1"]
    assert (found.state, found.reason, found.url) == (State.UNCLEAR, "only-purchase", f"{HOST}/b")


def test_not_found_shows_a_passage_where_there_is_one_and_no_address_where_there_is_none():
    assert site(start(), a_page("/n", NAMED, kind="news")).verdicts["W1"].url == f"{HOST}/n"
    assert site(start(), a_page("/n", "Bygglov")).verdicts["W1"].url == ""


def test_words_in_every_footer_are_one_fact_carried_by_the_first_address():
    found = site(start("{footer} Prostitution"), *(a_page(f"/{name}", "{footer} Prostitution") for name in "ab"))
    assert found.verdicts["W1"].reason == "outside-content"
    assert found.verdicts["W1"].url == f"{HOST}/"


def test_forms_may_come_from_several_relevant_pages():
    pages = a_page("/a", f"{NAMED} Sugardejting."), a_page("/b", f"{NAMED} Escort.")
    found = site(start(), *pages).verdicts["W3"]
    assert (found.state, found.reason, found.value) == (State.FOUND, "forms-named", ("escort", "sugar"))
    assert "Sugardejting" in found.quote


def test_forms_of_pages_that_are_not_relevant_are_not_put_together():
    found = site(start(), a_page("/a", "Sugardejting."), a_page("/b", "Ibland kallas det escort.")).verdicts["W3"]
    assert (found.state, found.reason) == (State.UNCLEAR, "one-form")


def test_the_first_relevant_page_is_the_one_with_the_fewest_clicks():
    near = a_page("/z", f"{NAMED} Kvinnor och tjejer får stöd.")
    far = a_page("/a", f"{NAMED} Personer får stöd.")
    middle = a_page("/m", "Stöd", links=[f"{HOST}/a"])
    assert site(start("Hej", "/z", "/m"), near, middle, far).verdicts["W4"].url == f"{HOST}/z"


def test_among_equally_near_pages_the_first_address_is_the_first():
    pages = a_page("/b", f"{NAMED} Personer."), a_page("/a", f"{NAMED} Kvinnor och tjejer.")
    assert site(start("Hej", "/b", "/a"), *pages).verdicts["W4"].url == f"{HOST}/a"


def test_buyers_on_one_relevant_page_outweigh_another_that_keeps_them_apart():
    mixed = a_page("/b", f"{NAMED} Köper du sex?")
    assert site(start(), a_page("/a", NAMED), mixed).verdicts["W12"].reason == "speaks-to-buyers"
    assert site(start(), a_page("/a", NAMED)).verdicts["W12"].state is State.FOUND


def test_the_way_is_counted_from_the_start_page():
    steps = [start("Hej", "/1")]
    steps += [a_page(f"/{step}", "Stöd", links=[f"{HOST}/{step + 1}"]) for step in (1, 2)]
    found = site(*steps, a_page("/3", NAMED)).verdicts["W10"]
    assert (found.state, found.value, found.url) == (State.FOUND, 3, f"{HOST}/3")


def test_www_scheme_and_a_last_slash_make_no_other_page():
    linked = a_page("/", "Hej", kind="start", links=["http://exempel.test/stod/#a"])
    assert site(linked, a_page("/stod", NAMED)).verdicts["W10"].value == 1


def test_a_page_that_no_link_leads_to_is_not_near():
    assert site(start(), a_page("/stod", NAMED)).verdicts["W10"].reason == "no-way"


def test_without_a_start_page_the_way_is_unknown():
    assert site(a_page("/stod", NAMED)).verdicts["W10"].reason == "start-unknown"


def test_without_a_relevant_page_there_is_nothing_to_judge_and_no_way():
    verdicts = site(start(), a_page("/a", "Sexköp är ett brott.")).verdicts
    assert {verdicts[each].reason for each in ("W4", "W5", "W9", "W11", "W12")} == {"nothing-to-judge"}
    assert (verdicts["W8"].state, verdicts["W10"].reason) == (State.NOT_FOUND, "no-relevant-page")


@pytest.mark.parametrize(("failed", "tried", "too_much"), [(1, 11, False), (1, 10, False), (1, 9, True), (0, 1, False)])
def test_a_tenth_of_the_addresses_may_fail(failed, tried, too_much):
    assert is_too_much(failed, tried) is too_much


def test_a_site_that_was_read_in_part_is_never_not_found():
    read = site(start(), a_page("/a", "Bygglov"), a_failure("/b"))
    assert (read.state, read.pages, read.failed) == ("partly read", 3, 1)
    for indicator in INDICATORS:
        assert read.verdicts[indicator].state is State.NOT_CHECKED, indicator
        assert read.verdicts[indicator].reason == "timed-out"


def test_what_is_there_is_there_also_when_a_site_was_read_in_part():
    verdicts = site(start(), a_page("/a", NAMED), a_failure("/b")).verdicts
    assert verdicts["W1"].state is State.FOUND
    assert verdicts["W6"].state is State.NOT_CHECKED


def test_a_tenth_failed_is_a_site_that_was_read():
    read = site(start(), *(a_page(f"/{number}", "Bygglov") for number in range(8)), a_failure("/b"))
    assert (read.state, read.pages, read.failed) == ("read", 10, 1)
    assert read.verdicts["W1"].state is State.NOT_FOUND


def test_a_start_page_that_failed_gives_its_reason_however_much_else_was_read():
    pages = [a_page(f"/{number}", "Bygglov") for number in range(30)]
    read = site(a_failure("/", "blocked"), *pages)
    assert (read.state, read.verdicts["W1"].reason) == ("partly read", "blocked")


def test_a_site_of_which_nothing_was_read_says_why():
    read = site(a_failure("/", "robots"))
    assert (read.state, read.pages, read.failed) == ("robots", 1, 1)
    assert {verdict.state for verdict in read.verdicts.values()} == {State.NOT_CHECKED}


def test_a_site_where_every_address_is_gone_is_not_read_either():
    assert site(a_failure("/a", "http-404")).state == "http-404"


def test_addresses_that_are_gone_are_no_failure_of_the_site():
    read = site(start(), *(a_failure(f"/{number}", "http-404") for number in range(5)))
    assert (read.state, read.failed) == ("read", 0)


def test_the_commonest_reason_is_told():
    read = site(start(), a_failure("/a", "timed-out"), a_failure("/b", "blocked"), a_failure("/c", "timed-out"))
    assert read.verdicts["W1"].reason == "timed-out"


def test_files_that_come_from_no_crawl_are_all_there_is():
    assert judge_sites([judged("Bygglov", url="a.txt")])["unknown"].verdicts["W1"].state is State.NOT_FOUND


def test_the_verdicts_are_the_same_whatever_order_the_pages_come_in():
    pages = [start("Hej", "/a"), a_page("/a", NAMED), a_page("/b", f"{NAMED} Escort."), a_failure("/c")]
    results = [site(*order) for order in itertools.permutations(pages)]
    assert all(result == results[0] for result in results)


def test_of_an_address_read_twice_the_latest_that_could_be_read_stands():
    old, new = judged("Bygglov"), judged(NAMED)
    failed = unread(Raw(old.url, fetched="2027-01-01T00:00:00Z", municipality=""), "timed-out")
    newer = judged(NAMED, published="2026-01-01")
    assert once_each([old, failed]) == [old]
    assert once_each([new, newer]) == once_each([newer, new])


def test_saved_pages_of_one_address_stand_each_for_itself():
    pages = [replace(judged(text), fetched="") for text in ("Bygglov", NAMED)]
    assert len(once_each(pages)) == 2
    assert once_each(pages) == once_each(reversed(pages))


@pytest.mark.parametrize(
    ("url", "given", "key"),
    [
        ("https://www.stockholm.se/a", "", "0180"),
        ("https://start.stockholm/a", "", "0180"),
        ("https://bygg.stockholm.se/a", "", "0180"),
        ("https://notstockholm.se/a", "", "notstockholm.se"),
        ("https://exempel.test/a", "9001", "9001"),
        ("https://www.exempel.test/a", "", "exempel.test"),
        ("0180/a.txt", "0180", "0180"),
        ("a.txt", "", "unknown"),
    ],
)
def test_a_page_belongs_to_what_the_archive_says_else_to_its_host_else_to_nobody_known(url, given, key):
    assert key_of(url, given) == key


def test_the_name_is_the_municipalitys_own():
    assert name_of("0180", ["https://www.stockholm.se/a"]) == "Stockholm"
    assert name_of("0180", ["0180/a.txt"]) == "Stockholm"


@pytest.mark.parametrize("host", ["https://0180.exempelkommun.test/", "http://127.0.0.1:8000/", "https://a.example/"])
def test_what_is_found_on_an_invented_host_never_stands_beside_a_real_name(host):
    assert name_of("0180", [host]) not in ("Stockholm", "")


@pytest.mark.parametrize("cut", ["unfinished", "broken-archive"])
def test_what_an_archive_that_was_cut_short_lacks_is_not_not_found(cut):
    pages = [a_page(f"/{number}", "Bygglov") for number in range(30)]
    end = unread(Raw("", municipality="9001", where="9001.warc.gz"), cut)
    verdicts = site(start(NAMED), *pages, end).verdicts
    assert verdicts["W1"].state is State.FOUND
    assert (verdicts["W2"].state, verdicts["W2"].reason) == (State.NOT_CHECKED, cut)
