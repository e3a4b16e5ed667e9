"""`bredvid review import` examines, and writes only when told to; `import-map` proposes how a file is read."""

import json

import pytest
from click.testing import CliRunner, Result

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import staff_with
from bredvid.review.commands import commands
from bredvid.review.importing.mapping_file import read_mapping
from bredvid.review.importing.tests.makers import answers, fieldwork
from bredvid.review.models import Entry, ImportBatch
from bredvid.sheets.tests.makers import csv_of

pytestmark = pytest.mark.django_db
GOOD = csv_of([["kod", "q2"], ["0180", "ja"], ["0114", "nej"]])
BAD = csv_of([["kod", "q2"], ["0180", "ja"], ["0114", "kanske"]])


@pytest.fixture
def run(tmp_path):
    def go(data: bytes, *words: str, job: str = "import") -> Result:
        path = tmp_path / "svar.csv"
        path.write_bytes(data)
        return CliRunner().invoke(commands, [job, str(path), "--round", "2031", *words])

    return go


def test_without_accept_nothing_is_written(run):
    fieldwork()
    result = run(GOOD)
    assert result.exit_code == 0, result.output
    assert "Nothing was written." in result.output
    assert not Entry.objects.exists()
    assert not ImportBatch.objects.exists()


def test_with_accept_the_answers_are_written_once(run):
    round_ = fieldwork()
    assert "2 answers written" in run(GOOD, "--accept").output
    again = run(GOOD, "--accept")
    assert (again.exit_code, "there already" in again.output) == (0, True)
    assert answers(round_)["0180", "q2"] == {"options": ["ja"]}
    assert (Entry.objects.count(), ImportBatch.objects.count()) == (2, 1)


def test_who_did_it_is_the_command_line_or_somebody_named(run):
    fieldwork()
    by = staff_with("reviewer")
    run(csv_of([["kod", "q2"], ["0180", "ja"]]), "--accept")
    run(GOOD, "--accept", "--by", by.email.upper())
    assert list(ActivityEntry.objects.order_by("number").values_list("staff", flat=True)) == [None, by.pk]
    assert run(GOOD, "--by", "ingen@bredvid.example").exit_code == 1


def test_rows_not_understood_give_exit_code_one_and_stop_accepting(run):
    fieldwork()
    result = run(BAD, "--accept")
    assert result.exit_code == 1
    assert "kanske" in result.output
    assert not Entry.objects.exists()


def test_rows_not_understood_can_be_left_out_knowingly(run):
    round_ = fieldwork()
    assert run(BAD, "--accept", "--partly").exit_code == 1
    assert answers(round_) == {("0180", "q2"): {"options": ["ja"]}}


def test_as_json_for_a_program(run):
    fieldwork()
    found = json.loads(run(BAD, "--json").stdout)
    assert found["counts"]["problems"] == 1
    assert found["problems"][0]["cell"] == "B3"
    assert found["accepted"] is None


def test_the_whole_list_of_faults_goes_to_a_file(run, tmp_path):
    fieldwork()
    run(BAD, "--errors", str(tmp_path / "fel.csv"), "--language", "en")
    lines = (tmp_path / "fel.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("row;cell;column")
    assert lines[1].startswith("3;B3;q2;Järfälla;kanske;") or lines[1].startswith("3;B3;q2;Upplands Väsby;kanske;")


def test_a_proposed_map_is_one_that_can_be_used(run, tmp_path):
    round_ = fieldwork()
    data = csv_of([["kommun", "Finns stödprogram?", "anteckning"], ["Stockholm", "Inte än", "x"]])
    result = run(data, job="import-map")
    assert "NOT MATCHED: anteckning" in result.output
    mapping = read_mapping(result.output.encode())
    assert mapping.columns[0].question == "q2"
    text = result.output.replace("ignore = []", 'ignore = ["anteckning"]') + '[column.values]\n"inte än" = "nej"\n'
    (tmp_path / "map.toml").write_text(text, "utf-8")
    assert run(data, "--map", str(tmp_path / "map.toml"), "--accept").exit_code == 0
    assert answers(round_) == {("0180", "q2"): {"options": ["nej"]}}


def test_an_unknown_round_and_a_broken_file_are_a_line_each(run):
    assert "there is no round '2031'" in run(GOOD).output
    fieldwork()
    result = run(b"%PDF-1.7")
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1
