"""A log's state as bytes, so that an entry can be judged without reading all that came before it."""

from bredvid.room.protocol import members
from bredvid.room.protocol.encoding import Fields, len16
from bredvid.room.protocol.room_log import State


def to_bytes(state: State) -> bytes:
    """The state after an entry. Raises ValueError before the first: nothing is kept of such a room."""
    if state.epoch is None:
        raise ValueError("a room is kept from its first entry on")
    return (
        state.sequence.to_bytes(4, "big") + state.head + state.number.to_bytes(4, "big")
        + len16(members.to_bytes(state.epoch)) + bytes((len(state.left),)) + b"".join(sorted(state.left))
    )  # fmt: skip


def from_bytes(room: bytes, data: bytes) -> State:
    """The state that some bytes are."""
    fields = Fields(data)
    sequence, head, number = fields.number(4), fields.take(32), fields.number(4)
    epoch = members.from_bytes(fields.take(fields.number(2)))
    left = frozenset(fields.take(32) for _ in range(fields.number(1)))
    fields.end()
    return State(room, sequence, head, number, epoch, left)
