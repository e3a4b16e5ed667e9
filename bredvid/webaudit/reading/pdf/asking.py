"""Asks the process that opens documents; starts it when needed, once for each of ours, and again when it has died."""

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from typing import IO, Any, Final

from bredvid.webaudit.reading.pdf.bounds import LENGTH, WAITED_SECONDS
from bredvid.webaudit.reading.problems import PDF_BROKEN, PDF_TOO_SLOW

_LONGEST_ANSWER: Final = 50_000_000


class Opener:
    """One process that opens documents. Not shared between processes: a fork starts its own."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._turn = threading.Lock()
        atexit.register(self.stop)

    def ask(self, body: bytes) -> dict[str, Any]:
        """Gives the worker's answer to a document; a reason where it took too long or died of it."""
        with self._turn:
            process = self._running()
            try:
                return _answer(process, body)
            except TimeoutError:
                self.stop()
                return {"reason": PDF_TOO_SLOW}
            except (OSError, ValueError):
                return {"reason": self._cause_of_death()}

    def stop(self) -> None:
        """Ends the process, if this process started one."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.communicate()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._owner = os.getpid()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bredvid.webaudit.reading.pdf.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        return self._process

    def _cause_of_death(self) -> str:
        process = self._process
        code = process.wait(WAITED_SECONDS) if process is not None else 0
        self.stop()
        return PDF_TOO_SLOW if code == -signal.SIGXCPU else PDF_BROKEN


def _answer(process: subprocess.Popen[bytes], body: bytes) -> dict[str, Any]:
    """Sends a document and reads the answer. Raises TimeoutError, and OSError or ValueError where the pipe broke."""
    if process.stdin is None or process.stdout is None:
        raise OSError("the process that opens documents has no pipes")
    process.stdin.write(LENGTH.pack(len(body)) + body)
    process.stdin.flush()
    until = time.monotonic() + WAITED_SECONDS
    size = LENGTH.unpack(_read(process.stdout, LENGTH.size, until))[0]
    if size > _LONGEST_ANSWER:
        raise ValueError("the answer is longer than any document's text")
    answer = json.loads(_read(process.stdout, size, until))
    return dict(answer)


def _read(pipe: IO[bytes], size: int, until: float) -> bytes:
    pieces, missing = [], size
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while missing:
            if not selector.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            piece = os.read(pipe.fileno(), min(missing, 1_000_000))
            if not piece:
                raise OSError("the process that opens documents ended")
            pieces.append(piece)
            missing -= len(piece)
    return b"".join(pieces)


OPENER: Final = Opener()
