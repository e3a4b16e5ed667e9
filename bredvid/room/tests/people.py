"""Her and organisations, with keys out of a stream that is the same each time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from bredvid.room.protocol import age_files, contents, entries, members, signing
from bredvid.room.protocol.entries import Entry, Kind, Place
from bredvid.room.protocol.members import Epoch, Member, Role
from bredvid.room.protocol.reader import Reader
from bredvid.room.protocol.room_log import State, accepted

AT = "2026-11-23T21:40"


class Chance:
    """Bytes that look like chance and are the same each time for the same seed."""

    def __init__(self, seed: str) -> None:
        self._seed, self._number = seed, 0

    def bytes(self, length: int = 32) -> bytes:
        self._number += 1
        return hashlib.shake_256(f"{self._seed}/{self._number}".encode()).digest(length)


@dataclass(frozen=True)
class Person:
    """One with both secrets: she, or an organisation."""

    role: Role
    seed: bytes
    identity: bytes
    name: str = ""

    @property
    def author(self) -> bytes:
        return signing.public_key(self.seed)

    @property
    def member(self) -> Member:
        return Member(self.role, self.author, age_files.recipient(self.identity))


def somebody(chance: Chance, role: Role = Role.ORGANISATION, name: str = "Kvinnojouren Lyktan") -> Person:
    return Person(role, chance.bytes(), chance.bytes(), name)


@dataclass
class Room:
    """A room as it is written: its bytes, and each epoch's identity, which only a test may hold together."""

    chance: Chance
    she: Person
    number: bytes = b""
    log: list[bytes] = field(default_factory=list)
    identities: dict[int, bytes] = field(default_factory=dict)
    state: State = field(init=False)

    def __post_init__(self) -> None:
        self.number = self.number or self.chance.bytes(16)
        self.state = State(self.number)

    def place(self, author: Person, kind: Kind) -> Place:
        number = self.state.number + (kind is Kind.EPOCH)
        return Place(self.number, number, self.state.sequence + 1, self.state.head, author.author, kind)

    def begin(self, people: Iterable[Person], *, by: Person | None = None) -> Entry:
        """An entry that begins an epoch with these people, herself first where she is not named."""
        by, listed = by or self.she, list(people)
        place, identity = self.place(by, Kind.EPOCH), self.chance.bytes()
        epoch = Epoch(members.in_order([one.member for one in listed]), age_files.recipient(identity))
        body = contents.epoch_body(identity, {one.author: one.name for one in listed if one.name}, AT)
        entry = contents.sealed_entry(place, epoch, body, by.seed, chance=self.chance.bytes)
        self.identities[place.epoch] = identity
        return entry

    def say(self, by: Person, text: str, kind: Kind = Kind.MESSAGE) -> Entry:
        if self.state.epoch is None:
            raise ValueError("a room begins with an epoch")
        body = {"at": AT, "text": text}
        return contents.sealed_entry(self.place(by, kind), self.state.epoch, body, by.seed, chance=self.chance.bytes)

    def show(self, to: Person, numbers: Iterable[int], *, by: Person | None = None) -> Entry:
        """An entry that hands the identities of earlier epochs to one member."""
        if self.state.epoch is None:
            raise ValueError("a room begins with an epoch")
        by = by or self.she
        body = contents.show_body({number: self.identities[number] for number in numbers}, AT)
        place = self.place(by, Kind.SHOW)
        return contents.sealed_entry(place, self.state.epoch, body, by.seed, to.member, self.chance.bytes)

    def add(self, entry: Entry) -> bytes:
        """Takes an entry as the server would."""
        self.state = accepted(self.state, entry)
        self.log.append(entry.to_bytes())
        return self.log[-1]

    def reader(self, person: Person, **memory: Any) -> Reader:
        return Reader(self.number, person.identity, **memory)


def signed_anew(entry: Entry, person: Person, **changes: object) -> Entry:
    """An entry changed and signed by somebody, as an attacker who is a member could."""
    return entries.signed(replace(entry, **changes), person.seed)  # type: ignore[arg-type]


def room_with(*organisations: str, seed: str = "room") -> tuple[Room, Person, list[Person]]:
    """A room in which she has let in organisations, one after the other."""
    chance = Chance(seed)
    she = somebody(chance, Role.SHE, "")
    room = Room(chance, she)
    people = [somebody(chance, name=name) for name in organisations]
    for count in range(len(people) + 1):
        room.add(room.begin([she, *people[:count]]))
    return room, she, people
