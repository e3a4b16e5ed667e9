"""A shelter on a real server of its own, two who work there, and she who writes by the protocol in Python."""

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

PREPARE = "bredvid.room.desk.tests.prepare_server"


@dataclass
class DeskSite:
    """Where it is served, and what one may ask of its database."""

    address: str
    environment: dict[str, str]

    def ask(self, *words: str) -> Any:
        """Runs a function of the preparing program."""
        return _ask(self.environment, *words)


@contextlib.contextmanager
def desk_site(folder: Path) -> Iterator[DeskSite]:
    """An empty house."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/desk.sqlite3",
    }  # fmt: skip
    _ask(environment, "empty")
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, folder, **environment) as server:
        yield DeskSite(f"http://127.0.0.1:{server.port}", environment)


def _ask(environment: dict[str, str], *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", PREPARE, *words], cwd=REPOSITORY, env=os.environ | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the shelter could not be made ready: {done.stderr[-2000:]}")
    return json.loads(done.stdout)
