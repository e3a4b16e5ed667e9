"""The installation's file of keys, and the marks and seals made under what it holds."""

import hashlib
import hmac
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from bredvid.room.keystore import at_rest
from bredvid.room.keystore.slots import LOCATOR, PEPPER, Slots
from bredvid.room.protocol.keys import locator_hash
from bredvid.room.protocol.labels import label0

SHORT = 16


def slots() -> Slots:
    """The file of keys that the settings name; one opening for a process."""
    return _opened(Path(settings.BREDVID_ROOM_KEYS))


@lru_cache(maxsize=8)
def _opened(path: Path) -> Slots:
    return Slots(path)


def fingerprint() -> bytes:
    """Says which file of keys this is, and nothing of what it holds."""
    return hashlib.sha256(label0("key-file") + slots().key(PEPPER)).digest()


def mark_of_locator(locator: bytes) -> bytes:
    """Under what a room is found; without the file of keys it says nothing of the locator."""
    return hmac.digest(slots().key(LOCATOR), label0("mark-locator") + locator_hash(locator), "sha256")


def mark_of_desk(author: bytes) -> bytes:
    """Under what an organisation's rooms are found."""
    return hmac.digest(slots().key(LOCATOR), label0("mark-desk") + author, "sha256")[:SHORT]


def mark_of_author(key: bytes, author: bytes) -> bytes:
    """Who wrote, under the room's own key: it says nothing across rooms, and nothing when the room is destroyed."""
    return hmac.digest(key, label0("mark-author") + author, "sha256")[:SHORT]


def digest(key: bytes, *parts: bytes) -> bytes:
    """A keyed digest of some bytes, each with its length."""
    text = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hmac.digest(key, label0("mark-request") + text, "sha256")


def sealed(key: bytes, column: str, room: bytes, data: bytes, number: int = 0) -> bytes:
    """What a column keeps; bound to column, room and place."""
    return at_rest.sealed(key, _place(column, room, number), data)


def opened(key: bytes, column: str, room: bytes, kept: bytes | memoryview, number: int = 0) -> bytes:
    """What a column kept. Raises NotOursError."""
    return at_rest.opened(key, _place(column, room, number), bytes(kept))


def _place(column: str, room: bytes, number: int) -> bytes:
    return label0(f"at-rest-{column}") + room + number.to_bytes(8, "big")
