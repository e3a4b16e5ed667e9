"""What must hold before a room is opened or written in: commits that last, and the right file of keys."""

import logging

from django.db import DatabaseError

from bredvid.room.storing import deployment, durability

logger = logging.getLogger(__name__)
_checked = False


def check() -> None:
    """Raises NotDurableError, KeyFileError, or DatabaseError where the database does not answer."""
    durability.check()
    deployment.check_keys()


def at_start() -> None:
    """Asks when the site starts; a fault raises, and no process starts.

    A database that does not answer yet stops nothing: her pages with numbers stand without one. It is asked again
    before the first room.
    """
    try:
        ensure()
    except DatabaseError as error:
        logger.warning("Rooms are not open: the database does not answer (%s).", type(error).__name__)


def ensure() -> None:
    """Asks once in a process; later calls cost nothing. Raises as `check` does."""
    global _checked
    if not _checked:
        check()
        _checked = True
