"""A real server in a process of its own, for tests that read everything it writes."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# An address of this machine that no other test connects from, so that finding it proves a leak.
READER_ADDRESS = "127.0.0.77"


@dataclass
class Server:
    """Where it listens, and everything it wrote once it has ended."""

    port: int
    folder: Path
    written: bytes = b""
    code: int | None = None

    def send(self, request: bytes) -> bytes:
        """Sends raw bytes as a reader would and returns the beginning of the answer."""
        with socket.socket() as reader:
            # Only Linux lets a test speak from another loopback address.
            with contextlib.suppress(OSError):
                reader.bind((READER_ADDRESS, 0))
            # Long: it listens before its process is up, which a busy machine takes its time with.
            reader.settimeout(60)
            reader.connect(("127.0.0.1", self.port))
            reader.sendall(request)
            with contextlib.suppress(OSError):
                return reader.recv(4096)
        return b""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], folder: Path, **environment: str) -> Iterator[Server]:
    """Runs a server command (`{port}` stands for its port) with `folder` for all that it writes."""
    server = Server(free_port(), folder)
    log = folder / "output.txt"
    settings = {"DJANGO_SETTINGS_MODULE": "bredvid.config.settings.test", "BREDVID_DATA": str(folder)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *(word.format(port=server.port) for word in command)],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | settings | environment,
        )
        try:
            _wait_for(server.port, process, log)
            yield server
        finally:
            process.send_signal(signal.SIGINT)
            server.code = process.wait(timeout=20)
    server.written = b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not answer: {log.read_text()[-2000:]}")
