"""Out and in again without loss, accepted by the survey world's own tools."""

import io
import shutil
import zipfile

import pytest
from hypothesis import given, settings

from bredvid.review.documents import Row
from bredvid.review.forms import row_of
from bredvid.review.loading import ROUNDS
from bredvid.review.models import Questionnaire
from bredvid.review.questionnaire_documents import questionnaire_files, read_questionnaire
from bredvid.review.storing.questionnaires import store_questionnaire
from bredvid.review.tests.strategies import questionnaires
from bredvid.review.xlsform import export, read

SHIPPED = [*sorted(ROUNDS.glob("*/questionnaire.toml")), *questionnaire_files()]


def converted(content: bytes, *, by_java: bool = False) -> tuple[str, list[str]]:
    """The XForm that pyxform makes, and what it remarks on."""
    from pyxform.xls2xform import convert  # type: ignore[import-untyped]

    remarks: list[str] = []
    form = convert(io.BytesIO(content), warnings=remarks, validate=by_java, file_type=".xlsx")
    return form.xform, remarks


@given(questionnaires())
@settings(max_examples=60, deadline=None)
def test_any_questionnaire_comes_back_as_it_went_out(questionnaire: Row):
    content = export(questionnaire)
    imported = read(content, "form.xlsx")
    assert imported.questionnaire == questionnaire
    assert imported.warnings == []
    assert export(imported.questionnaire) == content


@given(questionnaires())
@settings(max_examples=25, deadline=None)
def test_any_questionnaire_is_accepted_by_pyxform(questionnaire: Row):
    xform, _remarks = converted(export(questionnaire))
    asked = sum(len(section["questions"]) for section in questionnaire["sections"])
    assert xform.count("bredvid:kind=") == asked


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_questionnaire_there_is_goes_out_and_comes_back(path):
    questionnaire = read_questionnaire(path)
    content = export(questionnaire)
    assert converted(content)[1] == []
    assert read(content, "form.xlsx").questionnaire == questionnaire


@pytest.mark.skipif(not shutil.which("java"), reason="ODK's validator needs Java (Debian: default-jre-headless)")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_questionnaire_there_is_passes_odks_own_validator(path):
    assert converted(export(read_questionnaire(path)), by_java=True)[1] == []


@given(questionnaires(most_questions=3))
@settings(max_examples=10, deadline=None)
def test_a_file_says_nothing_of_when_it_was_written(questionnaire: Row):
    with zipfile.ZipFile(io.BytesIO(export(questionnaire))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_stored_questionnaire_is_the_one_that_was_read(db, path):
    questionnaire = read_questionnaire(path)
    store_questionnaire(questionnaire)
    assert row_of(Questionnaire.objects.get()) == questionnaire


@pytest.mark.parametrize("text", ["Rad\r\n", "\x00", "_x000D_"])
def test_a_sign_that_a_spreadsheet_would_change_is_refused(text):
    with pytest.raises(ValueError, match="a form cannot hold"):
        export(read_questionnaire(SHIPPED[0]) | {"intro_sv": text})


def test_a_text_that_no_cell_holds_is_not_cut_in_silence():
    questionnaire = read_questionnaire(SHIPPED[0]) | {"intro_sv": "x" * 32_768}
    with pytest.raises(ValueError, match="a cell holds 32767 characters"):
        export(questionnaire)
