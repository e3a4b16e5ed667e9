"""A server killed in the middle of answering: whatever it acknowledged is there when it comes back."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bredvid.config.tests.server import free_port
from bredvid.review.answering.tests.prepare_server import QUESTIONS
from tests import postgres

SCRIPT = "bredvid.review.answering.tests.prepare_server"
ROUNDS = 3
SECONDS = 1.5
# Question and revision → the text that was acknowledged.
Told = dict[tuple[str, int], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> Iterator[dict[str, str]]:
    """The environment of a server with an empty database of its own."""
    own = {"DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(tmp_path)}
    if request.param == "sqlite":
        yield own | {"DATABASE_URL": f"sqlite:///{tmp_path}/killed.sqlite3"}
        return
    try:
        with postgres.running() as address:
            yield own | {"DATABASE_URL": address}
    except postgres.NoServerError as error:
        pytest.skip(f"PostgreSQL did not start: {error}")


def ask(database: dict[str, str], what: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", SCRIPT, what], env=os.environ | database, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


class Killable:
    """The real server in a process group of its own, so that its workers die with it and at once."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.port = free_port()
        words = ["-m", "bredvid", "serve", "--no-prepare", "--port", str(self.port), "--workers", "2"]
        self._log = (folder / "server.txt").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, *words],
            env=os.environ | environment,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        for _ in range(300):
            try:
                http.client.HTTPConnection("127.0.0.1", self.port, timeout=1).connect()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("the server did not answer")

    def kill(self) -> None:
        """As a power cut would, but for the machine."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._log.close()


class Browser:
    """Somebody at the municipality, with link and code."""

    def __init__(self, port: int, link: dict[str, str]) -> None:
        self._port, self._path = port, f"/svara/{link['token']}/"
        head = self._ask("POST", "kod/", {"code": link["code"]})[0]
        self._cookie = str(head["Set-Cookie"]).split(";")[0]
        page = self._ask("GET", "del/s1/")[1]
        self.form = re.findall(r'name="form" value="([^"]+)"', page)[0]
        self.seen = {code: int(seen) for code, seen in re.findall(r'name="seen-(\w+)" value="(\d+)"', page)}

    def answers(self, code: str, text: str) -> int | None:
        """The revision that was acknowledged; None where there was no answer at all."""
        fields = {"form": self.form, f"seen-{code}": self.seen[code], f"t-{code}": text, f"touched-{code}": 1}
        try:
            told = json.loads(self._ask("POST", "del/s1/", fields)[1])["answers"][code]
        except (OSError, http.client.HTTPException):
            return None
        assert told["result"] == "saved", told
        self.seen[code] = told["revision"]
        return int(told["revision"])

    def _ask(self, method: str, page: str, fields: dict[str, Any] | None = None) -> tuple[Any, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        headers |= {"Cookie": self._cookie} if hasattr(self, "_cookie") else {}
        connection.request(method, self._path + page, urllib.parse.urlencode(fields or {}), headers)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.headers, body


def answer_until_killed(
    server: Killable, link: dict[str, str], told: dict[tuple[str, int], str]
) -> set[tuple[str, str]]:
    """Several people answer a question each, as fast as they can, until the server dies. What was in flight then."""
    in_flight: set[tuple[str, str]] = set()

    def work(code: str, browser: Browser) -> None:
        for number in range(10_000):
            text = f"{code}-{time.time_ns()}-{number}"
            revision = browser.answers(code, text)
            if revision is None:
                in_flight.add((code, text))
                return
            told[code, revision] = text

    people = [(f"t{number}", Browser(server.port, link)) for number in range(QUESTIONS)]
    threads = [threading.Thread(target=work, args=person) for person in people]
    for thread in threads:
        thread.start()
    time.sleep(SECONDS)
    server.kill()
    for thread in threads:
        thread.join(timeout=30)
    return in_flight


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(database, tmp_path):
    # Given a municipality that answers from several browsers at once
    link = ask(database, "prepare")
    told: Told = {}
    in_flight: set[tuple[str, str]] = set()
    for _ in range(ROUNDS):
        # When the server is killed in the middle of it and started again
        in_flight |= answer_until_killed(Killable(database, tmp_path), link, told)
    stored = ask(database, "entries")
    # Then every answer it acknowledged is there, in its place
    found = {(code, revision): value.get("text") for _, code, revision, value, *_ in stored}
    assert len(told) >= ROUNDS * QUESTIONS
    assert {key: found.get(key) for key in told} == told
    # And nothing else is but answers that were on their way when it died, one of each person at most
    extra = {(key[0], text) for key, text in found.items() if key not in told}
    assert extra <= in_flight
    assert len(in_flight) <= ROUNDS * QUESTIONS
    # And of every question the newest holds, with no gap before it
    for code in {row[1] for row in stored}:
        rows = [(revision, superseded) for _, each, revision, *_, superseded in stored if each == code]
        assert [revision for revision, _ in rows] == list(range(1, len(rows) + 1))
        assert [revision for revision, superseded in rows if not superseded] == [len(rows)]
