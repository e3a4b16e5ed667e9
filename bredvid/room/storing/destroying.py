"""A room is destroyed: its key is overwritten at once, then its rows go, then what the database has left of them.

Without the key all that remains anywhere is noise; taking the noise away is hygiene. It is safe to be killed between
any two steps, and to do again: a room without a key is found by nobody, and tidying takes its rows.
"""

from dataclasses import dataclass
from datetime import date

from django.db import OperationalError, connection, transaction

from bredvid.room.keystore.slots import NoKeyError
from bredvid.room.models import Answered, Entry, Membership, Room, Written
from bredvid.room.storing import clock, deployment, keys, limits

AT_A_TIME = 500
_tidied_on: date | None = None


@dataclass(frozen=True)
class Tidied:
    """How many rooms were destroyed because their time was over, and of how many only rows were left."""

    destroyed: int = 0
    remains: int = 0


def destroy(room: bytes) -> None:
    """Destroys the room with a number. Does nothing where there is none."""
    row = Room.objects.only("id", "slot").filter(number=room).first()
    if row is not None:
        _destroy(row)
        empty_log()


def tidy(today: date | None = None) -> Tidied:
    """Destroys the rooms whose time is over, takes what was left of others, and forgets old requests."""
    deployment.check_keys()  # with another file every room would look destroyed
    day = today or clock.today()
    over = list(Room.objects.only("id", "slot").filter(ends__lte=day))
    for row in over:
        _destroy(row)
    remains = [row for row in _all_rows() if not _has_key(row)]
    for row in remains:
        _delete(row)
    old = day - limits.ANSWERS_KEPT
    Answered.objects.filter(day__lt=old).delete()
    Written.objects.filter(day__lt=old).delete()
    return Tidied(len(over), len(remains))


def tidy_once_a_day() -> None:
    """Tidies the first time that this process is asked on a day; where that fails the next time tries again."""
    global _tidied_on
    today = clock.today()
    if _tidied_on != today:
        tidy(today)
        empty_log()
        _tidied_on = today


def is_due(today: date | None = None) -> bool:
    """Whether the time of a room is over."""
    return Room.objects.filter(ends__lte=today or clock.today()).exists()


def empty_log() -> None:
    """Empties SQLite's write-ahead log, where older pages still stand. Others who read just then put it off."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except OperationalError:  # tidying will
            return


def compact() -> None:
    """Writes the database anew, so that no freed page is left. It may take a while; the site answers meanwhile."""
    empty_log()
    tables = (Room, Entry, Answered, Written, Membership)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
        else:
            for model in tables:
                cursor.execute(f"VACUUM (ANALYZE) {connection.ops.quote_name(model._meta.db_table)}")
    empty_log()


def _destroy(row: Room) -> None:
    keys.slots().destroy(row.slot)
    _delete(row)


def _delete(row: Room) -> None:
    with transaction.atomic(durable=True):
        # Whoever writes there just now is waited for, and finds no room afterwards.
        if Room.objects.select_for_update().only("id").filter(pk=row.pk).first() is None:
            return
        for model in (Entry, Answered, Written, Membership):
            model._default_manager.filter(room=row.pk).delete()
        Room.objects.filter(pk=row.pk).delete()


def _all_rows() -> "list[Room]":
    return list(Room.objects.only("id", "slot").order_by("id").iterator(chunk_size=AT_A_TIME))


def _has_key(row: Room) -> bool:
    try:
        keys.slots().key(row.slot)
    except NoKeyError:
        return False
    return True
