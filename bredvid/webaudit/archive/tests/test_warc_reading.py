"""What an archive gives, and that no record in it can stop the others."""

import gzip
import zlib

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bredvid.webaudit.archive.bounds import LARGEST_BODY
from bredvid.webaudit.archive.http_bodies import unpacked
from bredvid.webaudit.archive.inputs import raws
from bredvid.webaudit.archive.tests.warcs import FETCHED, Warc
from bredvid.webaudit.archive.warc_writer import ArchiveWriter

SITE = "https://www.exempelkommun.test/"


@pytest.fixture
def warc(tmp_path):
    return Warc(tmp_path / "0180.warc.gz", info={"municipality": "0180", "start": SITE})


def _only(warc):
    (raw,) = raws(warc.save())
    return raw


def test_a_response_comes_out_with_all_that_the_crawl_knew(warc):
    marks = {"WARC-Bredvid-Municipality": "1480", "WARC-Bredvid-Depth": "2"}
    raw = _only(warc.page(SITE + "a", b"<p>x</p>", Content_Type="text/html; charset=utf-8", marks=marks))
    assert (raw.url, raw.body, raw.content_type, raw.charset) == (SITE + "a", b"<p>x</p>", "text/html", "utf-8")
    assert (raw.fetched, raw.municipality, raw.depth, raw.where) == (FETCHED, "1480", 2, "0180.warc.gz:2")


def test_the_start_page_and_the_municipality_are_known_by_the_file_s_own_words(warc):
    raw = _only(warc.page(SITE))
    assert (raw.municipality, raw.depth) == ("0180", 0)


def test_an_archive_of_others_is_known_by_its_name(tmp_path):
    assert _only(Warc(tmp_path / "1480-history.warc.gz").page(SITE)).municipality == "1480"


def test_an_address_that_gave_no_page_comes_out_with_its_reason(warc):
    raw = _only(warc.note(SITE + "a", b"reason: timed-out\r\n", WARC_Bredvid_Depth="3"))
    assert (raw.url, raw.problem, raw.depth, raw.body) == (SITE + "a", "timed-out", 3, b"")


def test_the_crawl_s_notes_robots_redirects_and_pictures_are_no_pages(warc):
    warc.note(SITE, b"User-agent: *\r\nreason: x", WARC_Bredvid_Note="robots").note(SITE, b"sitemap: x")
    warc.page(SITE + "robots.txt", b"Disallow: /", Content_Type="text/plain")
    warc.page(SITE + "a", status="301 Moved", Location="/b").page(SITE + "i.png", Content_Type="image/png")
    assert list(raws(warc.save())) == []


@pytest.mark.parametrize(
    ("status", "problem"),
    [("404 Not Found", "http-404"), ("500 Error", "http-500"), ("403 Forbidden", "blocked"), ("429 Many", "blocked")],
)
def test_an_answer_that_is_no_page_is_a_problem_and_never_a_text(warc, status, problem):
    raw = _only(warc.page(SITE, b"<p>Inget stod om prostitution</p>", status=status))
    assert (raw.problem, raw.body) == (problem, b"")


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("gzip", bytes),
    ],
)
def test_a_packed_body_is_unpacked(warc, encoding, pack):
    assert _only(warc.page(SITE, pack(b"<p>Text.</p>"), Content_Encoding=encoding)).body == b"<p>Text.</p>"


def test_a_body_in_a_packing_we_do_not_know_is_named(warc):
    assert _only(warc.page(SITE, b"\x0b\x02\x80", Content_Encoding="br")).problem == "not-text"


def test_a_gzip_bomb_is_unpacked_no_further_than_a_page_may_be(warc):
    bomb = gzip.compress(b"<p>Text.</p>" + b" " * 200_000_000, 9)
    assert len(_only(warc.page(SITE, bomb, Content_Encoding="gzip")).body) == LARGEST_BODY + 1


def test_a_bomb_of_the_archive_s_own_packing_is_read_no_further(warc):
    assert len(_only(warc.page(SITE, b" " * 50_000_000)).body) == LARGEST_BODY + 1


@pytest.mark.parametrize("cut", [1, 40, 150, 260, 330])
def test_an_archive_cut_off_within_its_last_record_gives_the_whole_ones(warc, cut):
    warc.page(SITE + "1").page(SITE + "2")
    warc.path.write_bytes(warc.bytes()[:-cut])
    first, *rest = raws(warc.path)
    assert (first.url, first.problem) == (SITE + "1", "")
    assert [raw.problem for raw in rest] in ([], ["broken-archive"]) or rest[0].body == b"<p>Text.</p>"


@pytest.mark.parametrize(
    "body",
    [b"", b"no archive at all" * 99, gzip.compress(b"no archive" * 99, mtime=0), b"WARC/1.1\r\n\r\n"],
    ids=["nothing", "text", "packed text", "a first line alone"],
)
def test_a_file_that_is_no_archive_is_named_and_raises_nothing(tmp_path, body):
    path = tmp_path / "0180.warc.gz"
    path.write_bytes(body)
    assert {raw.problem for raw in raws(path)} <= {"broken-archive"}


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2_000), st.binary(max_size=40))
def test_no_damage_raises(tmp_path, at, damage):
    warc = Warc(tmp_path / "0180.warc.gz", info={}).page(SITE + "1").page(SITE + "2").note(SITE, b"reason: robots")
    data = warc.bytes()
    warc.path.write_bytes(data[:at] + damage + data[at + len(damage) :])
    assert list(raws(warc.path)) == list(raws(warc.path))


@settings(max_examples=80)
@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "", "x" * 50]))
def test_no_body_raises(packed, encoding):
    body, problem = unpacked(packed, encoding)
    assert isinstance(body, bytes)
    assert problem in ("", "not-text")


def test_what_our_own_writer_wrote_is_read_back(tmp_path):
    path = tmp_path / "0180.warc.gz"
    writer = ArchiveWriter(path, municipality="0180")
    writer.info(fetched=FETCHED, municipality="0180", start=SITE)
    writer.write(url=SITE, status=200, headers={"Content-Type": "text/html"}, body=b"<p>x", fetched=FETCHED, depth=0)
    writer.fail(url=SITE + "a", reason="robots", fetched=FETCHED, depth=1)
    writer.close()
    page, failed = raws(path)
    assert (page.body, page.municipality, page.depth, page.fetched) == (b"<p>x", "0180", 0, FETCHED)
    assert (failed.problem, failed.municipality, failed.depth) == ("robots", "0180", 1)


def test_a_crawl_of_ours_that_was_killed_is_named_until_it_says_that_it_is_finished(tmp_path):
    ours = {"software": "Bredvid/1 (+a@exempelkommun.test)", "municipality": "9001", "start": SITE}
    warc = Warc(tmp_path / "9001.warc.gz", info=ours).page(SITE)
    assert [raw.problem for raw in raws(warc.save())] == ["", "unfinished"]
    warc.note(SITE, b"", WARC_Bredvid_Note="finished")
    assert [raw.problem for raw in raws(warc.save())] == [""]


def test_an_archive_of_others_need_not_say_that_it_is_finished(tmp_path):
    warc = Warc(tmp_path / "crawl.warc.gz", info={"software": "Other/2"}).page(SITE)
    assert [raw.problem for raw in raws(warc.save())] == [""]
