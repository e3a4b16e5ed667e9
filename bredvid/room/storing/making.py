"""A new room, with its first entries: all or nothing."""

import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from bredvid.room.models import Room
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.room_log import State
from bredvid.room.storing import answers, clock, entries, keys, limits
from bredvid.room.storing.answers import Head
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.refusals import Conflict, NoRoom
from bredvid.room.storing.unsealing import key_of, sealed_state


@dataclass(frozen=True)
class NewRoom:
    """What she sends to open a room, already read from its text."""

    locator: bytes
    room: bytes
    sign_in: bytes
    identity: bytes
    days: int
    batch: Batch

    @property
    def parts(self) -> tuple[bytes, ...]:
        """What must be the same when the request is sent again."""
        return (self.room, self.sign_in, self.identity, self.days.to_bytes(2, "big"), *self.batch.parts)


def make(new: NewRoom) -> tuple[Head, str]:
    """Makes a room and gives its head and the week in which it ends; the same again makes nothing and gives the same.

    Raises Rejected for an entry, Conflict where the locator or the number is taken, Quota.
    """
    if standing := made_before(new):
        return standing
    parsed = entries.parse(new.batch.entries)
    if parsed[0].place.room != new.room:
        raise Rejected(Outcome.WRONG_PLACE, "room")
    through = entries.steps(State(new.room), parsed, parsed[0].place.author)
    slot = keys.slots().take()
    try:
        return _written(new, slot, through)
    except BaseException as error:
        keys.slots().destroy(slot)  # it sealed nothing that was kept
        if not isinstance(error, IntegrityError):
            raise
        if standing := made_before(new):  # the same request was under way in another process
            return standing
        raise Conflict from error


def made_before(new: NewRoom) -> tuple[Head, str] | None:
    """What was answered when the same request made the room; None where there is none. Raises Conflict."""
    row = Room.objects.only("number", "slot", "ends").filter(mark=keys.mark_of_locator(new.locator)).first()
    if row is None:
        return None
    author = entries.parse(new.batch.entries)[0].place.author
    try:
        head = answers.given(row, key_of(row), author, new.batch.key, new.parts)
    except NoRoom as error:
        raise Conflict from error
    if head is None:
        raise Conflict
    return head, limits.week_of(row.ends)


def _written(new: NewRoom, slot: int, through: list[State]) -> tuple[Head, str]:
    key = keys.slots().key(slot)
    with transaction.atomic(durable=True):
        row = _row(new, slot, key, through[-1])
        head = entries.write(row, key, new.batch, through, new.parts, new=True)
    return head, limits.week_of(row.ends)


def _row(new: NewRoom, slot: int, key: bytes, state: State) -> Room:
    today, shift = clock.today(), secrets.randbelow(2 * limits.SHIFTS + 1) - limits.SHIFTS
    return Room.objects.create(
        mark=keys.mark_of_locator(new.locator), number=new.room, slot=slot,
        sign_in=keys.sealed(key, "sign-in", new.room, new.sign_in),
        identity=keys.sealed(key, "identity", new.room, new.identity),
        memory=keys.sealed(key, "memory", new.room, new.batch.memory),
        state=sealed_state(key, state), sequence=state.sequence,
        days=new.days, shift=shift, visited=today, ends=limits.ends_on(today, new.days, shift),
    )  # fmt: skip
