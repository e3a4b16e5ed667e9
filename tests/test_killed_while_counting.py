"""A server killed while contacts are counted: each that it acknowledged is there, once, however often it was sent."""

import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from bredvid.register.actions.contacts import new_key
from tests.test_killed_server import Killable, database as database

SCRIPT = "bredvid.register.tests.prepare_server"
PAGE = "/personal/register/strecka/"
ROUNDS = 3
WORKERS = 4
SECONDS = 1.5
# What nobody who reads the server's log may find there.
WORD = "Kanariefågel"


def ask(database: dict[str, str], *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", SCRIPT, *words], env=os.environ | database, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout or "null")


@dataclass
class Night:
    """Presses by their keys: those that have been acknowledged with the number of their contact, and all others."""

    told: dict[int, int] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)


class Phone:
    """A worker's browser. It sends a press until it has an answer, and now and then once more."""

    def __init__(self, port: int, session: str, page: str = PAGE) -> None:
        self._port, self._cookies = port, {"personal": session}
        _, body = self._ask("GET", page)
        [self._token] = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', body)[:1])

    def press(self, key: int, **changed: Any) -> int | None:
        """The number of the contact that was acknowledged; None where there was no answer at all."""
        fields = {"key": key, "who": "HON", "channel": "TEL", "place": 9007, WORD: WORD, **changed}
        try:
            status, body = self.send(f"{PAGE}?{urllib.parse.quote(WORD)}=1", fields)
        except (OSError, http.client.HTTPException):
            return None
        assert status == 200, (status, body[:300])
        return int(json.loads(body)["receipt"].partition("-")[0])

    def count_in(self, month: int) -> int:
        """What the server answers to a press in a month: 200, or 422 where it is refused."""
        fields = {"key": new_key(), "who": "HON", "channel": "TEL", "place": 9007, "month": month}
        return self.send(PAGE, fields)[0]

    def send(self, page: str, fields: dict[str, Any]) -> tuple[int, str]:
        """Sends a form, and returns status and body."""
        return self._ask("POST", page, fields | {"csrfmiddlewaretoken": self._token})

    def _ask(self, method: str, page: str, fields: dict[str, Any] | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        headers |= {"Accept": "application/json"} if fields else {}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        connection.request(method, page, urllib.parse.urlencode(fields or {}), headers)
        response = connection.getresponse()
        body = response.read().decode()
        for line in response.headers.get_all("Set-Cookie") or []:
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        connection.close()
        return response.status, body


def count_until_killed(server: Killable, session: str, night: Night) -> None:
    """Several phones press as fast as they can, the same presses twice now and then, until the server dies."""

    def work(phone: Phone, keys: list[int]) -> None:
        while True:
            key = keys.pop() if keys else new_key()
            night.open.add(key)
            for _ in range(1 if key % 3 else 2):
                number = phone.press(key)
                if number is None:
                    return
                assert night.told.setdefault(key, number) == number
            night.open.discard(key)

    again = sorted(night.open)
    shares = [again[start::WORKERS] for start in range(WORKERS)]
    threads = [
        # Two phones hold the same presses, as when somebody sends a page again from another tab.
        threading.Thread(target=work, args=(Phone(server.port, session), list(shares[place // 2])))
        for place in range(2 * WORKERS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(SECONDS)
    server.kill()
    for thread in threads:
        thread.join(timeout=30)


def test_what_was_counted_is_there_once_when_the_server_is_killed(database, tmp_path: Path):
    # Given a shelter on a busy night
    ask(database, "empty")
    unit, session = ask(database, "shelter")
    other, _ = ask(database, "shelter")
    night = Night()
    for _ in range(ROUNDS):
        # When the server is killed in the middle of it, and what had no answer is sent again afterwards
        count_until_killed(Killable(database, tmp_path), session, night)
    stored = [row["id"] for row in ask(database, "contacts", str(unit))]
    # Then every contact it acknowledged is there once
    assert len(night.told) > ROUNDS * WORKERS
    assert sorted(set(stored)) == sorted(stored)
    assert set(night.told.values()) <= set(stored)
    # Nothing is there twice, and what is there besides was on its way when it died
    assert len(set(night.told.values())) == len(night.told)
    assert len(set(stored) - set(night.told.values())) <= len(night.open - set(night.told))
    # No other shelter has any of it, and the log tells nothing of it
    assert ask(database, "contacts", str(other)) == []
    log = (tmp_path / "server.txt").read_bytes()
    assert b" POST /personal/ 200 " in log
    assert not [sign for sign in (WORD.encode(), urllib.parse.quote(WORD).encode(), b"strecka") if sign in log]
    assert not re.search(rb"\d\d:\d\d", log)
