"""Rooms made up for tests: what her browser would send, and rooms that stand."""

import hashlib
from dataclasses import dataclass

from bredvid.room.protocol import age_files, signing
from bredvid.room.protocol.members import Role
from bredvid.room.protocol.padding import IDENTITY, padded
from bredvid.room.storing import desks, making
from bredvid.room.storing.desks import OpenDesk
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.making import NewRoom
from bredvid.room.tests.people import Chance, Person, Room, somebody


@dataclass
class Written:
    """A room as her browser has it, and what she sent to open it."""

    room: Room
    new: NewRoom
    sign_in: bytes  # the seed


def key(number: int | str) -> bytes:
    """An idempotency key."""
    return hashlib.sha256(str(number).encode()).digest()[:16]


def memory(text: str = "memory", to: bytes = bytes(31) + b"\x09") -> bytes:
    """A memory file, sealed to somebody."""
    return age_files.seal([age_files.recipient(to)], padded(text.encode()))


def identity(to: bytes = bytes(31) + b"\x09") -> bytes:
    """An identity file."""
    return age_files.seal([age_files.recipient(to)], padded(b"{}", (IDENTITY,)))


def open_desks(*people: Person) -> None:
    """Lets these organisations be written to."""
    desks.provided_by(lambda: [OpenDesk(one.name, one.author, one.member.recipient, True) for one in people])


def written(seed: str, *organisations: Person, days: int = 90) -> Written:
    """A room with its first entries, as they are sent to open it: epoch 0, epoch 1 with the others, a message."""
    chance = Chance(seed)
    room = Room(chance, somebody(chance, name=""))
    room.she = somebody(Chance(seed + "/she"), Role.SHE, "")
    batch = [room.add(room.begin([room.she]))]
    if organisations:
        batch += [room.add(room.begin([room.she, *organisations])), room.add(room.say(room.she, "hej"))]
    seed_of_s = chance.bytes()
    new = NewRoom(
        locator=chance.bytes(), room=room.number, sign_in=signing.public_key(seed_of_s), identity=identity(),
        days=days, batch=Batch(batch, key(seed), memory()),
    )  # fmt: skip
    return Written(room, new, seed_of_s)


def standing(seed: str, *organisations: Person, days: int = 90) -> Written:
    """A room that was opened; its organisations may be let in."""
    open_desks(*organisations)
    made = written(seed, *organisations, days=days)
    making.make(made.new)
    return made
