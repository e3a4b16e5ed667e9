"""From an archive to findings: the same bytes on one process and on two, in whatever order; and the commands."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from bredvid.webaudit.archive.shards import shards
from bredvid.webaudit.commands.diff import diff
from bredvid.webaudit.commands.judge import judge
from bredvid.webaudit.judging.result import written
from bredvid.webaudit.scale import shard_verdicts
from bredvid.webaudit.scale.engines import EngineError, judge_path
from bredvid.webaudit.scale.shard_verdicts import gathered, judge_raw, judge_shard
from bredvid.webaudit.shapes import Raw, State

NAMED = "Stöd till dig\n\nÄr du utsatt i prostitution? Du kan vara anonym när du ringer oss.\n"
HTML = "<html><head><title>Stöd</title></head><body><main><h1>Stöd</h1><p>{}</p></main></body></html>"


@pytest.fixture
def folder(tmp_path):
    """Saved pages of two invented municipalities, and one file that is no page."""
    for code in ("9001", "9002"):
        (tmp_path / code).mkdir()
        for number in range(150):
            text = "Har du sålt sex? Prata med oss." if number == 7 else f"Bygglov nummer {number}."
            (tmp_path / code / f"{number}.html").write_text(HTML.format(text), "utf-8")
    (tmp_path / "9001" / "empty.html").write_text("", "utf-8")
    (tmp_path / "9002" / "stod.txt").write_text(NAMED, "utf-8")
    return tmp_path


def as_text(judgement):
    return "".join(written(judgement))


def test_one_process_and_two_give_the_same_bytes(folder):
    assert len(shards(folder)) > 1
    one = as_text(judge_path(folder, engine="one"))
    assert as_text(judge_path(folder, processes=2)) == one
    assert '"9001"' in one


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_script_without_a_guard_may_start_processes(folder, tmp_path, engine):
    # Given a script as `.venv/bin/bredvid` is: nothing keeps its last line from being run again
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom bredvid.webaudit.commands.judge import judge\n"
        f"judge([{str(folder)!r}, '--json', '--processes', '2', '--engine', {engine!r}])\n"
    )
    # When it is run
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    # Then it judges once
    assert done.returncode == 0, done.stderr
    assert done.stdout == as_text(judge_path(folder, engine="one"))


def test_the_order_of_the_shards_does_not_matter(folder):
    judged = [judge_shard(shard) for shard in shards(folder)]
    assert as_text(gathered(judged)) == as_text(gathered(reversed(judged)))


def test_pages_are_sorted_by_address(folder):
    addresses = [page.url for page in judge_path(folder, engine="one").pages]
    assert addresses == sorted(addresses)


def test_progress_is_told_after_each_shard(folder):
    told = []
    judge_path(folder, engine="one", progress=lambda *numbers: told.append(numbers))
    parts = len(shards(folder))
    assert [(done, every) for done, every, _pages in told] == [(done, parts) for done in range(1, parts + 1)]
    assert told[-1][2] == 302


def test_a_file_that_cannot_be_read_is_named_and_never_not_found(folder):
    judgement = judge_path(folder, engine="one")
    assert [(problem.where, problem.reason) for problem in judgement.problems] == [("9001/empty.html", "empty")]
    page = next(page for page in judgement.pages if page.problem)
    assert {verdict.state for verdict in page.verdicts.values()} == {State.NOT_CHECKED}
    assert judgement.sites["9001"].failed == 1


def test_a_page_that_nobody_foresaw_stops_nothing(monkeypatch):
    def breaks(_raw):
        raise RecursionError

    monkeypatch.setattr(shard_verdicts, "read", breaks)
    page = judge_raw(Raw("https://www.exempel.test/a", text="Stöd", where="a.txt"))
    assert (page.problem, page.verdicts["W1"].state) == ("unexpected", State.NOT_CHECKED)


def test_an_engine_that_does_not_exist_is_refused_in_one_line(folder):
    with pytest.raises(EngineError, match="no such engine"):
        judge_path(folder, engine="horse")


def test_several_paths_are_judged_together(folder):
    judgement = judge_path(folder / "9001", folder / "9002", engine="one")
    assert sorted(judgement.sites) == ["9001", "9002"]


def test_the_command_writes_json_to_standard_output(folder):
    result = CliRunner().invoke(judge, [str(folder), "--json", "--engine", "one"])
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["municipalities"]["9002"]["indicators"]["W6"]["state"] == "found"


def test_the_command_writes_json_to_a_file_and_says_so_on_standard_error(folder, tmp_path):
    out = tmp_path / "before.json"
    result = CliRunner().invoke(judge, [str(folder / "9002"), "--out", str(out), "--processes", "1"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text("utf-8"))["rules"] == "1.0"


def test_the_command_shows_a_person_the_quotations(folder):
    result = CliRunner().invoke(judge, [str(folder / "9002" / "stod.txt"), "--language", "en"])
    assert result.exit_code == 0
    for said in ("9002", "W1", "found", "prostitution", "anonym", "rules 1.0"):
        assert said in result.stdout


def test_a_path_that_does_not_exist_is_one_line_and_exit_code_2(tmp_path):
    result = CliRunner().invoke(judge, [str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "nowhere" in result.stderr


def test_the_difference_of_two_archives_is_the_difference_of_their_judgements(folder, tmp_path):
    before = tmp_path / "before.json"
    CliRunner().invoke(judge, [str(folder / "9002"), "--out", str(before), "--engine", "one"])
    (folder / "9002" / "stod.txt").write_text("Vi har bytt ut texten.\n", "utf-8")
    after = folder / "9002"
    shown = json.loads(CliRunner().invoke(diff, [str(before), str(after), "--json", "--processes", "1"]).stdout)
    changes = {change["indicator"]: change for change in shown["municipalities"]["9002"]["changes"]}
    assert changes["W6"]["before"]["state"] == "found"
    assert changes["W6"]["after"]["state"] == "not found"


def test_the_difference_is_shown_to_a_person_with_both_proofs(folder, tmp_path):
    before = tmp_path / "before.json"
    CliRunner().invoke(judge, [str(folder / "9002"), "--out", str(before), "--engine", "one"])
    old = json.loads(before.read_text("utf-8")) | {"lexicon": "0.9"}
    old["municipalities"]["9002"]["indicators"]["W6"]["quote"] = "En annan text."
    before.write_text(json.dumps(old), "utf-8")
    result = CliRunner().invoke(diff, [str(before), str(folder / "9002"), "--processes", "1", "--language", "en"])
    assert result.exit_code == 0, result.output
    assert "different lexicons, 0.9 and 1.0" in " ".join(result.stdout.split())
    assert "En annan text." in result.stdout
    assert "Du kan vara anonym" in " ".join(result.stdout.split())


def test_json_that_is_no_judgement_is_one_line(tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"municipalities": {}}', "utf-8")
    result = CliRunner().invoke(diff, [str(wrong), str(wrong)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
