"""The data package is accepted by frictionless, files and all."""

import json
from pathlib import Path

import frictionless
import pytest

from bredvid.report.data.rendering import files_of
from bredvid.report.data.tests.example import make_release


@pytest.fixture
def folder(tmp_path):
    for file in files_of(make_release(), base_url="https://bredvid.example/", contact_email="data@bredvid.example"):
        (tmp_path / file.name).write_bytes(file.content)
    return tmp_path


def validate(folder: Path) -> frictionless.Report:
    report: frictionless.Report = frictionless.validate(str(folder / "datapackage.json"))
    return report


def test_the_package_and_every_table_are_valid(folder):
    report = validate(folder)
    assert report.valid, report.flatten(["name", "type", "note"])
    assert [task.name for task in report.tasks] == ["municipalities", "figures", "questions", "options", "codebook"]


def test_a_changed_file_no_longer_fits_its_checksum(folder):
    path = folder / "DEMO-options.csv"
    path.write_bytes(path.read_bytes().replace(b"Ja", b"Jo"))
    assert "hash-count" in [error.type for task in validate(folder).tasks for error in task.errors]


def test_an_answer_that_no_option_lists_breaks_the_foreign_key(folder):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    for resource in descriptor["resources"]:
        resource.pop("hash")
        resource.pop("bytes")
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    path = folder / "DEMO-options.csv"
    path.write_text(path.read_text().replace(",nej,", ",nix,"))
    assert "foreign-key" in [error.type for task in validate(folder).tasks for error in task.errors]


def test_the_package_names_its_licence_its_source_and_that_it_is_invented(folder):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    assert descriptor["sources"] == [{"title": "En källa"}]
    assert descriptor["demonstration"] is True
