"""The page on open data names every table and every kind of file."""

import re
from pathlib import Path

import pytest

from bredvid.report.data.datafile import formats
from bredvid.report.data.dictionary import TABLES, entry_of

PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "open-data.md"


@pytest.mark.parametrize("table", TABLES)
def test_the_page_names_each_table_with_its_key(table):
    key = ", ".join(f"`{name}`" for name in entry_of(table)["primary_key"])
    assert re.search(rf"^\| `{table}` \|.*\| {re.escape(key)} \|$", PAGE.read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", [name for name, entry in formats().items() if "file" in entry and name != "csv"])
def test_the_page_names_each_file(name):
    # In bold and not as code: what stands as code on a page is a path in the repository.
    file = formats()[name]["file"].replace("{code}", r"\<round\>")
    assert f"**{file}**" in PAGE.read_text()
