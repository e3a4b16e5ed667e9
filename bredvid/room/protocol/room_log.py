"""What everybody checks of an entry before it is taken: server, member and she alike (sections 9 and 10).

A room's log is read from its first entry; `State` is what is known after each. Nothing here opens anything.
"""

from dataclasses import dataclass

from bredvid.room.protocol import age_header, entries, members
from bredvid.room.protocol.entries import NO_ENTRY, Entry, Kind
from bredvid.room.protocol.members import Epoch, Member
from bredvid.room.protocol.outcomes import Outcome, Rejected


@dataclass(frozen=True, slots=True)
class State:
    """A room after its last entry; before the first there is none, only the room's number."""

    room: bytes
    sequence: int = -1
    head: bytes = NO_ENTRY
    number: int = -1  # of the epoch
    epoch: Epoch | None = None
    left: frozenset[bytes] = frozenset()  # author keys of those who have left since the epoch began

    def present(self) -> tuple[Member, ...]:
        """Those who are members now."""
        return tuple(one for one in self.epoch.members if one.author not in self.left) if self.epoch else ()


def accepted(state: State, entry: Entry) -> State:
    """The room after one more entry. Raises Rejected, for the first of section 9's reasons that holds."""
    begins = members.from_bytes(entry.public) if entry.place.kind is Kind.EPOCH else None
    if begins is None and len(entry.public) != (32 if entry.place.kind is Kind.SHOW else 0):
        raise Rejected(Outcome.NOT_CANONICAL, "public part")
    _check_place(state, entry)
    _check_author(state, entry, begins)
    entries.check_signature(entry)
    age_header.check_form(entry.sealed, len(begins.members) if begins else 1)
    return _after(state, entry, begins)


def _check_place(state: State, entry: Entry) -> None:
    place = entry.place
    if (place.room, place.sequence, place.previous) != (state.room, state.sequence + 1, state.head):
        raise Rejected(Outcome.WRONG_PLACE)
    expected = state.number + (place.kind is Kind.EPOCH)
    if place.epoch != expected or expected < 0:
        raise Rejected(Outcome.OLD_EPOCH if place.epoch < expected else Outcome.WRONG_PLACE, f"epoch {place.epoch}")
    if state.left and place.kind is not Kind.EPOCH:
        raise Rejected(Outcome.EPOCH_OWED)


def _check_author(state: State, entry: Entry, begins: Epoch | None) -> None:
    author = entry.place.author
    if state.epoch is None:
        if begins is None or begins.she.author != author:
            raise Rejected(Outcome.NOT_A_MEMBER, "the first entry is hers")
        return
    if author not in {one.author for one in state.present()}:
        raise Rejected(Outcome.NOT_A_MEMBER)
    hers = author == state.epoch.she.author
    if entry.place.kind is Kind.LEAVE and hers:
        raise Rejected(Outcome.NOT_ALLOWED, "she cannot leave")
    if entry.place.kind is Kind.SHOW and not (hers and entry.public in {one.author for one in state.present()[1:]}):
        raise Rejected(Outcome.NOT_ALLOWED, "she alone shows, and to a member")
    if begins is not None and not _may_begin(state, begins, hers=hers):
        raise Rejected(Outcome.NOT_ALLOWED, "members")
    if begins is not None and any(one.author in state.left for one in begins.members):
        raise Rejected(Outcome.EPOCH_OWED, "one who has left")


def _may_begin(state: State, begins: Epoch, *, hers: bool) -> bool:
    """She may list whom she likes, with herself as she is; a member only those who are there already."""
    present = state.present()
    return begins.she == present[0] if hers else begins.members == present


def _after(state: State, entry: Entry, begins: Epoch | None) -> State:
    place = entry.place
    left = state.left | {place.author} if place.kind is Kind.LEAVE else state.left
    return State(
        room=state.room, sequence=place.sequence, head=entry.hash(), number=place.epoch,
        epoch=begins or state.epoch, left=frozenset() if begins else left,
    )  # fmt: skip
