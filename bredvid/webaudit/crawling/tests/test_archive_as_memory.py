"""What a visit has done stands in the archive: it goes on after a kill, asks again only for what has changed."""

import contextlib

import pytest

from bredvid.webaudit.archive.warc_writer import ArchiveWriter
from bredvid.webaudit.crawling.records import kept_in
from bredvid.webaudit.crawling.shapes import Answer
from bredvid.webaudit.crawling.tests.web import (
    HTML,
    ROOT,
    StoppedClock,
    Web,
    archived,
    failures,
    page,
    redirect,
    visited,
)

LINKS = [(f"/stod/{letter}", "Stöd") for letter in "abcde"]
PAGES = {
    f"{ROOT}/": page(*LINKS, ("/vald", "Våld"), ("/trasig", "Stöd"), ("/bild", "Stöd")),
    **{f"{ROOT}{path}": page() for path, _ in LINKS},
    f"{ROOT}/stod/a": page(("/langre-in", "Hjälp")),
    f"{ROOT}/langre-in": page(),
    f"{ROOT}/vald": redirect("/stod/a"),
    f"{ROOT}/trasig": Answer("", problem="too-large"),
    f"{ROOT}/bild": Answer("", 200, problem="not-a-page"),
}


def killed(web, folder):
    with contextlib.suppress(KeyboardInterrupt):
        visited(web, folder)


@pytest.mark.parametrize("dies_at", range(2, 13))
def test_a_killed_crawl_goes_on_and_asks_for_nothing_twice(tmp_path, dies_at):
    (elsewhere := tmp_path / "whole").mkdir()
    visited(whole := Web(PAGES), elsewhere)
    killed(first := Web(PAGES, dies_at=dies_at), tmp_path)
    visited(second := Web(PAGES), tmp_path)
    together = [each.url for each in first.asked + second.asked]
    assert sorted(together) == sorted(each.url for each in whole.asked)
    assert len(together) == len(set(together))


def test_a_half_written_record_is_cut_off_and_its_page_asked_for_again(tmp_path):
    visited(Web(PAGES), tmp_path, pages=3)
    archive = tmp_path / "9001.warc.gz"
    whole = archive.read_bytes()
    last = list(kept_in(archive))[-2].offset
    archive.write_bytes(whole[: last + 40])
    visited(web := Web(PAGES), tmp_path)
    assert len(web.urls) > 0
    assert [kept.url for kept in archived(tmp_path) if kept.status == 200].count(f"{ROOT}/") == 1
    assert sum(kept.status == 200 for kept in archived(tmp_path)) == 7


def test_a_crawl_that_has_ended_asks_for_nothing_more(tmp_path):
    visited(Web(PAGES), tmp_path)
    before = (tmp_path / "9001.warc.gz").read_bytes()
    outcome = visited(web := Web(PAGES), tmp_path)
    assert (web.asked, outcome.ended, outcome.pages) == ([], "all", 7)
    assert (tmp_path / "9001.warc.gz").read_bytes() == before


def test_rules_older_than_a_day_are_asked_for_anew(tmp_path):
    class Tomorrow(StoppedClock):
        def stamp(self):
            return "2026-11-24T10:30:00Z"

    killed(Web(PAGES, dies_at=4), tmp_path)
    visited(web := Web(PAGES, clock=Tomorrow()), tmp_path)
    assert web.asked[0].url == f"{ROOT}/robots.txt"


def test_clicks_from_the_start_page_stand_with_each_page(tmp_path):
    visited(Web(PAGES), tmp_path)
    depths = {kept.url.removeprefix(ROOT): kept.depth for kept in archived(tmp_path) if kept.status == 200}
    assert (depths["/"], depths["/stod/b"], depths["/langre-in"]) == (0, 1, 2)


def unless(mark):
    def answer(headers):
        if headers.get("If-None-Match") == mark:
            return Answer("", 304)
        return page(("/stod/b", "Stöd"), headers=(("ETag", mark),))

    return answer


