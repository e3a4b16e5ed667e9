"""Rooms as they are kept: found, looked at by her, and what she changes beside the log."""

from dataclasses import dataclass
from functools import cached_property

from django.db import transaction

from bredvid.room.keystore.at_rest import NONCE, TAG, NotOursError
from bredvid.room.keystore.slots import PEPPER
from bredvid.room.models import Room
from bredvid.room.protocol import fake
from bredvid.room.storing import clock, keys, limits
from bredvid.room.storing.refusals import NoRoom
from bredvid.room.storing.unsealing import key_of

SMALL = ("id", "number", "slot", "sign_in", "identity")


@dataclass(frozen=True)
class Found:
    """A room as sign-in needs it: its number, the public half of her sign-in key, her identity file."""

    row: Room
    key: bytes
    room: bytes
    sign_in: bytes
    identity: bytes

    @cached_property
    def memory(self) -> bytes:
        """Her memory file. Asked for when she is let in, and not before: finding a room reads none."""
        row = Room.objects.only("memory").filter(pk=self.row.pk).first()
        if row is None:
            raise NoRoom
        return keys.opened(self.key, "memory", self.room, row.memory)


def find(locator: bytes) -> Found | None:
    """The room of a locator. One question to the database and two files opened, also where there is no room."""
    return _found(Room.objects.only(*SMALL).filter(mark=keys.mark_of_locator(locator)).first())


def find_by_number(room: bytes) -> Found | None:
    """The room with a number that her client drew; for whoever shows a token for it, or is a member of it."""
    return _found(Room.objects.only(*SMALL).filter(number=room).first())


def visit(room: bytes) -> str:
    """Writes down the day of her visit, once a day, and gives the week in which the room ends. Raises NoRoom."""
    row = Room.objects.only("visited", "days", "shift", "ends").filter(number=room).first()
    if row is None:
        raise NoRoom
    today = clock.today()
    if row.visited < today:
        row.ends = limits.ends_on(today, row.days, row.shift)
        Room.objects.filter(pk=row.pk, visited__lt=today).update(visited=today, ends=row.ends)
    return limits.week_of(row.ends)


def keep_memory(found: Found, memory: bytes) -> None:
    """Keeps her memory file in place of the one before. Raises NoRoom."""
    kept = keys.sealed(found.key, "memory", found.room, memory)
    with transaction.atomic(durable=True):
        if not Room.objects.filter(pk=found.row.pk).update(memory=kept):
            raise NoRoom


def keep_for(found: Found, days: int) -> str:
    """Chooses how long the room is kept, and gives the week in which it then ends. Raises NoRoom."""
    with transaction.atomic(durable=True):
        row = Room.objects.select_for_update().only("shift", "visited").filter(pk=found.row.pk).first()
        if row is None:
            raise NoRoom
        ends = limits.ends_on(row.visited, days, row.shift)
        Room.objects.filter(pk=row.pk).update(days=days, ends=ends)
    return limits.week_of(ends)


def _found(row: Room | None) -> Found | None:
    if row is None:
        _open_nothing()
        return None
    room = bytes(row.number)
    try:
        key = key_of(row)
    except NoRoom:  # destroyed, and its rows are about to go
        return None
    sign_in = keys.opened(key, "sign-in", room, row.sign_in)
    return Found(row, key, room, sign_in, keys.opened(key, "identity", room, row.identity))


def _open_nothing() -> None:
    """The work of a room that is there: a key read from the file, and two files opened under it."""
    key = keys.slots().key(PEPPER)
    for size in (32, fake.LENGTH):
        try:
            keys.opened(key, "identity", bytes(16), bytes(NONCE + size + TAG))
        except NotOursError:
            continue
