"""All invented sites from one small server on the loopback address, told apart by the Host header.

It is a proxy for their hosts: who asks it for `http://www.exempelkommun-001.test/…` gets that site's page, and nobody's
name is ever looked up. It writes down who was asked what and when, so that a crawl's manners can be tested.
"""

import json
import select
import socket
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from bredvid.webaudit.farm.places import place_at
from bredvid.webaudit.farm.replies import Reply, page
from bredvid.webaudit.farm.site import farm_site
from bredvid.webaudit.farm.traits import SEED

LOOPBACK = "127.0.0.1"
PORT = 8765
LOG = "/farm/requests"


@dataclass
class Asked:
    """A request as the farm saw it. Seconds since the farm began; `at_once`: the host's open requests, this one too."""

    host: str
    target: str
    began: float
    at_once: int
    agent: str
    ended: float = 0.0
    status: int = 0


@dataclass
class Log:
    """Every request in order, safe to write from many threads."""

    asked: list[Asked] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    _open: Counter[str] = field(default_factory=Counter)
    _times: Counter[tuple[str, str]] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, host: str, target: str, agent: str) -> tuple[Asked, int]:
        """Writes down a request; gives it with how often that address has been asked for."""
        with self._lock:
            self._open[host] += 1
            self._times[host, target] += 1
            one = Asked(host, target, time.monotonic() - self.began, self._open[host], agent)
            self.asked.append(one)
            return one, self._times[host, target]

    def end(self, one: Asked, status: int) -> None:
        """Writes down that a request has been answered."""
        with self._lock:
            self._open[one.host] -= 1
            one.ended, one.status = time.monotonic() - self.began, status

    def as_json(self) -> bytes:
        """All of it."""
        with self._lock:
            return json.dumps([asdict(one) for one in self.asked]).encode()


class Farm(ThreadingHTTPServer):
    """The server; a thread for each connection. `port=0` takes a free one."""

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, port: int = PORT, *, seed: str = SEED, edition: int = 1) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.seed, self.edition = seed, edition
        self.log, self.closing = Log(), threading.Event()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """For `bredvid audit crawl --farm`."""
        return f"http://{LOOPBACK}:{self.port}"

    def reply(self, host: str, target: str, headers: Mapping[str, str], times: int) -> Reply:
        """What a host answers; 502 where it is nobody's."""
        place = place_at(host)
        if place is None:
            return page("Ingen sådan webbplats på gården", 502)
        return farm_site(place.number, seed=self.seed, edition=self.edition).reply(target, headers, times=times)

    def server_close(self) -> None:
        """Lets the hanging go, too."""
        self.closing.set()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A crawler that breaks off is no error of ours."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Farm

    def do_GET(self) -> None:
        host, target = self._asked_for()
        if target == LOG:
            self._send(Reply(content_type="application/json", body=self.server.log.as_json()))
            return
        one, times = self.server.log.begin(host, target, self.headers.get("User-Agent", ""))
        status = 0
        try:
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = self.server.reply(host, target, headers, times)
            if reply.wait:
                self._hang(reply.wait)
            status = reply.status
            self._send(reply)
        finally:
            self.server.log.end(one, status)

    def _hang(self, seconds: float) -> None:
        """Says nothing until the time is over, the other one hangs up, or the farm closes."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.server.closing.wait(0.05):
            if select.select([self.connection], [], [], 0)[0] and not self.connection.recv(1, socket.MSG_PEEK):
                raise ConnectionAbortedError

    def _asked_for(self) -> tuple[str, str]:
        if self.path.startswith("http://"):
            parts = urlsplit(self.path)
            return parts.netloc, f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        return self.headers.get("Host", ""), self.path

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        if reply.content_type:
            self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.pieces is not None or reply.broken_off:
            self.close_connection = True
            if reply.broken_off:
                self.send_header("Content-Length", str(len(reply.body) + 1000))
            self.send_header("Connection", "close")
        elif reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)
        for piece in reply.pieces or ():
            self.wfile.write(piece)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the log is kept as values."""