def test_what_has_not_changed_is_copied_from_the_earlier_archive(tmp_path):
    (before := tmp_path / "before").mkdir()
    (after := tmp_path / "after").mkdir()
    visited(Web({f"{ROOT}/": unless('"1"'), f"{ROOT}/stod/b": page()}), before)
    outcome = visited(
        Web({f"{ROOT}/": unless('"1"'), f"{ROOT}/stod/b": page()}), after, earlier=before / "9001.warc.gz"
    )
    start = archived(after)[0]
    assert (outcome.pages, outcome.unchanged) == (2, 1)
    assert (start.status, start.body) == (200, archived(before)[0].body)
    assert start.unchanged_since == archived(before)[0].fetched


def test_what_has_changed_is_the_new_page(tmp_path):
    (before := tmp_path / "before").mkdir()
    (after := tmp_path / "after").mkdir()
    visited(Web({f"{ROOT}/": unless('"1"')}), before)
    outcome = visited(web := Web({f"{ROOT}/": unless('"2"')}), after, earlier=before / "9001.warc.gz")
    assert web.asked[1].headers == {"If-None-Match": '"1"'}
    assert (outcome.unchanged, archived(after)[0].fields["etag"]) == (0, '"2"')


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("", 403, HTML, b"nej"), "blocked"), (Answer("", 404, HTML), "not-found-page"),
        (Answer("", 500), "server-error"), (Answer("", problem="dns"), "dns"),
        (Answer("", problem="timed-out"), "timed-out"), (Answer("", problem="not-reached"), "not-reached"),
        (Answer("", problem="too-large"), "too-large"),
    ],
)  # fmt: skip
def test_why_a_site_could_not_be_read_is_named(tmp_path, answer, reason):
    outcome = visited(Web({f"{ROOT}/": answer}), tmp_path)
    assert (outcome.ended, outcome.pages, outcome.failed) == (reason, 0, 1)


def test_the_response_that_refused_us_is_kept_as_proof(tmp_path):
    visited(Web({f"{ROOT}/": Answer("", 403, HTML, b"<p>nej</p>")}), tmp_path)
    [refusal] = archived(tmp_path)
    assert (refusal.status, refusal.body, failures(tmp_path)) == (403, b"<p>nej</p>", {})


def test_a_page_that_unpacks_without_end_is_named_and_not_kept(tmp_path):
    from bredvid.webaudit.farm.replies import gzip_bomb

    bomb = Answer("", 200, (*HTML, ("Content-Encoding", "gzip")), gzip_bomb(50))
    visited(Web({f"{ROOT}/": page(("/a", "Stöd")), f"{ROOT}/a": bomb}), tmp_path)
    assert failures(tmp_path) == {f"{ROOT}/a": "too-large"}


def test_the_archive_says_who_wrote_it_and_where_the_site_begins(tmp_path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    visited(Web(PAGES), tmp_path)
    with (tmp_path / "9001.warc.gz").open("rb") as file:
        [info] = [record.reader.read() for record in ArchiveIterator(file, record_types=WarcRecordType.warcinfo)]
    assert b"municipality: 9001\r\n" in info
    assert f"start: {ROOT}/\r\n".encode() in info


def test_a_broken_tail_of_any_length_leaves_the_whole_records(tmp_path):
    path = tmp_path / "9001.warc.gz"
    with ArchiveWriter(path, municipality="9001") as writer:
        writer.write(url=f"{ROOT}/", status=200, headers=dict(HTML), body=b"ett", fetched="2026-11-23T10:00:00Z")
        first = path.stat().st_size
        writer.write(url=f"{ROOT}/b", status=200, headers=dict(HTML), body=b"tva" * 100_000, fetched="")
    whole = path.read_bytes()
    for end in range(first + 1, len(whole), 37):
        path.write_bytes(whole[:end])
        ArchiveWriter(path).close()
        assert path.stat().st_size == first
    path.write_bytes(whole)
    ArchiveWriter(path).close()
    assert path.read_bytes() == whole
