"""The codebook describes every column and every code of every table."""

import json

from selectolax.lexbor import LexborHTMLParser

from bredvid.report.data.codebook import codebook_html, codebook_json
from bredvid.report.data.read_me import read_me
from bredvid.report.data.tests.example import make_release

RELEASE = make_release()


def page() -> LexborHTMLParser:
    return LexborHTMLParser(codebook_html(RELEASE, read_me=read_me(RELEASE)).decode())


def test_every_column_of_every_table_has_an_entry_itself_included():
    described = {(row["table"], row["column"]) for row in RELEASE.table("codebook").records()}
    assert described == {(table.name, column.name) for table in RELEASE.tables for column in table.columns}


def test_every_code_has_an_entry_with_words_in_both_languages():
    rows = {(r["table"], r["column"], r["code"]): r for r in RELEASE.table("codebook").records()}
    for table in RELEASE.tables:
        for column in table.columns:
            for code in column.codes:
                assert rows[(table.name, column.name, code.code)]["title_sv"] == code.sv
                assert rows[(table.name, column.name, code.code)]["title_en"] == code.en


def test_the_page_asks_for_nothing_and_runs_nothing():
    html = page()
    assert not html.css("script, style, link, img, [style], [src]")


def test_the_page_tells_its_language_its_headers_and_its_captions():
    html = page()
    assert html.css('html[lang="sv"]')
    assert len(html.css("table > caption")) == len(RELEASE.tables)
    assert all("scope" in head.attributes for head in html.css("th"))


def test_the_page_of_an_invented_round_says_so_first():
    assert "DEMONSTRATION" in page().css("main p")[1].text()


def test_the_json_holds_the_same_codes():
    book = json.loads(codebook_json(RELEASE))
    figures = next(table for table in book["tables"] if table["name"] == "figures")
    missing = next(column for column in figures["columns"] if column["name"] == "missing")
    assert "silent" in [code["code"] for code in missing["codes"]]
