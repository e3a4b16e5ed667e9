"""`--part held-out` measures the blocks held out and nothing else, and no other part touches them.

The judge is a stand-in: a test that judged these blocks would show what nobody who betters the judge may see.
"""

import importlib
import json

import pytest
from click.testing import CliRunner

from bredvid.webaudit.shapes import PageVerdicts, State, Verdict
from bredvid.webaudit.truth.evaluating import Truth
from bredvid.webaudit.truth.examples import examples
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


BLOCK = '[[block]]\nid = "x001"\nkind_of_site = "x"\nurl = "https://www.exempelkommun.test/a"\nquote_text = "Text"\n'


@pytest.fixture
def held_out(tmp_path, monkeypatch):
    """A folder for blocks held out, with one in it, and what holds for that one."""
    (tmp_path / "blocks.toml").write_text(BLOCK, "utf-8")
    monkeypatch.setattr(command, "HELD_OUT", tmp_path)
    holds = Truth({"x001": dict.fromkeys(LABELLED, State.FOUND)}, 0)
    monkeypatch.setattr(command, "held_out_truth", lambda blocks: holds)
    found = {"x001": dict.fromkeys(LABELLED, State.FOUND)}
    monkeypatch.setattr(command, "held_out_labels", lambda ids: (found, found))
    return tmp_path


def test_the_part_held_out_is_those_blocks_alone_with_their_own_labels(judged, held_out):
    said = told("--part", "held-out")
    assert said["blocks"] == 1
    assert [where for where in judged if where.startswith("x")] == ["x001"]
    assert not {block.id for block in examples()} & set(judged)
    assert said["indicators"]["W1"]["precision"]["n"] == 1


def test_how_well_the_two_labellings_of_these_blocks_agree_is_told(judged, held_out):
    agreement = told("--part", "held-out")["agreement"]
    assert agreement.keys() == set(LABELLED)
    assert agreement["W1"]["of"] == 1


@pytest.mark.parametrize("part", ["all", "open", "kept-back"])
def test_no_other_part_touches_the_blocks_held_out(judged, held_out, part):
    told("--part", part)
    assert "x001" not in judged


def test_where_no_blocks_are_held_out_it_is_said_and_nothing_is_measured(judged, held_out):
    (held_out / "blocks.toml").unlink()
    result = CliRunner().invoke(command.evaluate, ["--part", "held-out"])
    assert result.exit_code == 1
    assert "no held-out blocks" in result.output
    assert "0.000" not in result.output
