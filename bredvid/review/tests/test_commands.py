"""The room's jobs answer people and programs, and say in one line what is wrong."""

import json

import pytest
from click.testing import CliRunner, Result

from bredvid.places.actions import load as load_places
from bredvid.review.commands import commands


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, words)


def test_check_as_json_gives_each_tally_with_lines_stated_computed_and_gap(loaded):
    rows = json.loads(run("check", "2025", "--json").output)
    assert {"kind", "code", "lines", "stated", "computed", "gap", "text"} <= rows[0].keys()
    assert [(row["stated"], row["computed"], row["gap"]) for row in rows if row["code"] == "programme-answers"] == [
        (73, 70, 3)
    ]


def test_check_names_nothing_where_everything_closes(loaded):
    assert run("check", "demo").output == "Every tally closes.\n"
    assert json.loads(run("check", "demo", "--json").output) == []


def test_the_notes_come_in_the_language_asked_for(loaded):
    assert "Ej redovisat: 3." in run("check", "2025", "--json").output
    assert "Not reported: 3." in run("check", "2025", "--json", "--language", "en").output


def test_the_ledger_is_written_for_people_and_for_programs(loaded):
    assert "not accounted for" in run("ledger", "2025").output
    assert [row["number"] for row in json.loads(run("ledger", "2025", "--json").output)][:3] == [1, 2, 3]


def test_rounds_tells_a_demonstration_from_a_real_round(loaded):
    rows = {row["code"]: row for row in json.loads(run("rounds", "--json").output)}
    assert rows["demo"]["demonstration"]
    assert not rows["2025"]["demonstration"]
    assert "demo" in run("rounds").output


def test_load_says_how_many_rows_it_wrote(db):
    load_places()
    assert "2025, demo" in run("load").output
    assert "0 rows written" in run("load").output


@pytest.mark.parametrize("job", ["check", "ledger"])
def test_an_unknown_round_is_one_clear_line(loaded, job):
    result = run(job, "1999")
    assert result.exit_code != 0
    assert result.output == "Error: there is no round '1999'; known are 2025, demo\n"


def test_loading_without_municipalities_says_what_to_do(db):
    result = run("load")
    assert result.exit_code != 0
    assert "bredvid places load" in result.output
