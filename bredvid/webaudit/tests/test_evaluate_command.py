"""`bredvid audit evaluate` joins the labelled set and the judge."""

import json

import pytest
from click.testing import CliRunner

from bredvid.webaudit.commands.evaluate import evaluate
from bredvid.webaudit.truth.examples import examples
from bredvid.webaudit.truth.reading import LABELLED


def run(*arguments):
    result = CliRunner().invoke(evaluate, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def told():
    return json.loads(run("--json"))


def test_every_labelled_indicator_is_measured_with_its_bases(told):
    assert told["indicators"].keys() == set(LABELLED)
    for measure in told["indicators"].values():
        assert measure["recall"]["n"] > 0
        assert measure["recall"]["interval"][0] <= measure["recall"]["share"] <= measure["recall"]["interval"][1]


def test_every_block_is_judged_and_none_is_beyond_reading(told):
    assert told["blocks"] == len(examples())
    judged = {row["judged"] for measure in told["indicators"].values() for row in measure["confusion"]}
    assert judged <= {"found", "unclear", "not found"}


def test_the_table_of_states_counts_every_block_once(told):
    for measure in told["indicators"].values():
        assert sum(row["blocks"] for row in measure["confusion"]) + told["unsettled"] >= told["blocks"]


def test_two_halves_make_the_whole(told):
    halves = [json.loads(run("--json", "--part", part)) for part in ("open", "kept-back")]
    assert sum(half["blocks"] for half in halves) == told["blocks"]
    for indicator in LABELLED:
        found = [half["indicators"][indicator]["recall"]["n"] for half in halves]
        assert sum(found) == told["indicators"][indicator]["recall"]["n"]


def test_what_they_differ_on_is_listed_when_asked_for(told):
    differing = [row for row in told["disagreements"] if row["indicator"] == "W6"]
    listed = [line for line in run("--show", "W6").splitlines() if " W6: label " in line]
    assert len(listed) == len(differing)
