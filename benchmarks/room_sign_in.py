"""Sign-in: whether time tells a room from none, and what others' guesses cost her who signs in.

Budget: medians of known and unknown within 5 %, n = 2,000 of each in a random order (`BENCH_ASKED`). The second ratio,
unknown to unknown, says how much is chance. `BENCH_DATABASE=postgresql` for the other database.
"""

import json
import os
import statistics
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from bredvid.room.hers.tests import live

ASKED = int(os.environ.get("BENCH_ASKED", "2000"))
DATABASE = os.environ.get("BENCH_DATABASE", "sqlite")
SIGN_INS = 300
GUESSERS = {
    "nobody else": (0, 0), "one sender of 10,000 an hour": (1, 720), "10 guessers without a pause": (10, 0),
    "50 guessers without a pause": (50, 0),
}  # fmt: skip
"""How many guess beside her, and how many milliseconds each of them rests between a guess of two requests."""


def run() -> dict[str, Any]:
    """Ratios of medians, and milliseconds of her sign-ins while others guess."""
    from benchmarks.room import _database

    with _database(DATABASE) as (folder, own):
        live.migrated(own)
        server = live.Server(own, folder)
        try:
            found = _compared(own, server.port)
            for words, (parallel, pause) in GUESSERS.items():
                found[f"{DATABASE}: her sign-in beside {words}"] = _beside(own, server.port, parallel, pause)
        finally:
            server.kill()
    return found


def _words(port: int, what: str, number: int) -> list[str]:
    return [sys.executable, "-m", "benchmarks._room_ask", str(port), what, str(number)]


def _compared(own: dict[str, str], port: int) -> dict[str, Any]:
    words = _words(port, "compare", ASKED)
    told = subprocess.run(words, env=os.environ | own, check=True, capture_output=True, text=True)  # noqa: S603 — fixed words
    middle = {name: statistics.median(taken) for name, taken in json.loads(told.stdout).items()}
    found: dict[str, Any] = {}
    for path, words_of in (("c", "challenge and identity"), ("s", "refused sign-in")):
        unknown = middle[f"unknown {path}"]
        found[f"{DATABASE}: {words_of}, known to unknown, n = {ASKED}"] = (
            f"{middle[f'known {path}'] / unknown:.3f} of {unknown:.2f} ms; "
            f"unknown to unknown {middle[f'unknown again {path}'] / unknown:.3f}"
        )
    return found


def _beside(own: dict[str, str], port: int, parallel: int, pause: int) -> str:
    with ExitStack() as stack:
        hers = subprocess.Popen(  # noqa: S603 — fixed words
            _words(port, "hers", SIGN_INS), env=os.environ | own, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        if not (hers.stdin and hers.stdout) or hers.stdout.readline().strip() != "ready":
            raise RuntimeError("her rooms could not be opened")
        for _ in range(parallel):
            guesser = subprocess.Popen(_words(port, "flood", pause), env=os.environ | own)  # noqa: S603 — fixed words
            stack.callback(guesser.wait)
            stack.callback(guesser.kill)
        hers.stdin.write("go\n")
        hers.stdin.flush()
        taken = sorted(json.loads(hers.stdout.readline())["sign-in"])
        hers.wait()
    return f"p50 {statistics.median(taken):.1f} ms, p95 {taken[int(len(taken) * 0.95) - 1]:.1f} ms, n = {len(taken)}"
