"""Folders and files: what is read, in which order, and to whom it belongs."""

import json

import pytest

from bredvid.webaudit.archive.files import pages_of_file
from bredvid.webaudit.archive.inputs import raws
from bredvid.webaudit.archive.shards import FILES_IN_A_SHARD, shards
from bredvid.webaudit.archive.tests.warcs import Warc

HOST = "https://www.exempelkommun.test/"


def test_a_folder_is_read_in_order_and_each_page_knows_its_municipality(tmp_path):
    for name in ("1480/b.html", "0180/stod/a.htm", "0180/c.txt", "0180/bild.png", "d.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = [(raw.url, raw.municipality, raw.content_type) for raw in raws(tmp_path)]
    assert found == [
        ("0180/c.txt", "0180", "text/plain"),
        ("0180/stod/a.htm", "0180", "text/html"),
        ("1480/b.html", "1480", "text/html"),
        ("d.pdf", "", "application/pdf"),
    ]


def test_a_number_longer_than_a_code_is_no_municipality(tmp_path):
    (tmp_path / "20261123.html").write_text("x")
    assert [raw.municipality for raw in raws(tmp_path / "20261123.html")] == [""]


def test_one_file_is_read_whatever_it_is_called(tmp_path):
    (tmp_path / "utkast").write_text("<p>x")
    assert [(raw.url, raw.content_type) for raw in raws(tmp_path / "utkast")] == [("utkast", "text/html")]


def test_a_path_that_is_not_there_is_said_in_one_line(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no such file or folder"):
        list(raws(tmp_path / "none"))


PAGES = [{"url": HOST + "a", "title": "A", "text": "Text."}, {"url": HOST + "b", "html": "<p>Text.</p>"}]


@pytest.mark.parametrize(
    "written", [json.dumps(PAGES), "\n".join(map(json.dumps, PAGES)), "\ufeff" + json.dumps(PAGES)]
)
def test_saved_pages_are_read_from_a_list_or_from_lines(tmp_path, written):
    (tmp_path / "pages.json").write_text(written, encoding="utf-8")
    first, second = raws(tmp_path)
    assert (first.url, first.title, first.text) == (HOST + "a", "A", "Text.")
    assert (second.url, second.body, second.content_type) == (HOST + "b", b"<p>Text.</p>", "text/html")


def test_one_object_is_one_page_with_an_address_by_its_path(tmp_path):
    (tmp_path / "page.json").write_text('{"text": "Text."}')
    (raw,) = raws(tmp_path)
    assert (raw.url, raw.where) == ("page.json#1", "page.json:1")


@pytest.mark.parametrize("line", ["{", "[1]", "7", '{"url": "x"}', '{"text": 3}', "[" * 100_000])
def test_a_line_that_is_no_page_is_named_and_the_next_is_read(tmp_path, line):
    (tmp_path / "pages.jsonl").write_text(line + '\n\n{"text": "Text."}\n')
    bad, good = raws(tmp_path)
    assert bad.problem in ("not-a-page",)
    assert good.text == "Text."


def test_half_characters_in_an_address_can_be_written_again(tmp_path):
    (tmp_path / "page.json").write_text('{"url": "x\\ud83d", "html": "a\\ud83db"}')
    (raw,) = raws(tmp_path)
    assert (raw.url, raw.body) == ("x?", b"a?b")


def test_an_endless_line_is_named_and_the_next_is_read(tmp_path):
    (tmp_path / "pages.jsonl").write_text('{"text": "' + "x" * 25_000_000 + '"}\n{"text": "Text."}\n')
    bad, good = raws(tmp_path)
    assert (bad.problem, good.text) == ("too-large", "Text.")


def test_a_file_that_is_gone_when_its_turn_comes_is_named(tmp_path):
    assert [raw.problem for raw in pages_of_file(tmp_path / "none.html")] == ["cannot-be-opened"]
    assert [raw.problem for raw in pages_of_file(tmp_path / "none.warc.gz")] == ["cannot-be-opened"]


def test_a_link_to_nothing_is_passed_over(tmp_path):
    (tmp_path / "a.html").symlink_to(tmp_path / "none.html")
    (tmp_path / "b.html").write_text("x")
    assert [raw.url for raw in raws(tmp_path)] == ["b.html"]


def test_shards_hold_each_page_once_and_in_order(tmp_path):
    for number in range(FILES_IN_A_SHARD + 3):
        (tmp_path / f"a{number:04}.html").write_text("x")
    Warc(tmp_path / "0180.warc.gz").page(HOST).save()
    Warc(tmp_path / "1480.warc.gz").page(HOST).save()
    parts = shards(tmp_path)
    assert [len(part.files) for part in parts] == [1, 1, FILES_IN_A_SHARD, 3]
    assert [raw for part in parts for raw in part.raws()] == list(raws(tmp_path))
    assert parts == shards(tmp_path)
