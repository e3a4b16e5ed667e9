"""The web audit from archive to verdicts. Budget: 800 pages of 50 kB a second and core, at most 300 MB a process.

An archive of 3,000 invented pages (`_audit_archive.py`) is judged, and beside it the same judging of text that
trafilatura and BeautifulSoup take out of the same pages. Seconds are of the processor: the machine may be shared.
Each measure has a process of its own. `python -m benchmarks.audit 87000` says what so many pages need of memory.
"""

import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

BUDGET_PAGES, BUDGET_MB = 800, 300
SITES, PAGES = 10, 300
BESIDE = 300
"""Pages that the slow ones are asked for; per page, so that they can be compared."""

COUNTRY = 290 * 300
Judged = dict[str, Any]


def run() -> dict[str, Any]:
    """Pages a second, memory, where the time goes, the others beside ours, and engines."""
    with tempfile.TemporaryDirectory() as folder:
        _alone("write", folder)
        ours = _alone("judge", folder, "one", "1")
        found = {"ours": ours, "where the time goes, ms a page": _alone("parts", folder)}
        beside = {name: _alone("beside", folder, name) for name in EXTRACTORS}
        for name, measured in beside.items():
            found[name] = measured
            if name != "zones of our own":
                faster = measured["ms a page"] / beside["zones of our own"]["ms a page"]
                found[f"ours is faster than {name}, times"] = round(faster, 1)
        for engine, processes in (("processes", 2), ("dask", 2)):
            found[f"{engine}, {processes}"] = _alone("judge", folder, engine, str(processes))
        found[f"{COUNTRY} pages held"] = _alone("hold", folder, str(COUNTRY))
    return {**found, "budget, pages a second": BUDGET_PAGES, "budget, MB": BUDGET_MB}


