"""Nothing invented stands beside a real name, and nothing invented goes without its mark."""

import io
import re
import zipfile

import pytest

from bredvid.report.data.datafile import DataFile
from bredvid.report.data.files import figure_csv, figure_json, figure_name
from bredvid.report.data.rendering import files_of
from bredvid.review.reads import questions_of, result_of, round_by_code

MARK = "DEMONSTRATION"


@pytest.fixture
def invented(released) -> list[DataFile]:
    return list(files_of(released["demo"], base_url="https://data.example/", contact_email="data@bredvid.example"))


def texts_in(file: DataFile) -> str:
    """All text of a file; a workbook is a zip archive of XML files."""
    if file.name.endswith(".sav"):
        # Texts stand in a system file as they are, among numbers.
        return file.content.decode(errors="ignore")
    if not file.name.endswith(".xlsx"):
        return file.content.decode()
    archive = zipfile.ZipFile(io.BytesIO(file.content))
    return "\n".join(archive.read(name).decode() for name in archive.namelist())


def names_in(text: str, names: list[str], *, beside: set[str]) -> set[str]:
    """Which names stand in the text as words of their own, once the words that may stand there are taken out."""
    for word in sorted(beside, key=len, reverse=True):
        text = text.replace(word, "")
    there = [name for name in names if name in text]  # a plain search first: most names are nowhere
    return {name for name in there if re.search(rf"\b{re.escape(name)}s?\b", text)}


def counties_and_groups(release) -> set[str]:
    rows = release.table("municipalities").records()
    return {str(row[name]) for row in rows for name in ("county_name", "group_sv", "group_en")}


def test_no_real_municipality_is_named_in_any_byte(invented, released, real_names):
    beside = counties_and_groups(released["demo"])
    for file in invented:
        assert not names_in(texts_in(file), real_names, beside=beside), file.name


def test_the_search_for_names_finds_one_that_is_there(released, real_names):
    beside = counties_and_groups(released["demo"])
    assert names_in("Umeå svarade, i Stockholms län", real_names, beside=beside) == {"Umeå"}


def test_no_real_organisation_is_named_in_any_byte(invented):
    for file in invented:
        assert not re.search(r"\bRoks\b|Unizon|\broks\.se", texts_in(file)), file.name


def test_every_file_is_marked(invented):
    for file in invented:
        text = texts_in(file)
        head, *rows = text.splitlines()
        if file.name.endswith(".csv"):
            assert file.name.startswith("DEMO-")
            assert head.startswith("round,demonstration,")
            assert all(row.startswith("demo,true,") for row in rows if row.startswith("demo,"))
        else:
            assert MARK in text, file.name


def test_no_file_of_a_real_round_bears_the_mark(released):
    for file in files_of(released["2025"], base_url="https://data.example/", contact_email="data@bredvid.example"):
        assert not file.name.startswith("DEMO-")
        assert MARK not in texts_in(file), file.name


@pytest.mark.django_db
def test_a_single_figure_is_marked_too(loaded):
    round_ = round_by_code("demo")
    result = result_of(round_, questions_of(round_).get(code="q2"))
    assert figure_name(result, "csv") == "DEMO-demo.q2.csv"
    assert all(row.startswith("demo,true,") for row in figure_csv(result).decode().splitlines()[1:])
    assert '"demonstration": true' in figure_json(result).decode()
