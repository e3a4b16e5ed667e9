"""What a process of the server does once a day by itself, also on days when nobody opens a page."""

import logging
from importlib import import_module
from threading import Event, Thread

# How often it asks whether a new day has come.
EVERY_SECONDS = 60 * 60
# Each has a `tidy_once_a_day`; where one fails the others are done all the same.
JOBS = ("bredvid.register.actions.tidying", "bredvid.room.storing.destroying")
logger = logging.getLogger(__name__)


def start() -> Event:
    """Starts to look every hour, beside the pages, and returns what ends it. It ends with the process in any case."""
    stop = Event()
    Thread(target=keep, args=(stop,), name="daily", daemon=True).start()
    return stop


def keep(stop: Event, *, every: float = EVERY_SECONDS) -> None:
    """Looks after each pause until it is told to stop."""
    while not stop.wait(every):
        look()


def look() -> None:
    """Destroys what is due on a new day, in the register and of rooms. Nothing else on the same day."""
    from django.db import connections

    for job in JOBS:
        try:
            import_module(job).tidy_once_a_day()
        except Exception as error:
            # Only the kind of error: its words may hold what stands in a row. The next hour tries again.
            logger.error("The work of the day stopped: %s.", type(error).__name__)  # noqa: TRY400  # no traceback: its words too
    connections.close_all()
