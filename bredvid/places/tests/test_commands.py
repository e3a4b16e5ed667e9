"""What the command says."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from bredvid.places.commands import commands
from bredvid.places.directory import FRESH_DAYS
from bredvid.places.models import Service
from bredvid.places.tables import HEXGRID


def run(*arguments: str):
    return CliRunner().invoke(commands, list(arguments))


@pytest.mark.django_db
def test_loading_says_how_much_there_is():
    assert json.loads(run("load", "--json").stdout)["municipalities"] == 290


def test_a_right_table_is_said_to_be_right(texts, tmp_path):
    path = tmp_path / HEXGRID
    path.write_text(texts[HEXGRID], encoding="utf-8")
    assert run("check", str(path)).exit_code == 0


def test_a_wrong_table_ends_with_one_line_and_a_failure(texts, tmp_path):
    # Given a table whose first row lost its zero
    path = tmp_path / HEXGRID
    path.write_text(texts[HEXGRID].replace("\n0114,", "\n114,"), encoding="utf-8")
    # When it is checked
    result = run("check", str(path))
    # Then the failure is one line that says where
    assert result.exit_code != 0
    assert result.output.strip().splitlines() == [
        "Error: hexgrid.csv, row 2, column code: '114' should be four digits with any leading zero."
    ]


def test_a_table_of_an_unknown_name_is_refused(tmp_path):
    result = run("check", str(tmp_path / "regions.csv"))
    assert result.exit_code != 0
    assert "the names are" in result.output


def test_every_service_is_listed_with_its_audience(loaded):
    listed = {entry["code"]: entry["audience"] for entry in json.loads(run("services", "--json").stdout)}
    assert listed == dict(Service.objects.values_list("code", "audience"))


def test_a_service_checked_too_long_ago_is_named(loaded):
    # Given services checked today, but for one
    today = date.today()
    Service.objects.filter(verified=True).update(last_checked=today)
    Service.objects.filter(code="bris").update(last_checked=today - timedelta(days=FRESH_DAYS + 1))
    # Then that one is named
    assert run("services").stderr == f"Older than {FRESH_DAYS} days, check again: bris.\n"


def test_nothing_is_said_of_services_checked_in_time(loaded):
    Service.objects.filter(verified=True).update(last_checked=date.today() - timedelta(days=FRESH_DAYS))
    assert run("services").stderr == ""


def test_a_search_gives_the_best_first(loaded):
    assert json.loads(run("search", "habo", "--json").stdout)[0]["name"] == "Habo"


def test_a_search_that_finds_nothing_fails(loaded):
    result = run("search", "xyzzy")
    assert result.exit_code != 0
    assert "matches 'xyzzy'" in result.output
