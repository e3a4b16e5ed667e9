"""What is logged of errors, by construction without anything of the reader.

A message that a library made is not repeated, because it may quote the reader: only its kind and the places in
our code it passed are. Hence no address, user agent, query, header or mistyped name can reach a log.
The line of a request is made in logs_of_requests.py by the same rule.

Source: promise 1 in docs/promises.md. The test that holds it is config/tests/test_logs_know_nobody.py.
"""

import logging
import time
import traceback
from typing import Any

# Loggers whose words are our own.
_OURS = "bredvid"


class Discreet(logging.Formatter):
    """Formats a record as hour, level, logger, kind of error and places in our code; our own loggers' words too."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without anything a reader sent."""
        line = f"{time.strftime('%Y-%m-%dT%H')} {record.levelname.lower()} {record.name}"
        if record.name.split(".")[0] == _OURS:
            line += f": {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f": {kind_and_places(record.exc_info[1])}"
        return line


def kind_and_places(error: BaseException) -> str:
    """An error as its class and the frames it passed, without its words and without any value."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return " < ".join([type(error).__name__, *reversed(places[-6:])])


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").split("/")[-3:])


def logging_settings(*, verbose: bool) -> dict[str, Any]:
    """Django's LOGGING: everything to stderr, discreetly.

    `verbose` (BREDVID_DEBUG=1) keeps the words of messages, for one's own machine.
    """
    formatter = {} if verbose else {"()": "bredvid.config.logs.Discreet"}
    handlers = {"handlers": ["stderr"], "level": "INFO" if verbose else "WARNING", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        # Named, because Django gives these handlers of their own that write addresses and mail. A page that is not
        # there is no error of ours.
        "loggers": {
            "django": handlers,
            "django.server": handlers,
            "django.request": handlers if verbose else handlers | {"level": "ERROR"},
            "django.security": handlers,
        },
    }
