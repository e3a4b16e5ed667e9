"""The reviewer's file: the whole frame, and the answers that hold."""

import csv
from io import StringIO

import pytest
from click.testing import CliRunner

from bredvid.review.answers_file.writing import answers_csv
from bredvid.review.commands import commands
from bredvid.review.models import Fieldwork
from bredvid.review.projection.tests.makers import BANDS, UNTOUCHED, case, entry, fieldwork, question

pytestmark = pytest.mark.django_db


def some_answers() -> Fieldwork:
    field = fieldwork(
        question("r0", "register"),
        question("b1", "single", ("chef", "annan"), coded=True),
        question("q3", "multiple", ("polis", "skola")),
        question("q8", "count", BANDS, persons=True),
        question("q10", "text"),
    )
    second, first = case(field, 2, **UNTOUCHED), case(field, 1)
    entry(first, "b1", {"options": ["chef"], "text": "=Enhetschef"})
    entry(first, "q3", {"options": ["skola", "polis"]})
    entry(first, "q8", {"options": ["6-14"]})
    entry(first, "q8", {"number": "3", "options": ["0-5"]})
    entry(first, "q10", {"text": "Två\nrader"})
    entry(second, "b1", {"text": "7 chefer"})
    entry(second, "q8", missing="no_statistics", why="Vi för ingen.")
    return field


def table(field: Fieldwork) -> list[list[str]]:
    return list(csv.reader(StringIO(answers_csv(field).decode("utf-8-sig"))))


def test_each_case_is_a_row_with_the_answers_that_hold():
    assert table(some_answers()) == [
        ["kod", "kommun", "b1", "b1:text", "q3", "q8", "q10"],
        ["0001", "Ort 1", "chef", "'=Enhetschef", "polis;skola", "3", "Två\nrader"],
        ["0002", "Ort 2", "", "'7 chefer", "", "[no_statistics] Vi för ingen.", ""],
    ]


def test_it_begins_with_a_mark_that_spreadsheet_programs_know():
    assert answers_csv(some_answers()).startswith(b"\xef\xbb\xbfkod,kommun,")


def test_the_command_writes_the_file(tmp_path):
    some_answers()
    path = tmp_path / "svar.csv"
    done = CliRunner().invoke(commands, ["answers", "export", "--round", "p26", str(path)])
    assert (done.exit_code, done.output) == (
        0,
        "2 rows written to svar.csv. It is working material: do not pass it on.\n",
    )
    assert path.read_bytes().count(b"\n") > 2


def test_a_round_that_is_not_in_the_field_is_refused_in_one_line(tmp_path):
    done = CliRunner().invoke(commands, ["answers", "export", "--round", "p27", str(tmp_path / "svar.csv")])
    assert done.exit_code == 1
    assert done.output == "Error: there is no round 'p27' in the field; there are: none\n"
