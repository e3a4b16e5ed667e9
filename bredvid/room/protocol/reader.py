"""A log read by one who may read some of it: she, or a member with its own identity (sections 7, 9 and 10).

What is wrong outside an entry ends the log: the server gave something that it must not. What is wrong inside is its
author's doing, and rejects that entry alone, so that no member can close a room with an entry that does not open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bredvid.room.protocol import contents, entries, room_log
from bredvid.room.protocol.age_files import recipient
from bredvid.room.protocol.entries import Entry, Kind
from bredvid.room.protocol.members import Epoch
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.room_log import State


@dataclass(frozen=True, slots=True)
class Read:
    """An entry that stands in the log. `outcome` is None where it was sealed for others; `body` is there on success."""

    entry: Entry
    outcome: Outcome | None
    body: contents.Body | None = None


@dataclass(slots=True)
class Reader:
    """Reads a log from its first entry, with the reader's own age identity and what memory holds."""

    room: bytes
    identity: bytes
    pins: Mapping[bytes, bytes] = field(default_factory=dict)  # author key → recipient
    head: tuple[int, bytes] | None = None  # sequence and hash of the last entry seen
    state: State = field(init=False)
    _epochs: dict[int, Epoch] = field(default_factory=dict, init=False)
    _identities: dict[int, bytes] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.state = State(self.room)

    def read(self, data: bytes) -> Read:
        """The next entry. Raises Rejected for what is wrong outside it, and then the log ends before it."""
        entry = entries.from_bytes(data)
        after = room_log.accepted(self.state, entry)
        self._check_memory(after)
        self.state = after
        if entry.place.kind is Kind.EPOCH and after.epoch:
            self._epochs[after.number] = after.epoch
        return self.open(entry)

    def end(self) -> None:
        """Says that the log ends here. Raises Rejected (other-history) where memory has seen more of it."""
        if self.head and self.head[0] > self.state.sequence:
            raise Rejected(Outcome.OTHER_HISTORY, "shorter than what was seen")

    def open(self, entry: Entry) -> Read:
        """An entry of this log, opened as far as it is for this reader; again later, when more epochs are known."""
        try:
            body = self._body(entry)
        except Rejected as rejected:
            return Read(entry, rejected.outcome)
        return Read(entry, None if body is None else Outcome.SUCCESS, body)

    def _check_memory(self, after: State) -> None:
        for member in after.present():
            if self.pins.get(member.author, member.recipient) != member.recipient:
                raise Rejected(Outcome.PIN_MISMATCH)
        if self.head and self.head[0] == after.sequence and self.head[1] != after.head:
            raise Rejected(Outcome.OTHER_HISTORY)

    def _body(self, entry: Entry) -> contents.Body | None:
        identity = self._identity_for(entry)
        if identity is None:
            return None
        body = contents.opened(entry, identity)
        if entry.place.kind is Kind.EPOCH:
            self._learn({entry.place.epoch: contents.identity_of(body)})
        if entry.place.kind is Kind.SHOW:
            self._learn(contents.earlier_of(body))
        return body

    def _identity_for(self, entry: Entry) -> bytes | None:
        """What opens an entry; None where it is sealed to others."""
        if entry.place.kind in (Kind.MESSAGE, Kind.LEAVE):
            return self._identities.get(entry.place.epoch)
        members = self._epochs[entry.place.epoch].members
        meant = [one for one in members if entry.place.kind is Kind.EPOCH or one.author == entry.public]
        return self.identity if recipient(self.identity) in {member.recipient for member in meant} else None

    def _learn(self, found: Mapping[int, bytes]) -> None:
        """Each identity must be the secret half of what the log says of its epoch."""
        for number, identity in found.items():
            if number not in self._epochs or recipient(identity) != self._epochs[number].recipient:
                raise Rejected(Outcome.WRONG_KEY, f"epoch {number}")
        self._identities.update(found)
