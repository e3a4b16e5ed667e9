"""A real server of rooms to kill, and somebody who asks it over the wire."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bredvid.config.tests.server import free_port

TOKENS = bytes(range(32))
SCRIPT = "bredvid.room.hers.tests.serve_known"


def environment(folder: Path, database: str = "") -> dict[str, str]:
    """A server's environment, with a database and a file of keys of its own."""
    return {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test",
        "BREDVID_DATA": str(folder),
        "DATABASE_URL": database or f"sqlite:///{folder}/rooms.sqlite3",
    }


def migrated(own: dict[str, str]) -> None:
    """Makes the tables."""
    words = [sys.executable, "-m", "bredvid", "manage", "migrate", "--verbosity", "0"]
    subprocess.run(words, env=os.environ | own, check=True)


class Server:
    """In a process group of its own, so that its workers die with it and at once."""

    def __init__(self, own: dict[str, str], folder: Path, workers: int = 2, threads: int = 4) -> None:
        self.port = free_port()
        words = [sys.executable, "-m", SCRIPT, TOKENS.hex(), str(self.port), str(workers), str(threads)]
        self._log = (folder / "server.txt").open("ab")
        self._process = subprocess.Popen(
            words, env=os.environ | own, stdout=self._log, stderr=self._log, start_new_session=True
        )
        for _ in range(300):
            try:
                if ask(self.port, "d")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"the server did not answer: {(folder / 'server.txt').read_text()[-2000:]}")

    def kill(self) -> None:
        """As a power cut would, but for the machine."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._log.close()


def ask(port: int, path: str, sent: object = None, header: str = "") -> tuple[int, dict[str, Any]]:
    """One request; raises OSError or HTTPException where there was no answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Content-Type": "application/json"} | ({"Authorization": header} if header else {})
        body = None if sent is None else json.dumps(sent)
        connection.request("GET" if sent is None else "POST", f"/r/{path}", body, headers)
        response = connection.getresponse()
        return response.status, json.loads(response.read() or b"{}")
    finally:
        connection.close()
