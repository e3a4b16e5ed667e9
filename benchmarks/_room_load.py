"""One process of the load that benchmarks/room.py puts on the server: its own women, at so many at once.

Run as a program: `python -m benchmarks._room_load PORT PARALLEL SECONDS WHAT SEED`; everything is reckoned before it
begins, and `go` on its input starts it. It tells the milliseconds of each answer, and the errors, as JSON.
"""

import http.client
import itertools
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import django

PREPARED = {"o": 320, "e": 900}
"""How many requests of each kind are ready before the clock starts, for a second of load and process."""


def main(port: int, parallel: int, seconds: float, what: str, seed: str) -> None:
    """Prepares, waits for the word, asks, tells."""
    django.setup()
    ready = (_openings if what == "o" else _entries)(port, int(PREPARED[what] * seconds), parallel, seed)
    print("ready", flush=True)
    sys.stdin.readline()
    taken: list[float] = []
    wrong: list[str] = []
    end = time.perf_counter() + seconds
    threads = [threading.Thread(target=_ask, args=(port, each, end, taken, wrong)) for each in ready]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = {"ms": taken, "errors": wrong, "seconds": time.perf_counter() - begun}
    print(json.dumps(told), flush=True)


def _ask(port: int, requests: list[tuple[str, bytes, str]], end: float, taken: list[float], wrong: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for path, body, header in requests:
        if time.perf_counter() > end:
            break
        begun = time.perf_counter()
        headers = {"Content-Type": "application/json"} | ({"Authorization": header} if header else {})
        connection.request("POST", f"/r/{path}", body, headers)
        answer = connection.getresponse()
        text = answer.read()
        taken.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            wrong.append(f"{answer.status} {text[:60]!r}")
    else:
        wrong.append("not enough was prepared")
    connection.close()


def _tools() -> Any:
    from bredvid.room.admission import shared
    from bredvid.room.admission.challenges import Issuer
    from bredvid.room.hers.tests import asking, live

    shared._issuer = Issuer(live.TOKENS)
    return asking


def _openings(port: int, number: int, parallel: int, seed: str) -> list[list[tuple[str, bytes, str]]]:
    """Openings as she sends them: two epochs and a message, a proof, a signed challenge."""
    from bredvid.room.tests.people import Chance, somebody

    asking, desk = _tools(), somebody(Chance("desk"))
    made = []
    for each in range(number):
        room, sent = asking.opening(f"{seed}/{each}", desk)
        sent |= asking.challenged(room, f"http://127.0.0.1:{port}")
        made.append(("o", json.dumps(sent).encode(), ""))
    return [made[each::parallel] for each in range(parallel)]


def _entries(port: int, number: int, parallel: int, seed: str) -> list[list[tuple[str, bytes, str]]]:
    """Messages into rooms of its own, 190 in each, so that no day's limit is met."""
    from bredvid.room.hers.tests.live import ask
    from bredvid.room.protocol.encoding import to_text
    from bredvid.room.storing import clock
    from bredvid.room.storing.tests.makers import key

    asking = _tools()
    made: list[list[tuple[str, bytes, str]]] = []
    for woman in range(parallel):
        mine: list[tuple[str, bytes, str]] = []
        for again in itertools.count():
            if len(mine) * parallel >= number + 20 * parallel:
                break
            room, sent = asking.opening(f"{seed}/{woman}/{again}")
            status, told = ask(port, "o", sent | asking.challenged(room, f"http://127.0.0.1:{port}"))
            if status != 200:
                raise RuntimeError(f"{status} {told}")
            token = asking.issuer().token(room.new.room, clock.now())
            header = asking.header_of(room.new.room, to_text(token))
            for one in range(190):
                entry = to_text(room.room.add(room.room.say(room.room.she, "hej")))
                sent = {"key": to_text(key(one)), "entries": [entry]}
                mine.append(("e", json.dumps(sent).encode(), header))
        made.append(mine)
    return made


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bredvid.config.settings.test")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4], sys.argv[5])
