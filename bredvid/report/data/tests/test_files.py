"""The files of a round as pages and commands take them."""

import json

import pytest
from django.utils.translation import override

from bredvid.report.data import files as door
from bredvid.report.data.codebook import codebook_table
from bredvid.report.data.rendering import files_of
from bredvid.review.models import PublishedFigure
from bredvid.review.reads import questions_of, result_of, round_by_code

HOW = {"base_url": "https://data.example/", "contact_email": "data@bredvid.example"}


def test_two_runs_give_the_same_bytes(release):
    first = files_of(release, **HOW)
    files_of.cache_clear()
    assert [(file.name, file.sha256) for file in files_of(release, **HOW)] == [(f.name, f.sha256) for f in first]


def test_the_language_of_the_reader_changes_no_byte(release):
    first = files_of(release, **HOW)
    files_of.cache_clear()
    with override("en"):
        assert [file.sha256 for file in files_of(release, **HOW)] == [file.sha256 for file in first]


def test_every_name_is_its_own_and_every_file_has_words_in_both_languages(files, release):
    assert len(files) == len(files_of(release, **HOW))
    assert all((f.title_sv, f.title_en, f.description_sv, f.description_en) for f in files.values())


def test_the_files_that_programs_look_for_have_the_names_they_look_for(files):
    assert {"datapackage.json", "catalog.rdf"} <= set(files)


def test_a_text_file_names_its_encoding(files):
    types = {file.content_type for file in files.values()}
    assert {"text/csv; charset=utf-8", "text/html; charset=utf-8", "application/rdf+xml"} <= types


def test_the_codebook_describes_every_other_table(release):
    assert release.table("codebook") == codebook_table(
        release.tables[:-1], round_code=release.code, demonstration=release.demonstration
    )


@pytest.mark.django_db
def test_the_written_files_are_the_served_files(loaded, tmp_path):
    round_ = round_by_code("2025")
    written = door.write_all(round_, tmp_path / "data")
    assert {path.name: path.read_bytes() for path in written} == {f.name: f.content for f in door.files_for(round_)}


@pytest.mark.django_db
def test_a_changed_round_gives_changed_files_at_once(loaded):
    round_ = round_by_code("2025")
    before = door.file_for(round_, "figures.csv").content
    PublishedFigure.objects.filter(round=round_, option__question__code="q2", option__code="ja").update(count=3)
    assert door.file_for(round_, "figures.csv").content != before


@pytest.mark.django_db
def test_an_unknown_file_is_named_in_the_error(loaded):
    with pytest.raises(door.NoSuchFile, match=r"2025 has no file 'secrets\.csv'"):
        door.file_for(round_by_code("2025"), "secrets.csv")


@pytest.mark.django_db
def test_the_catalogue_of_the_site_lists_real_rounds_only(loaded, monkeypatch):
    monkeypatch.setenv("BREDVID_BASE_URL", "https://bredvid.test")
    catalogue = door.site_catalogue().decode()
    assert "https://bredvid.test/2025/data/figures.csv" in catalogue
    assert "/demo/" not in catalogue


@pytest.mark.django_db
def test_one_question_can_be_had_alone_with_the_source_s_words_in_both_languages(loaded):
    round_ = round_by_code("2025")
    result = result_of(round_, questions_of(round_).get(code="q1"))
    figures = {row["option"]: row for row in json.loads(door.figure_json(result))["figures"]}
    assert figures["ifo-socialforvaltning"]["words_sv"] == "de flesta"
    assert figures["ifo-socialforvaltning"]["words_en"] == "most"
    assert figures["ifo-socialforvaltning"]["count"] is None
