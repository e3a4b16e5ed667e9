"""Asks as her browser does: opens rooms, and sends what the page would send."""

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from bredvid.room.admission.shared import issuer
from bredvid.room.keystore.slots import PEPPER, PROOF
from bredvid.room.protocol import proof, sign_in
from bredvid.room.protocol.encoding import to_text
from bredvid.room.protocol.keys import pepper
from bredvid.room.protocol.labels import derived
from bredvid.room.protocol.sign_in import Challenge
from bredvid.room.storing import clock, keys
from bredvid.room.storing.tests.makers import Written, key, written
from bredvid.room.tests.people import Chance, Person

ORIGIN = "http://testserver"


@dataclass
class Answer:
    status: int
    bytes: bytes
    headers: Any

    @property
    def members(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.bytes)
        return found


def ask(path: str, sent: object = None, *, header: str = "", method: str = "", raw: bytes | None = None) -> Answer:
    """One request from a browser without any cookie."""
    data = raw if raw is not None else b"" if sent is None else json.dumps(sent).encode()
    method = method or ("GET" if sent is None and raw is None else "POST")
    headers = {"authorization": header, "accept-encoding": "gzip"} if header else {"accept-encoding": "gzip"}
    answer = Client(enforce_csrf_checks=True).generic(method, f"/r/{path}", data, "application/json", headers=headers)
    return Answer(answer.status_code, answer.content, answer.headers)


def opening(seed: str, *organisations: Person, **changes: Any) -> tuple[Written, dict[str, Any]]:
    """A room as she made it, and what she sends to open it."""
    made = written(seed, *organisations)
    q = Chance(seed + "/q").bytes()
    locator = derived(pepper(keys.slots().key(PEPPER), q), "locator")
    made.new = type(made.new)(**{**made.new.__dict__, "locator": locator})
    nonce = proof.make_nonce(keys.slots().key(PROOF), 1, clock.now() // proof.WINDOW_SECONDS)
    sent = {
        "q": to_text(q), "nonce": to_text(nonce), "proof": to_text(proof.solve(nonce, q)), "locator": to_text(locator),
        "sign_in": to_text(made.new.sign_in), "room": to_text(made.new.room), "identity": to_text(made.new.identity),
        "memory": to_text(made.new.batch.memory), "days": made.new.days, "key": to_text(made.new.batch.key),
        "entries": [to_text(each) for each in made.new.batch.entries],
    }  # fmt: skip
    return made, sent | challenged(made) | changes


def challenged(made: Written, origin: str = ORIGIN) -> dict[str, Any]:
    """A new challenge with her signature."""
    nonce, expires = issuer().challenge(made.new.locator, clock.now())
    signature = sign_in.answer(made.sign_in, Challenge(origin, made.new.locator, nonce, expires))
    return {"challenge": to_text(nonce), "expires": expires, "signature": to_text(signature)}


@dataclass
class Opened:
    """A room that stands, with the header that opens it."""

    made: Written
    header: str
    answer: Answer

    def more(self, text: str = "mer") -> str:
        """One more message of hers."""
        return to_text(self.made.room.add(self.made.room.say(self.made.room.she, text)))

    def append(self, number: int | str, *entries: str, **more: Any) -> Answer:
        sent = {"key": to_text(key(number)), "entries": list(entries)} | more
        return ask("e", sent, header=self.header)


def header_of(room: bytes, token: str) -> str:
    return f"Room {to_text(room)}.{token}"


def opened(seed: str = "a", *organisations: Person) -> Opened:
    """A room opened as she opens it."""
    made, sent = opening(seed, *organisations)
    answer = ask("o", sent)
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} {answer.bytes!r}")
    return Opened(made, header_of(made.new.room, answer.members["token"]), answer)
