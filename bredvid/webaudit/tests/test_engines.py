"""The same archive gives the same bytes on one process, two, and a cluster."""

import os
import subprocess
import sys

import pytest

from bredvid.webaudit.archive.shards import FILES_IN_A_SHARD, shards
from bredvid.webaudit.judging.result import written
from bredvid.webaudit.scale.engines import EngineError, judge_path


@pytest.fixture(scope="module")
def saved_pages(tmp_path_factory):
    """More pages than one shard holds, of two municipalities, with something that cannot be read among them."""
    folder = tmp_path_factory.mktemp("pages")
    for code in ("9001", "9002"):
        (folder / code).mkdir()
        for number in range(FILES_IN_A_SHARD // 2 + 10):
            text = f"Stöd {number}\nDu som är utsatt i prostitution kan vara anonym när du pratar med oss."
            (folder / code / f"{number:03d}.txt").write_text(text, "utf-8")
    (folder / "9001" / "trasig.pdf").write_bytes(b"no document at all")
    return folder


def bytes_of(folder, **how):
    return "".join(written(judge_path(folder, **how))).encode()


def test_the_pages_are_more_than_one_shard(saved_pages):
    assert len(shards(saved_pages)) > 1


def test_one_process_two_and_a_cluster_give_the_same_bytes(saved_pages):
    alone = bytes_of(saved_pages, engine="one")
    assert bytes_of(saved_pages, engine="processes", processes=2) == alone
    assert bytes_of(saved_pages, engine="dask", processes=2) == alone


def test_a_cluster_that_does_not_answer_is_said_in_one_line(saved_pages, monkeypatch):
    monkeypatch.setattr("bredvid.webaudit.scale.cluster._SECONDS_TO_ANSWER", 1)
    with pytest.raises(EngineError, match="no Dask scheduler answers there"):
        bytes_of(saved_pages, engine="dask", dask="tcp://127.0.0.1:9")


def test_who_judges_on_one_process_does_not_wait_for_dask():
    asks = "import sys, bredvid.webaudit.scale.engines; print('distributed' in sys.modules)"
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    told = subprocess.run([sys.executable, "-c", asks], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
