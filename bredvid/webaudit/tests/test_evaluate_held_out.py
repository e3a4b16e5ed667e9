"""`--part held-out` measures the blocks held out and nothing else, and no other part touches them.

The judge is a stand-in: a test that judged these blocks would show what nobody who betters the judge may see.
"""

import importlib
import json

import pytest
from click.testing import CliRunner

from bredvid.webaudit.shapes import PageVerdicts, State, Verdict
from bredvid.webaudit.truth.examples import HELD_OUT, examples
from bredvid.webaudit.truth.reading import LABELLED

command = importlib.import_module("bredvid.webaudit.commands.evaluate")


@pytest.fixture
def judged(monkeypatch):
    """The blocks that a judge was asked about, in order; it finds everything everywhere."""
    asked = []

    def judge(raw):
        asked.append(raw.where)
        return PageVerdicts(raw.url, "", "", "", "", {}, dict.fromkeys(LABELLED, Verdict(State.FOUND, "named")))

    monkeypatch.setattr(command, "_judge", judge)
    return asked


def told(*arguments):
    result = CliRunner().invoke(command.evaluate, ["--json", *arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_the_part_held_out_is_those_blocks_alone_with_their_own_labels(judged):
    held_out = {block.id for block in examples(HELD_OUT)}
    said = told("--part", "held-out")
    assert said["blocks"] == len(held_out)
    assert {where for where in judged if where in held_out} == held_out
    assert not {block.id for block in examples()} & set(judged)
    assert said["indicators"]["W1"]["precision"]["n"] == len(held_out)


def test_no_agreement_is_told_where_one_hand_labelled(judged):
    assert told("--part", "held-out")["agreement"] == {}


@pytest.mark.parametrize("part", ["all", "open", "kept-back"])
def test_no_other_part_touches_the_blocks_held_out(judged, part):
    told("--part", part)
    assert not {block.id for block in examples(HELD_OUT)} & set(judged)
