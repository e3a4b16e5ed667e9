"""The jobs `bredvid review questionnaire …`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bredvid.places.actions import load as load_places
from bredvid.review.actions import load
from bredvid.review.commands import commands
from bredvid.review.models import Fieldwork, Questionnaire
from bredvid.review.tests.makers import round_with, section
from bredvid.review.xlsform.tests.books import survey_of


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["questionnaire", *map(str, arguments)])


def form(label: str = "Fråga", version: int = 1) -> bytes:
    settings = [("form_title", "form_id", "version"), ("Prov", "prov", version)]
    return survey_of(("text", "q1", label), settings=settings)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "form.xlsx"


def test_what_is_imported_is_exported_and_imported_again_without_a_change(db, file, tmp_path):
    # Given a form that was imported
    file.write_bytes(form())
    assert "prov version 1, 1 questions: stored." in run("import", file).output
    # When it is exported
    out = tmp_path / "out.xlsx"
    assert run("export", "prov", out).output == f"prov version 1: written to {out}.\n"
    # Then importing that changes nothing, and exporting it gives the same bytes
    assert "there already, and the same; nothing is changed" in run("import", out).output
    again = tmp_path / "again.xlsx"
    run("export", "prov", again, "--version", 1)
    assert again.read_bytes() == out.read_bytes()
    assert Questionnaire.objects.count() == 1


def test_another_content_under_the_same_version_is_refused(db, file):
    file.write_bytes(form())
    run("import", file)
    file.write_bytes(form("Något annat"))
    refused = run("import", file)
    assert refused.exit_code == 1
    assert "prov version 1 is there already and says something else; raise the version to 2" in refused.output
    accepted = run("import", file, "--version", 2)
    assert accepted.exit_code == 0
    assert list(Questionnaire.objects.values_list("version", flat=True)) == [1, 2]


def test_every_mistake_is_told_by_its_place_and_nothing_is_stored(db, file):
    file.write_bytes(survey_of(("geopoint", "a", "A"), ("text", "b", "")))
    refused = run("import", file)
    assert refused.exit_code == 1
    assert refused.output.splitlines()[:2] == [
        "Error: form.xlsx was not imported:",
        "survey, row 2, column type: the type 'geopoint' cannot be used here; "
        "types are select_one, select_multiple, integer, decimal, date, text, note",
    ]
    assert not Questionnaire.objects.exists()


def test_what_is_done_without_is_told(db, file):
    file.write_bytes(form())
    assert "Note: survey, column label: 1 rows have no English text" in run("import", file, "--code", "x").output


@pytest.mark.parametrize("arguments", [("import", "gone.xlsx"), ("export", "prov", "/nowhere/form.xlsx")])
def test_a_file_that_is_not_there_is_one_line(db, arguments):
    section()
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert refused.output.endswith("No such file or directory\n")


def test_the_questionnaires_are_listed(db):
    assert "bredvid review load" in run("list").output
    section()
    assert json.loads(run("list", "--json").output) == [{"code": "prov", "version": 1, "questions": 0, "title": "Prov"}]
    assert "Prov" in run("list").output


def versions(*numbers: int) -> None:
    for number in numbers:
        Questionnaire.objects.create(code="prov", version=number, title_sv="Prov", title_en="Trial")


def exported(said: str, file: Path, *more: object) -> str:
    done = run("export", said, file, *more)
    assert done.exit_code == 0, done.output
    return done.output.partition(":")[0]


def test_a_round_in_the_field_comes_before_a_published_one_and_that_before_a_code(db, file):
    # Given a round "2025" with version 1, and version 3 as the newest
    place = section()
    round_with(place, frame=1, answered=1, code="2025")
    versions(2, 3)
    assert exported("2025", file) == "prov version 1"
    assert exported("prov", file) == "prov version 3"
    assert exported("prov", file, "--version", 2) == "prov version 2"
    # A year that has no round yet means the form to come.
    assert exported("2026", file) == "prov version 3"
    # When a round with that code goes into the field, its form is meant.
    Fieldwork.objects.create(
        code="2026", questionnaire=Questionnaire.objects.get(version=2), year=2026, title_sv="R", title_en="R"
    )
    assert exported("2026", file) == "prov version 2"


def test_the_form_of_the_round_to_come_is_accepted_by_pyxform(db, file):
    # Given the house as it ships
    load_places()
    load()
    newest = Questionnaire.objects.filter(code="kommungranskning").order_by("-version")[0]
    # When the form of 2026 is asked for
    assert exported("2026", file) == f"kommungranskning version {newest.version}"
    # Then it is one that other tools take, and that comes back as it is stored
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]

    assert convert(str(file)).xform
    assert "there already, and the same" in run("import", file).output


def test_a_code_that_cannot_be_one_is_refused(db, file):
    file.write_bytes(form())
    assert "'Ej En Kod' is no code" in run("import", file, "--code", "Ej En Kod").output


@pytest.mark.parametrize("arguments", [("2024",), ("gone",), ("prov", "--version", "9")])
def test_a_questionnaire_that_nobody_knows_is_one_line_with_the_ones_there_are(db, file, arguments):
    section()
    refused = run("export", arguments[0], file, *arguments[1:])
    assert refused.exit_code == 1
    assert "known questionnaires are prov 1" in refused.output
    assert not file.exists()
