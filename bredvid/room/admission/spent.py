"""Which challenges have been answered: in memory that all processes of the server share, and nowhere else.

Made before the server's processes part, so that each sees what the others took. A process that is killed holds no
lock afterwards, since the lock is the kernel's. Only answers that were right are kept here: nobody can fill it by
guessing.
"""

import hashlib
import mmap
from typing import Final

from bredvid.room.admission.lock import Lock

MARK: Final = 16
ROOM_FOR: Final = 1 << 16
"""Right answers remembered. In two minutes, as long as a challenge holds, that is 546 sign-ins a second."""

_HEAD: Final = 8


class Spent:
    """A ring of marks: the oldest makes room."""

    def __init__(self, room_for: int = ROOM_FOR) -> None:
        self._room_for = room_for
        self._memory = mmap.mmap(-1, _HEAD + MARK * room_for)
        self._lock = Lock()

    def take(self, nonce: bytes) -> bool:
        """Marks a challenge as answered; False where it was answered before."""
        mark = hashlib.sha256(nonce).digest()[:MARK]
        with self._lock.held():
            if self._holds(mark):
                return False
            number = int.from_bytes(self._memory[:_HEAD], "big")
            at = _HEAD + MARK * (number % self._room_for)
            self._memory[at : at + MARK] = mark
            self._memory[:_HEAD] = (number + 1).to_bytes(_HEAD, "big")
        return True

    def _holds(self, mark: bytes) -> bool:
        """Whether the mark stands in the ring, and not across two that stand beside each other."""
        at = self._memory.find(mark, _HEAD)
        while at >= 0 and (at - _HEAD) % MARK:
            at = self._memory.find(mark, at + 1)
        return at >= 0

    def close(self) -> None:
        """Forgets all, and takes the lock's file away."""
        self._memory.close()
        self._lock.close()
