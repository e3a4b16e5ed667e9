"""Ctrl-C while an archive is judged: said in one line, nothing half is written, and what was there is there."""

import os
import signal
import subprocess
import sys
import time

import pytest

RUN = "from bredvid.config.command import main; main()"
PAGE = "<html><title>Sida {n}</title><main>" + "<p>Du som är utsatt i prostitution kan få stöd av oss.</p>" * 400
PAGES = 2500


@pytest.fixture
def archive(tmp_path):
    """More pages than are judged before the test has had its say."""
    folder = tmp_path / "sparat"
    for code in ("9001", "9002"):
        (folder / code).mkdir(parents=True)
        for n in range(PAGES // 2):
            (folder / code / f"{n:04d}.html").write_text(PAGE.format(n=n), "utf-8")
    return folder


def stamps(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def processes_of(group):
    """The processes of a group that are alive."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [state for pgid, state in rows if int(pgid) == group and not state.startswith("Z")]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupted_judgement_leaves_archive_and_earlier_result_as_they_were(archive, tmp_path, processes):
    # Given an earlier result, and a judgement under way in a terminal's group of processes
    out, before = tmp_path / "resultat.json", stamps(archive)
    out.write_text("an earlier result", "utf-8")
    words = [sys.executable, "-c", RUN, "audit", "judge", str(archive), "--out", str(out), "--processes", processes]
    run = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )  # fmt: skip
    time.sleep(4)
    assert run.poll() is None
    # When somebody presses Ctrl-C, which reaches all of them
    os.killpg(run.pid, signal.SIGINT)
    said, complained = run.communicate(timeout=40)
    # Then it says so in one line, with the exit code that shells expect
    assert (run.returncode, said) == (130, "")
    assert complained.strip().splitlines() == [
        "Error: interrupted. Nothing was written; what was crawled, and an earlier result, are as they were. "
        "The same command begins again."
    ]
    # And everything is as it was, with nothing half-written and nobody still at work
    assert out.read_text("utf-8") == "an earlier result"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["resultat.json", "sparat"]
    assert stamps(archive) == before
    assert processes_of(run.pid) == []
