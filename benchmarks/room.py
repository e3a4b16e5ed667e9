"""Load on the server of rooms, on both databases. Budget on 2 cores: 100 rooms/s, 300 entries/s, p95 at most 100 ms.

The server and those who ask share the machine; what they send is reckoned before the clock starts. Every commit is on
the disk before it is answered. `BENCH_ROOMS=100000` fills the database with so many rooms first.
"""

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bredvid.room.hers.tests import live
from tests import postgres

ROOMS = int(os.environ.get("BENCH_ROOMS", "1000"))
PARALLEL = tuple(int(word) for word in os.environ.get("BENCH_PARALLEL", "1,4,10,50").split(","))
SECONDS = 4.0
KINDS = {"o": "rooms opened", "e": "entries written"}


def run() -> dict[str, Any]:
    """Per second, p50 and p95 in milliseconds, and errors, for each database, kind and number at once."""
    found: dict[str, Any] = {}
    for name in ("sqlite", "postgresql"):
        with _database(name) as (folder, own):
            live.migrated(own)
            found[f"{name}: seconds to fill with {ROOMS} rooms"] = _fill(own)
            for what, words in KINDS.items():
                for parallel in PARALLEL:
                    server = live.Server(own, folder)
                    try:
                        found[f"{name}: {words}, {parallel} at once"] = _load(own, server.port, parallel, what)
                    finally:
                        server.kill()
    return found


@contextlib.contextmanager
def _database(name: str) -> Iterator[tuple[Path, dict[str, str]]]:
    with tempfile.TemporaryDirectory() as text, contextlib.ExitStack() as stack:
        address = stack.enter_context(postgres.running()) if name == "postgresql" else ""
        yield Path(text), live.environment(Path(text), address)


def _fill(own: dict[str, str]) -> float:
    """Rows of rooms as wide as true ones; nobody asks for them, and they make every index as deep."""
    begun = time.perf_counter()
    words = [sys.executable, "-m", "benchmarks._room_fill", str(ROOMS)]
    subprocess.run(words, env=os.environ | own, check=True)  # noqa: S603 — fixed words
    return round(time.perf_counter() - begun, 1)


def _load(own: dict[str, str], port: int, parallel: int, what: str) -> str:
    seed = f"{what}{parallel}{time.time_ns()}"
    words = [sys.executable, "-m", "benchmarks._room_load", str(port), str(parallel), str(SECONDS), what, seed]
    with subprocess.Popen(  # noqa: S603 — fixed words
        words, env=os.environ | own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if not (process.stdin and process.stdout) or process.stdout.readline().strip() != "ready":
            raise RuntimeError("the load could not be prepared")
        process.stdin.write("go\n")
        process.stdin.flush()
        told = json.loads(process.stdout.readline())
    return _in_words(told)


def _in_words(told: dict[str, Any]) -> str:
    taken = sorted(told["ms"])
    p95 = taken[int(len(taken) * 0.95) - 1] if taken else 0.0
    speed = len(taken) / told["seconds"]
    wrong = f"; {len(told['errors'])} errors: {told['errors'][0]}" if told["errors"] else ""
    return f"{speed:.0f}/s, p50 {statistics.median(taken):.0f} ms, p95 {p95:.0f} ms, {len(taken)} in all{wrong}"
