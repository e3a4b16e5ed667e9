"""The log of a room: appended to in strict order, all of a batch or nothing, and read (section 11).

Every append ends in a commit before it returns, so that whoever is answered can rely on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from bredvid.room.models import Entry, Room
from bredvid.room.protocol import entries as protocol, room_log
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.room_log import State
from bredvid.room.storing import answers, clock, keys, limits, memberships, quotas
from bredvid.room.storing.answers import Head
from bredvid.room.storing.desks import check_let_in
from bredvid.room.storing.refusals import Conflict, NoRoom
from bredvid.room.storing.unsealing import key_of, sealed_state, state_of

ANSWERED_AT_ONCE = 4 * 1024 * 1024
"""Bytes of entries in one answer; who reads asks on until the head."""


@dataclass(frozen=True)
class Batch:
    """Entries to append: their bytes, the key of the request, and her memory file where she sends one with them."""

    entries: Sequence[bytes]
    key: bytes
    memory: bytes = b""

    @property
    def parts(self) -> tuple[bytes, ...]:
        """What must be the same when the request is sent again."""
        return (*self.entries, self.memory)


@dataclass(frozen=True)
class Part:
    """A piece of a log, and where the log ends."""

    entries: list[bytes]
    head: Head


def append(room: bytes, batch: Batch, *, author: bytes | None = None) -> Head:
    """Appends a batch and gives the new head; the same batch again gives the same head and writes nothing.

    `author` is the organisation that writes; None is she. Raises NoRoom (also for an organisation that is not in the
    room), Conflict, Quota, Rejected for an entry that the protocol does not take.
    """
    parsed = parse(batch.entries)
    with transaction.atomic(durable=True):
        row = _locked(room)
        storage = key_of(row)
        state = state_of(row, storage)
        writer = _writer(state, author)
        if done := answers.given(row, storage, writer, batch.key, batch.parts):
            return done
        if (parsed[0].place.sequence, parsed[0].place.previous) != (state.sequence + 1, state.head):
            raise Conflict((state.sequence, state.head))
        through = steps(state, parsed, writer)
        _advance(row, storage, through[-1], batch.memory)
        return write(row, storage, batch, through, batch.parts)


def parse(batch: Sequence[bytes]) -> list[protocol.Entry]:
    """The entries of a batch. Raises Rejected: too many, none, or bytes that are no entry."""
    if not 0 < len(batch) <= limits.ENTRIES_A_BATCH:
        raise Rejected(Outcome.TOO_LARGE if batch else Outcome.NOT_CANONICAL, "entries")
    return [protocol.from_bytes(data) for data in batch]


def steps(state: State, parsed: Sequence[protocol.Entry], writer: bytes) -> list[State]:
    """The states before, between and after the entries. Raises Rejected for one that the protocol does not take."""
    found = [state]
    for entry in parsed:
        if entry.place.author != writer:
            raise Rejected(Outcome.NOT_A_MEMBER, "another's entry")
        found.append(room_log.accepted(found[-1], entry))
    check_let_in(memberships.joining(found))
    return found


def write(
    row: Room, storage: bytes, batch: Batch, through: list[State], parts: tuple[bytes, ...], *, new: bool = False
) -> Head:
    """Writes entries that were accepted; inside the transaction that holds the room. Raises Quota.

    `parts` is what must be the same when the request comes again.
    """
    after, day, parsed = through[-1], clock.today(), parse(batch.entries)
    writer, head = parsed[0].place.author, (after.sequence, after.head)
    quotas.take(row, storage, writer, [len(data) for data in batch.entries], day, new=new)
    Entry.objects.bulk_create(
        _row(row, storage, entry, data, day) for entry, data in zip(parsed, batch.entries, strict=True)
    )
    memberships.follow(row, through)
    answers.keep(row, storage, writer, batch.key, parts, head, day)
    return head


def _advance(row: Room, storage: bytes, after: State, memory: bytes) -> None:
    """The room's row after a batch."""
    changed: dict[str, Any] = {"state": sealed_state(storage, after), "sequence": after.sequence}
    if memory:
        changed["memory"] = keys.sealed(storage, "memory", after.room, memory)
    Room.objects.filter(pk=row.pk).update(**changed)


def read(room: bytes, start: int = 0, *, author: bytes | None = None) -> Part:
    """The entries from a sequence on, in order, as many as one answer holds.

    Raises NoRoom: for an organisation also where it is not in the room.
    """
    row = Room.objects.only("number", "slot", "state").filter(number=room).first()
    if row is None or (author is not None and not memberships.is_in(row, author)):
        raise NoRoom
    storage = key_of(row)
    # The state first: an entry that comes meanwhile stands after the head that is told, and is cut off here.
    state, found, size = state_of(row, storage), list[bytes](), 0
    kept = Entry.objects.filter(room=row, sequence__gte=start, sequence__lte=state.sequence).order_by("sequence")
    for sequence, sealed in kept.values_list("sequence", "sealed").iterator(chunk_size=64):
        found.append(keys.opened(storage, "entry", room, sealed, sequence))
        size += len(found[-1])
        if size >= ANSWERED_AT_ONCE:
            break
    return Part(found, (state.sequence, state.head))


def _locked(room: bytes) -> Room:
    # Her files are not needed to write, and may be long.
    row = Room.objects.select_for_update().defer("sign_in", "identity", "memory").filter(number=room).first()
    if row is None:
        raise NoRoom
    return row


def _writer(state: State, author: bytes | None) -> bytes:
    present = state.present()
    if author is None:
        return present[0].author
    if author not in {member.author for member in present[1:]}:
        raise NoRoom
    return author


def _row(row: Room, storage: bytes, entry: protocol.Entry, data: bytes, day: date) -> Entry:
    place = entry.place
    return Entry(
        room=row, sequence=place.sequence, kind=place.kind, author=keys.mark_of_author(storage, place.author),
        size=len(data), sealed=keys.sealed(storage, "entry", place.room, data, place.sequence), day=day,
    )  # fmt: skip
