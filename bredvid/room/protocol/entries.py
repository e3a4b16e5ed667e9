"""An entry's bytes (section 9): one encoding, signed whole."""

import hashlib
from dataclasses import dataclass, replace
from enum import IntEnum

from bredvid.room.protocol import signing
from bredvid.room.protocol.encoding import Fields
from bredvid.room.protocol.labels import label0
from bredvid.room.protocol.outcomes import Outcome, Rejected

MAGIC = b"brv1"
ROOM, HASH = 16, 32
NO_ENTRY = bytes(HASH)
LONGEST = 70_000
"""Bytes of an entry: the largest sealed file, eight members, and the rest."""


class Kind(IntEnum):
    """What an entry does."""

    EPOCH = 1
    MESSAGE = 2
    LEAVE = 3
    SHOW = 4


@dataclass(frozen=True, slots=True)
class Place:
    """What binds an entry to where it stands. Both the signature and the sealed payload name it."""

    room: bytes
    epoch: int
    sequence: int
    previous: bytes
    author: bytes
    kind: Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the log."""

    place: Place
    public: bytes
    sealed: bytes
    signature: bytes = b""

    def to_bytes(self) -> bytes:
        """The entry's bytes, all that travels and is kept."""
        return _unsigned(self) + self.signature

    def hash(self) -> bytes:
        """What the next entry names as its previous one."""
        return hashlib.sha256(label0("entry-hash") + self.to_bytes()).digest()


def from_bytes(data: bytes) -> Entry:
    """The entry that some bytes are. Raises Rejected (unknown-version, cut-short, extra-bytes, too-large)."""
    if len(data) > LONGEST:
        raise Rejected(Outcome.TOO_LARGE)
    fields = Fields(data)
    if fields.take(len(MAGIC)) != MAGIC:
        raise Rejected(Outcome.UNKNOWN_VERSION, "magic")
    place = Place(
        fields.take(ROOM), fields.number(4), fields.number(4), fields.take(HASH), fields.take(32), _kind(fields)
    )
    entry = Entry(place, fields.take(fields.number(2)), fields.take(fields.number(4)), fields.take(signing.SIGNATURE))
    fields.end()
    return entry


def signed(entry: Entry, seed: bytes) -> Entry:
    """The entry with its author's signature."""
    return replace(entry, signature=signing.sign(seed, _to_sign(entry)))


def check_signature(entry: Entry) -> None:
    """Raises Rejected (bad-signature) unless the author it names has signed it."""
    signing.verify(entry.place.author, _to_sign(entry), entry.signature)


def binding(place: Place, public: bytes) -> bytes:
    """What the sealed payload begins with, so that it can stand nowhere else."""
    return (
        label0("payload") + place.room + _numbers(place) + place.previous + place.author
        + bytes((place.kind,)) + hashlib.sha256(public).digest()
    )  # fmt: skip


def _to_sign(entry: Entry) -> bytes:
    return label0("entry") + hashlib.sha256(_unsigned(entry)).digest()


def _unsigned(entry: Entry) -> bytes:
    place = entry.place
    return (
        MAGIC + place.room + _numbers(place) + place.previous + place.author + bytes((place.kind,))
        + len(entry.public).to_bytes(2, "big") + entry.public + len(entry.sealed).to_bytes(4, "big") + entry.sealed
    )  # fmt: skip


def _numbers(place: Place) -> bytes:
    return place.epoch.to_bytes(4, "big") + place.sequence.to_bytes(4, "big")


def _kind(fields: Fields) -> Kind:
    number = fields.number(1)
    try:
        return Kind(number)
    except ValueError as error:
        raise Rejected(Outcome.UNKNOWN_VERSION, f"kind {number}") from error
