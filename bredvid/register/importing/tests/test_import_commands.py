"""`bredvid register import` and `import-map`: the same as the pages do, in one line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bredvid.accounts.models import ActivityEntry
from bredvid.register.commands import commands
from bredvid.register.importing.tests.makers import HEAD, ROWS, sheet
from bredvid.register.models import Contact, SheetImport
from bredvid.register.tests.makers import staff_of, unit
from bredvid.sheets.tests.makers import csv_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours():
    return unit()


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def run(folder: Path, *words: str, data: bytes = b"", name: str = "import") -> Result:
    path = folder / "statistik.csv"
    path.write_bytes(data)
    return CliRunner().invoke(commands, [name, str(path), *words])


def test_a_sheet_is_brought_in_and_again_adds_nothing(ours, folder):
    first = run(folder, "--unit", ours.organisation_id, data=sheet())
    assert first.exit_code == 0, first.output
    assert "Added: 4 contacts." in first.output
    assert "Nothing was written." in run(folder, "--unit", ours.organisation_id, data=sheet()).output
    assert (Contact.objects.count(), SheetImport.objects.count()) == (4, 1)


def test_a_check_writes_nothing(ours, folder):
    assert "4" in run(folder, "--unit", ours.organisation_id, "--check", data=sheet()).output
    assert not Contact.objects.exists()


def test_rows_not_understood_are_left_out_told_and_listed(ours, folder):
    data = sheet(ROWS[0], ["2024-13-05", *ROWS[0][1:]])
    errors = folder / "fel.csv"
    done = run(folder, "--unit", ours.organisation_id, "--errors", str(errors), data=data)
    assert done.exit_code == 1
    assert Contact.objects.count() == 1
    assert "A3" in errors.read_text("utf-8-sig")


def test_a_mapping_is_written_changed_and_used(ours, folder):
    # Given a sheet with a column that only its cells speak for, and a word that nobody knows
    data = csv_of([["Datum", "Hur", "Namn"], ["2024-03-05", "Telefon", "A"], ["2024-03-06", "Chatt", "B"]])
    written = run(folder, data=data, name="import-map")
    assert "LEFT OUT: Namn" in written.output
    # When the mapping is read through and used
    path = folder / "map.toml"
    path.write_text(written.output, "utf-8")
    run(folder, "--unit", ours.organisation_id, "--map", str(path), data=data)
    # Then the column is read
    assert sorted(Contact.objects.values_list("channel", flat=True)) == [1, 2]


def test_without_a_mapping_only_what_is_certain_is_read(ours, folder):
    data = csv_of([["Datum", "Hur"], ["2024-03-05", "Telefon"], ["2024-03-06", "Chatt"]])
    run(folder, "--unit", ours.organisation_id, data=data)
    assert list(Contact.objects.values_list("channel", flat=True)) == [0, 0]


def test_who_did_it_stands_in_the_log(ours, folder):
    her = staff_of(ours, "coordinator")
    run(folder, "--unit", ours.organisation_id, "--by", her.email, data=sheet())
    assert ActivityEntry.objects.get().staff == her
    assert SheetImport.objects.get().staff == her


def test_a_program_reads_json_without_what_stands_in_cells(ours, folder):
    done = run(folder, "--unit", ours.organisation_id, "--json", data=sheet(ROWS[0], ["Anna", *ROWS[0][1:]]))
    told = json.loads(done.stdout)
    assert told["added"] == 1
    assert told["counts"]["rows_left_out"] == 1
    assert "Anna" not in done.stdout


@pytest.mark.parametrize(
    ("words", "data", "said"),
    [
        (["--unit", "ingen-sådan"], sheet(), "ingen-sådan"),
        (["--by", "nobody@bredvid.example"], sheet(), "nobody@bredvid.example"),
        ([], b"", "tom"),
        ([], b"%PDF-1.7", "PDF"),
        ([], csv_of([["Kanal"], ["Telefon"]]), "månad"),
        (["--sheet", "2024"], sheet(), "2024"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(ours, folder, words, data, said):
    unit_ = [] if "--unit" in words else ["--unit", ours.organisation_id]
    done = run(folder, *unit_, *words, data=data)
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert said in done.output
    assert done.output.count("\n") == 1


def test_a_mapping_that_is_none_is_refused_with_its_place(ours, folder):
    path = folder / "map.toml"
    for text, said in (
        ("format = 2", "format"),
        ("x = 1", "x"),
        ("[[column]]\nheader = 'Datum'", "column 1"),
        ("=", "TOML"),
    ):
        path.write_text(text, "utf-8")
        done = run(folder, "--unit", ours.organisation_id, "--map", str(path), data=sheet())
        assert done.exit_code == 1
        assert said in done.output


def test_the_heading_of_the_makers_is_what_the_commands_read(ours, folder):
    written = run(folder, data=sheet(), name="import-map").output
    assert all(head in written for head in HEAD)
