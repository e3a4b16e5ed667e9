"""What the server keeps of rooms: sealed bytes, keyed marks, days. See docs/reference/room-protocol.md, section 11."""

from bredvid.room.models.desks import Desk, Holder, Lock
from bredvid.room.models.log import Answered, Entry, Membership, Written
from bredvid.room.models.rooms import Deployment, Room

__all__ = ["Answered", "Deployment", "Desk", "Entry", "Holder", "Lock", "Membership", "Room", "Written"]
