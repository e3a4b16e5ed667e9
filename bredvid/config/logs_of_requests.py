"""What is logged of requests, by construction without anything of the reader.

A line is built from an allow-list of our own values; nothing is taken out of what came in. See also logs.py.
"""

import logging
import os
import sys
import time
from datetime import timedelta
from typing import Any

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from gunicorn import glogging  # type: ignore[import-untyped]

from bredvid.accounts.addresses import PERSONAL, is_personal
from bredvid.config.logs import kind_and_places
from bredvid.door.host import is_door_host
from bredvid.door.silence import concerns_her

# The room that writes no access line at all.
SILENT_ROOM = "door"
# A municipality's pages stand behind a link whose random part is a key: whoever reads the log must not have it.
ROOM_OF_LINKS = "answering"
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def access_line(
    *, method: str, path: str, status: str, sent: int | None, took: timedelta, host: str = ""
) -> str | None:
    """One request as `hour method path status bytes milliseconds`, or None where nothing may be written.

    The path stands only where it is the address of a page of ours; anything else a reader typed is `-`.
    The hour, not the second: a line cannot be matched with anybody's clock.
    """
    if path.startswith("/static/") or is_door_host(host) or _concerns_her(path):
        return None
    words = (
        time.strftime("%Y-%m-%dT%H"),
        method if method in _METHODS else "-",
        _said(path),
        status[:3] if status[:3].isdigit() else "-",
        str(sent or 0),
        f"{took / timedelta(milliseconds=1):.0f}",
    )
    return " ".join(words)


def _said(path: str) -> str:
    """What is written of an address: itself where it is a page's, and no part of it that can be a key."""
    match = _match(path)
    if match is None or not path:
        return "-"
    if is_personal(path):
        return f"/{PERSONAL}/"
    return f"/{match.route}" if match.app_name == ROOM_OF_LINKS else path


def _concerns_her(path: str) -> bool:
    """Whether an address is one of the silent room's, or somebody's attempt at one: below it, encoded, mistyped."""
    return concerns_her(path) or _room_of(path) == SILENT_ROOM


def _room_of(path: str) -> str:
    """The room whose page has this address; empty where no page has."""
    match = _match(path)
    return match.app_name or "-" if match else ""


def _match(path: str) -> ResolverMatch | None:
    # Of two addresses that differ in the last slash one redirects to the other.
    address = path if path.endswith("/") else path + "/"
    with translation.override("en" if address.startswith("/en/") else "sv"):
        for candidate in (path, address):
            try:
                return resolve(candidate)
            except Resolver404:
                continue
    return None


class ServerLogger(glogging.Logger):  # type: ignore[misc]
    """gunicorn's logger. The process that starts workers speaks; a worker, which meets readers, tells only kinds."""

    error_fmt = "%(asctime)s %(levelname)s gunicorn: %(message)s"
    datefmt = "%Y-%m-%dT%H"  # the hour, as in the access lines

    def __init__(self, cfg: Any) -> None:
        self._first_process = os.getpid()
        super().__init__(cfg)

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        """Writes the access line. gunicorn's own table of atoms, full of the reader, is never built."""
        line = access_line(
            method=str(environ.get("REQUEST_METHOD", "")),
            path=str(environ.get("PATH_INFO", "")),
            status=str(resp.status),
            sent=getattr(resp, "sent", None),
            took=request_time,
            host=str(environ.get("HTTP_HOST", "")),
        )
        if line is not None:
            self.access_log.info("%s", line)

    def log(self, lvl: Any, msg: Any, *args: Any, **kwargs: Any) -> None:
        """The one way out of a worker; every level below comes through here."""
        level = self.LOG_LEVELS.get(lvl, logging.INFO) if isinstance(lvl, str) else lvl
        if os.getpid() == self._first_process:
            self.error_log.log(level, msg, *args, **kwargs)
        elif level >= logging.WARNING:
            error = sys.exc_info()[1]
            self.error_log.log(
                level, "a request could not be served (%s)", kind_and_places(error) if error else "refused"
            )

    def critical(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """A message of the highest level."""
        self.log(logging.CRITICAL, msg, *args, **kwargs)

    def error(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """An error."""
        self.log(logging.ERROR, msg, *args, **kwargs)

    def warning(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """A warning."""
        self.log(logging.WARNING, msg, *args, **kwargs)

    def info(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """What gunicorn tells of its own running."""
        self.log(logging.INFO, msg, *args, **kwargs)

    def debug(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """What is of use to gunicorn's own developers."""
        self.log(logging.DEBUG, msg, *args, **kwargs)

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """An error with its traceback, of which a worker tells the kind."""
        kwargs.setdefault("exc_info", True)
        self.log(logging.ERROR, msg, *args, **kwargs)
