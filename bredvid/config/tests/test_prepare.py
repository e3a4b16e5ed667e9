"""`bredvid prepare`: everything that is due is done once; nothing is done twice; a change is noticed."""

import os
import subprocess
import sys

import pytest

from bredvid.config import fingerprints, steps
from bredvid.config.models import Preparation


def prepare(folder, **environment: str) -> "subprocess.CompletedProcess[str]":
    settings = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.development",
        "BREDVID_DATA": str(folder),
        "DATABASE_URL": "",
    }
    return subprocess.run(
        [sys.executable, "-m", "bredvid", "prepare"],
        env=os.environ | settings | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_an_empty_folder_is_filled_and_the_second_time_nothing_is_due(tmp_path):
    # Given an empty folder, when it is prepared twice
    first, second = prepare(tmp_path), prepare(tmp_path)
    # Then the first says what it did and the second has nothing to say
    assert first.returncode == 0, first.stderr
    assert "Preparing the database: done" in first.stderr
    assert "Loading the data of places: done" in first.stderr
    assert (tmp_path / "static" / "staticfiles.json").exists()
    assert (second.returncode, second.stdout + second.stderr) == (0, "")


def test_a_deleted_database_is_filled_again(tmp_path):
    prepare(tmp_path)
    for file in tmp_path.glob("bredvid.sqlite3*"):
        file.unlink()
    assert "Loading the data of review: done" in prepare(tmp_path).stderr


def test_a_database_that_cannot_be_reached_is_one_line_with_what_to_do(tmp_path):
    done = prepare(tmp_path, DATABASE_URL="sqlite:///nowhere/at/all.sqlite3")
    assert done.returncode == 1
    assert "Is DATABASE_URL right?" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
def test_data_are_loaded_again_when_their_files_have_changed(monkeypatch):
    # Given a database filled from the data as they are
    steps.load("places")
    assert steps.is_loaded("places")
    # When a file changes
    monkeypatch.setattr(fingerprints, "of_folders", lambda *folders: "another")
    # Then they are due
    assert not steps.is_loaded("places")
    assert Preparation.objects.filter(step="places").count() == 1


def test_a_fingerprint_tells_content_and_name_but_not_time(tmp_path):
    # Given a folder with data
    page = tmp_path / "data" / "towns.csv"
    page.parent.mkdir()
    page.write_text("a")
    before = fingerprints.of_folders(tmp_path)
    # When only the clock has moved on, it is the same; when a name or a byte changes, it is not
    os.utime(page, (1, 1))
    assert fingerprints.of_folders(tmp_path) == before
    page.write_text("b")
    changed = fingerprints.of_folders(tmp_path)
    page.rename(page.with_name("cities.csv"))
    assert len({before, changed, fingerprints.of_folders(tmp_path)}) == 3


def test_pages_and_tests_are_no_data(tmp_path):
    before = fingerprints.of_folders(tmp_path)
    for name in ("templates", "tests", "locale"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("x")
    assert fingerprints.of_folders(tmp_path) == before
