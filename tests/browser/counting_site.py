"""A shelter on a real server of its own: a unit, somebody who works there, and what has been counted."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bredvid.config.tests.server import running
from tests.gates import REPOSITORY

PREPARE = "bredvid.register.tests.prepare_server"


@dataclass
class CountingSite:
    """Where it is served, and whom to come in as."""

    address: str
    environment: dict[str, str]

    def signed_in(self, role: str = "worker") -> tuple[str, str]:
        """A fresh shelter: its number, and the session of somebody who works there."""
        unit, session = _ask(self.environment, "shelter", role)
        return str(unit), str(session)

    def contacts(self, unit: str) -> list[dict[str, Any]]:
        """What a shelter has counted, a row each."""
        rows: list[dict[str, Any]] = _ask(self.environment, "contacts", unit)
        return rows


@contextlib.contextmanager
def counting_site(folder: Path) -> Iterator[CountingSite]:
    """An empty house."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/counting.sqlite3",
    }  # fmt: skip
    _ask(environment, "empty")
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield CountingSite(f"http://127.0.0.1:{server.port}", environment)


def _ask(environment: dict[str, str], *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", PREPARE, *words], cwd=REPOSITORY, env=os.environ | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the shelter could not be made ready: {done.stderr[-2000:]}")
    return json.loads(done.stdout)
