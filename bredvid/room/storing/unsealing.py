"""A room's key and the state of its log, out of its row."""

from bredvid.room.keystore.slots import NoKeyError
from bredvid.room.models import Room
from bredvid.room.protocol.room_log import State
from bredvid.room.storing import keys, state as states
from bredvid.room.storing.refusals import NoRoom


def key_of(row: Room) -> bytes:
    """The room's storage key. Raises NoRoom where it was destroyed."""
    try:
        return keys.slots().key(row.slot)
    except NoKeyError as error:
        raise NoRoom from error


def state_of(row: Room, key: bytes) -> State:
    """What is known of the log after its last entry."""
    room = bytes(row.number)
    return states.from_bytes(room, keys.opened(key, "state", room, row.state))


def sealed_state(key: bytes, state: State) -> bytes:
    """The state as the row keeps it."""
    return keys.sealed(key, "state", state.room, states.to_bytes(state))
