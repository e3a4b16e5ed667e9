"""A server of rooms killed again and again while women write: what it acknowledged is there, once, in its place.

`ROOM_KILLS=200` kills more often than the suite has time for.
"""

import http.client
import os
import threading
import time

import pytest

from bredvid.room.admission import shared
from bredvid.room.admission.challenges import Issuer
from bredvid.room.hers.tests.asking import challenged, header_of, opening
from bredvid.room.hers.tests.live import TOKENS, Server, ask, environment, migrated
from bredvid.room.protocol.encoding import to_text
from bredvid.room.storing import clock
from bredvid.room.storing.tests.makers import key
from tests import postgres

KILLS = int(os.environ.get("ROOM_KILLS", "20"))
WOMEN, SECONDS = 4, 0.4


@pytest.fixture(params=["sqlite", "postgresql"])
def own(request, tmp_path, settings, monkeypatch):
    """A server's environment; half of the kills are for each database."""
    settings.BREDVID_ROOM_KEYS = tmp_path / "room-keys"
    monkeypatch.setattr(shared, "_issuer", Issuer(TOKENS))
    if request.param == "sqlite":
        yield environment(tmp_path)
        return
    try:
        with postgres.running() as address:
            yield environment(tmp_path, address)
    except postgres.NoServerError as error:
        pytest.skip(f"PostgreSQL did not start: {error}")


class Woman:
    """Opens a room and writes. What got no answer she sends again, the same bytes under the same key."""

    def __init__(self, name: str) -> None:
        self.made, self.sent = opening(name)
        self.opened, self.acknowledged, self.waiting = False, 0, ""
        token = shared.issuer().token(self.made.new.room, clock.now())
        self.header = header_of(self.made.new.room, to_text(token))

    def write_until_killed(self, port: int) -> None:
        try:
            if not self.opened:
                self.open(port)
            while True:
                self.write(port)
        except (OSError, http.client.HTTPException):
            return

    def open(self, port: int) -> None:
        status, told = ask(port, "o", self.sent | challenged(self.made, f"http://127.0.0.1:{port}"))
        assert status == 200, told
        self.opened = True

    def write(self, port: int) -> None:
        self.waiting = self.waiting or to_text(self.made.room.add(self.made.room.say(self.made.room.she, "hej")))
        sent = {"key": to_text(key(self.waiting)), "entries": [self.waiting]}
        status, told = ask(port, "e", sent, self.header)
        assert status == 200, told
        assert told["head"]["hash"] == to_text(self.made.room.state.head)
        self.acknowledged, self.waiting = self.acknowledged + 1, ""


def test_nothing_acknowledged_is_lost_or_doubled_however_often_the_server_is_killed(own, tmp_path):
    migrated(own)
    women: list[Woman] = []
    failed: list[BaseException] = []

    def work(woman: Woman, port: int) -> None:
        try:
            woman.write_until_killed(port)
        except BaseException as error:
            failed.append(error)

    # When the server is killed in the middle of writing, and started again
    for number in range(KILLS // 2):
        server = Server(own, tmp_path)
        women += [Woman(f"{number}/{each}") for each in range(WOMEN)] if number % 3 == 0 else []
        threads = [threading.Thread(target=work, args=(woman, server.port)) for woman in women[-WOMEN:]]
        for thread in threads:
            thread.start()
        time.sleep(SECONDS)
        server.kill()
        for thread in threads:
            thread.join(timeout=60)
        assert not failed, failed
    server = Server(own, tmp_path)
    try:
        check(server.port, women)
    finally:
        server.kill()


def check(port: int, women: list[Woman]) -> None:
    assert sum(woman.acknowledged for woman in women) > KILLS
    for woman in women:
        if not woman.opened:
            woman.open(port)
        if woman.waiting:  # what got no answer is sent once more
            woman.write(port)
        status, told = ask(port, "e/0", header=woman.header)
        assert status == 200
        # Then her log is what she wrote: nothing lost, nothing twice, nothing else
        assert told["entries"] == [to_text(each) for each in woman.made.room.log]
        assert len(told["entries"]) == woman.acknowledged + 1
