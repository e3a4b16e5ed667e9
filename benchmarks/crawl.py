"""The whole farm crawled: what a page costs us, and how much memory 290 sites take.

Budget: politeness allows 145 pages a second over 290 sites (one each in two seconds), so a page may cost 6.9 ms of one
core, and the process at most 300 MB. Here without the pauses, on the loopback address: what is measured is ourselves.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_RUN = "from bredvid.config.command import main; main()"


def run() -> dict[str, Any]:
    """Crawls all 290 invented sites once; the farm runs in this process, the crawl in one of its own."""
    from bredvid.webaudit.farm.serving import served

    with tempfile.TemporaryDirectory() as folder, served() as farm:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        said = _crawl(farm.port, Path(folder))
        seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(path.stat().st_size for path in Path(folder).glob("*.warc.gz"))
    pages = sum(one.status == 200 for one in farm.log.asked)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "what it said": said,
        "responses with a page": pages,
        "pages a second, farm on the same machine": round(pages / seconds),
        "ms of one core for a page": round(1000 * cpu / pages, 2),
        "memory, MB": after.ru_maxrss // 1024,
        "archive, bytes a page": size // pages,
        "most requests at once to a host": max(one.at_once for one in farm.log.asked),
    }


def _crawl(port: int, folder: Path) -> str:
    options = ["--farm", str(port), "--delay", "0.01", "--timeout", "5", "--out", str(folder)]
    done = subprocess.run(  # noqa: S603  # our own command, over the farm
        [sys.executable, "-c", _RUN, "audit", "crawl", *options], capture_output=True, text=True, check=True
    )
    return done.stdout.strip().partition(". Now:")[0]