def _alone(*words: str) -> Any:
    """A measure in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.audit", "--measure", *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 (words of ours)
    return json.loads(done.stdout)


def write(folder: str) -> int:
    """Writes the archive."""
    from benchmarks import _audit_archive

    _audit_archive.write(Path(folder), SITES, PAGES)
    return SITES * PAGES


def judge(folder: str, engine: str, processes: str) -> Judged:
    """From archive to judgement. The processor's time of workers that others wait for is nobody's to tell."""
    from bredvid.webaudit.judging.result import written
    from bredvid.webaudit.lexicon import matcher
    from bredvid.webaudit.scale.engines import judge_path

    matcher()  # what a process does once
    began, cpu = time.perf_counter(), _cpu()
    judgement = judge_path(Path(folder), engine=engine, processes=int(processes))
    wall, cpu = time.perf_counter() - began, _cpu() - cpu
    pages = len(judgement.pages)
    return {
        "pages": pages,
        "pages a second by the clock": round(pages / wall),
        **({"pages a second and core": round(pages / cpu)} if engine == "one" else {}),
        "memory of the main process, MB": _peak(resource.RUSAGE_SELF),
        "memory of the largest other that it waited for, MB": _peak(resource.RUSAGE_CHILDREN),
        "bytes of verdicts": sum(len(text) for text in written(judgement)),
    }


def parts(folder: str) -> dict[str, float]:
    """Milliseconds a page of each step; the steps overlap where it says so.

    Each page is met once, as by `judge`: a process keeps what it worked out of texts and menus, so that a page met
    again costs half, and the steps would sum up to less than the whole.
    """
    from selectolax.lexbor import LexborHTMLParser

    from bredvid.webaudit.archive.inputs import raws
    from bredvid.webaudit.judging import pages as judging
    from bredvid.webaudit.lexicon import matcher
    from bredvid.webaudit.reading.html import reading
    from bredvid.webaudit.scale import shard_verdicts as scale
    from bredvid.webaudit.scale.tidying import seldom_tidied

    matcher()
    took: defaultdict[str, float] = defaultdict(float)
    parse = _timed("parsing alone, once more", took, LexborHTMLParser)
    reading.language_of = _timed("language (within reading)", took, reading.language_of)
    judging.Scan = _timed("first matching (within judging)", took, judging.Scan)
    scale.read = _timed("reading", took, scale.read)
    scale.judge_page = _timed("judging", took, scale.judge_page)
    judged: list[Any] = []
    for file in _files(folder):
        given = _timed("archive", took, lambda: list(raws(file)))()  # noqa: B023 (called at once)
        with seldom_tidied():
            for raw in given:
                judged.append(scale.judge_raw(raw))
                parse(raw.body)
    together = _timed("putting together", took, scale.gathered)
    together([scale.ShardVerdicts(tuple(judged), ())])
    in_milliseconds = {name: round(seconds / len(judged) * 1000, 3) for name, seconds in sorted(took.items())}
    return {**in_milliseconds, "steps that do not overlap": _sum_of(in_milliseconds)}


def _timed(name: str, took: defaultdict[str, float], step: Callable[..., Any]) -> Callable[..., Any]:
    """The same step, adding the processor's time that it takes to `took`."""

    def timed(*given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return step(*given, **named)
        finally:
            took[name] += time.process_time() - began

    return timed


def _sum_of(steps: dict[str, float]) -> float:
    return round(sum(steps[name] for name in ("archive", "reading", "judging", "putting together")), 3)


def beside(folder: str, name: str) -> Judged:
    """The same pages' text taken out by somebody else, and judged by the same rules as a text without markup."""
    from bredvid.webaudit.scale.shard_verdicts import judge_raw

    extract = EXTRACTORS[name]()
    given = _some(folder, BESIDE)
    ours = [judge_raw(raw) for raw in given]
    judge_raw(extract(given[0]))
    seconds, theirs = float("inf"), ours
    for _ in range(3):
        began = time.process_time()
        theirs = [judge_raw(extract(raw)) for raw in given]
        seconds = min(seconds, time.process_time() - began)
    differs: Counter[str] = Counter()
    for our, their in zip(ours, theirs, strict=True):
        differs.update(
            f"{indicator}: {verdict.state} → {their.verdicts[indicator].state}"
            for indicator, verdict in our.verdicts.items()
            if verdict.state is not their.verdicts[indicator].state
        )
    return {
        "ms a page": round(seconds / len(given) * 1000, 2),
        "pages a second and core": round(len(given) / seconds),
        "memory, MB": _peak(resource.RUSAGE_SELF),
        f"other verdicts on {len(given)} pages, of 12 each": sum(differs.values()),
        "most often": dict(differs.most_common(8)),
    }


def hold(folder: str, number: str) -> Judged:
    """What the main process needs for the verdicts of so many pages, as they come back from other processes."""
    from bredvid.webaudit.judging.result import written
    from bredvid.webaudit.scale.shard_verdicts import gathered

    shards = [pickle.dumps(shard) for shard in _judged_shards(folder)]
    before, began = _now_mb(), time.process_time()
    judgement = gathered(pickle.loads(data) for data in _copies(shards, int(number)))  # noqa: S301 (our own)
    seconds = time.process_time() - began
    for _ in written(judgement):
        pass
    return {
        "pages": len(judgement.pages),
        "sites": len(judgement.sites),
        "MB before": before,
        "MB at most": _peak(resource.RUSAGE_SELF),
        "ms a page to put together": round(seconds / len(judgement.pages) * 1000, 3),
    }


def _judged_shards(folder: str) -> Iterator[Any]:
    from bredvid.webaudit.archive.shards import shards
    from bredvid.webaudit.scale.shard_verdicts import judge_shard

    return map(judge_shard, shards(Path(folder)))


def _copies(shards: list[bytes], number: int) -> Iterator[bytes]:
    """The same verdicts under as many other hosts and codes as it takes; the names are as long as the old ones."""
    from bredvid.webaudit.farm.places import PLACES, Place

    for wanted in range(number // PAGES):
        place, copy = PLACES[wanted % SITES], Place(wanted + 1)
        data = shards[wanted % SITES].replace(place.host.encode(), copy.host.encode())
        yield data.replace(place.code.encode(), copy.code.encode())


def _ours() -> Callable[[Any], Any]:
    return lambda raw: raw


def _trafilatura() -> Callable[[Any], Any]:
    import trafilatura

    return _as_text(lambda markup: trafilatura.extract(markup, favor_recall=True) or "")


def _beautiful_soup() -> Callable[[Any], Any]:
    from bs4 import BeautifulSoup

    return _as_text(lambda markup: BeautifulSoup(markup, "lxml").get_text("\n", strip=True))


def _as_text(extract: Callable[[str], str]) -> Callable[[Any], Any]:
    from dataclasses import replace

    return lambda raw: replace(raw, text=extract(raw.body.decode()), body=b"")


EXTRACTORS: dict[str, Callable[[], Callable[[Any], Any]]] = {
    "zones of our own": _ours,
    "trafilatura": _trafilatura,
    "BeautifulSoup": _beautiful_soup,
}


def _files(folder: str) -> list[Path]:
    return sorted(Path(folder).iterdir())


def _some(folder: str, number: int) -> list[Any]:
    """Pages from all sites alike."""
    from itertools import islice

    from bredvid.webaudit.archive.inputs import raws

    return [raw for file in _files(folder) for raw in islice(raws(file), number // SITES)]


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


def _now_mb() -> int:
    import os

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


MEASURES: dict[str, Callable[..., Any]] = {
    "write": write, "judge": judge, "parts": parts, "beside": beside, "hold": hold,
}  # fmt: skip


def main(words: list[str]) -> None:
    """Measures one thing for `run`, or says what so many pages need of memory."""
    if words[:1] == ["--measure"]:
        print(json.dumps(MEASURES[words[1]](*words[2:]), ensure_ascii=False))
        return
    with tempfile.TemporaryDirectory() as folder:
        _alone("write", folder)
        print(json.dumps(_alone("hold", folder, words[0] if words else str(COUNTRY)), indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
