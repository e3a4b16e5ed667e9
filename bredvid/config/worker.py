"""gunicorn's worker, with an answer of ours to what cannot be read as a request."""

import contextlib
from typing import Any

from gunicorn.http.errors import ParseException  # type: ignore[import-untyped]
from gunicorn.util import write_nonblock  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

_WORDS = "Vi kunde inte läsa frågan. Gå till första sidan.\nWe could not read the request. Go to the first page.\n"


class Worker(ThreadWorker):  # type: ignore[misc]
    """Answers broken requests with fixed words: gunicorn's own page repeats what was sent and has no policy."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answers 400 to what is no request and 500 to anything else. The log tells the kind, nobody's address."""
        self.log.warning("a request could not be served")
        with contextlib.suppress(OSError):
            write_nonblock(client, _answer("400 Bad Request" if isinstance(exc, ParseException) else "500 Error"))


def _answer(status: str) -> bytes:
    body = _WORDS.encode()
    head = (
        f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nContent-Security-Policy: default-src 'none'\r\n"
        "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\r\n"
    )
    return head.encode("ascii") + body
