"""The same judgement on one process, several, or a cluster."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from bredvid.webaudit.archive.shards import Shard, shards
from bredvid.webaudit.scale.cluster import on_dask
from bredvid.webaudit.scale.failures import EngineError as EngineError
from bredvid.webaudit.scale.shard_verdicts import ShardVerdicts, gathered, judge_shard
from bredvid.webaudit.scale.starting import without_the_script
from bredvid.webaudit.shapes import Judgement

Progress = Callable[[int, int, int], None]
"""Told after each shard: shards done, shards in all, pages judged so far."""

Engine = Callable[[Sequence[Shard], int, str], Iterator[ShardVerdicts]]
"""Judges shards, in any order, on so many processes or at the address of a cluster."""


def judge_path(
    path: Path, *more: Path, engine: str = "processes", processes: int | None = None, dask: str = "",
    progress: Progress | None = None,
) -> Judgement:  # fmt: skip
    """Judges archives, folders and files together. The same paths give the same judgement on every engine.

    `processes` is as many as the machine lends us unless told; `dask` is a cluster's address, for the engine of that
    name. Raises FileNotFoundError where there is no such path, EngineError for an engine that does not exist or breaks.
    """
    if engine not in ENGINES:
        raise EngineError(f"{engine}: there is no such engine. There are: {', '.join(sorted(ENGINES))}.")
    paths = (path, *more)
    for each in paths:
        if not each.exists():
            raise FileNotFoundError(f"{each}: there is no such file or folder. Give a WARC, a folder, or a page.")
    parts = [part for each in paths for part in shards(each)]
    judged = ENGINES[engine](parts, processes or available(), dask)
    return gathered(_told(judged, len(parts), progress))


def available() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _told(judged: Iterator[ShardVerdicts], every: int, progress: Progress | None) -> Iterator[ShardVerdicts]:
    pages = 0
    for done, shard in enumerate(judged, 1):
        pages += len(shard.pages)
        if progress:
            progress(done, every, pages)
        yield shard


def on_one(parts: Sequence[Shard], _processes: int, _address: str) -> Iterator[ShardVerdicts]:
    """Judges the shards one after another, here."""
    yield from map(judge_shard, parts)


def on_processes(parts: Sequence[Shard], processes: int, address: str) -> Iterator[ShardVerdicts]:
    """Judges the shards on a pool of processes; on one where there is nothing to share."""
    workers = min(processes, len(parts))
    if workers < 2:
        yield from on_one(parts, processes, address)
        return
    with ProcessPoolExecutor(workers, mp_context=_context(), initializer=end_quietly) as pool:
        try:
            with without_the_script():
                judged = pool.map(judge_shard, parts)
            yield from judged
        except BrokenProcessPool:
            raise EngineError(
                "A process died while judging, perhaps of too little memory; try --processes 1."
            ) from None
        except (KeyboardInterrupt, GeneratorExit):
            pool.shutdown(cancel_futures=True)
            raise


def end_quietly() -> None:
    """A terminal interrupts every process at once: the one that was asked tells, the others end without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _context() -> multiprocessing.context.BaseContext:
    """Clean processes (a fork would copy a progress bar's threads) that share what they have imported, if they can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([judge_shard.__module__])
    return context


ENGINES: dict[str, Engine] = {"one": on_one, "processes": on_processes, "dask": on_dask}
