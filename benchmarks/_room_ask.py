"""One process that asks a server of rooms as strangers do: `python -m benchmarks._room_ask PORT WHAT NUMBER`.

It runs in the server's own surroundings, so it can open rooms to ask for, and tells what it measured as JSON.
"""

import http.client
import json
import os
import random
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

from bredvid.config.installation import start_django

KNOWN = 100
"""Rooms that are asked for in turn, and as many locators without one."""


class Asking:
    """One connection that stays open."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.origin = f"http://127.0.0.1:{port}"

    def __call__(self, path: str, sent: dict[str, Any]) -> tuple[float, int, dict[str, Any]]:
        """Milliseconds until the whole answer was there, its status, its members."""
        body = json.dumps(sent)
        begun = time.perf_counter()
        self.connection.request("POST", f"/r/{path}", body, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        text = answer.read()
        return (time.perf_counter() - begun) * 1000, answer.status, json.loads(text)


def open_rooms(port: int, number: int) -> list[tuple[bytes, bytes]]:
    """Opens rooms and gives the locator and sign-in seed of each."""
    from bredvid.room.admission import shared
    from bredvid.room.admission.challenges import Issuer
    from bredvid.room.hers.tests import asking, live

    shared._issuer = Issuer(live.TOKENS)
    ask, made = Asking(port), []
    for each in range(number):
        room, sent = asking.opening(f"sign-in/{time.time_ns()}/{each}")
        _, status, told = ask("o", sent | asking.challenged(room, ask.origin))
        if status != 200:
            raise RuntimeError(f"{status} {told}")
        made.append((room.new.locator, room.sign_in))
    return made


def signed(ask: Asking, locator: bytes, seed: bytes) -> tuple[float, float, int]:
    """Asks for a challenge and answers it: milliseconds of each, and the status of the second."""
    from bredvid.room.protocol import sign_in
    from bredvid.room.protocol.encoding import from_text, to_text
    from bredvid.room.protocol.sign_in import Challenge

    first, _, told = ask("c", {"locator": to_text(locator)})
    challenge = Challenge(ask.origin, locator, from_text(told["nonce"]), told["expires"])
    sent = {"locator": to_text(locator), "nonce": told["nonce"], "expires": told["expires"]}
    second, status, _ = ask("s", sent | {"signature": to_text(sign_in.answer(seed, challenge))})
    return first, second, status


def compare(port: int, number: int) -> dict[str, list[float]]:
    """Known and unknown in a random order, `number` of each, all with a wrong signature; unknown in two halves."""
    chance = random.Random(6)  # noqa: S311 — an order that can be repeated, no secret
    known = [locator for locator, _ in open_rooms(port, KNOWN)]
    unknown = [[chance.randbytes(32) for _ in range(KNOWN)] for _ in range(2)]
    order = [name for name in ("known", "unknown", "unknown again") for _ in range(number)]
    chance.shuffle(order)
    places = {"known": known, "unknown": unknown[0], "unknown again": unknown[1]}
    found: dict[str, list[float]] = {f"{name} {path}": [] for name in places for path in "cs"}
    ask, wrong = Asking(port), chance.randbytes(32)
    for name in order:
        first, second, status = signed(ask, chance.choice(places[name]), wrong)
        if status != 403:
            raise RuntimeError(f"let in: {status}")
        found[f"{name} c"].append(first)
        found[f"{name} s"].append(second)
    return found


def hers(port: int, number: int) -> dict[str, list[float]]:
    """Milliseconds of whole sign-ins to rooms that stand, one after another."""
    rooms, ask = open_rooms(port, 20), Asking(port)
    print("ready", flush=True)
    sys.stdin.readline()
    taken = []
    for each in range(number):
        first, second, status = signed(ask, *rooms[each % len(rooms)])
        if status != 200:
            raise RuntimeError(f"not let in: {status}")
        taken.append(first + second)
        time.sleep(0.01)
    return {"sign-in": taken}


def flood(port: int, pause_ms: int) -> None:
    """Guesses until it is killed: a challenge for a locator that nobody has, and a signature that fails."""
    ask = Asking(port)
    for _ in count():
        signed(ask, os.urandom(32), bytes(32))
        time.sleep(pause_ms / 1000)


def main(port: int, what: str, number: int) -> None:
    """Does one of them."""
    start_django()
    if what == "flood":
        flood(port, number)
    else:
        print(json.dumps({"compare": compare, "hers": hers}[what](port, number)), flush=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bredvid.config.settings.test")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
