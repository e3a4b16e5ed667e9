"""The desk's keys in Python, for the demonstration and tests: what a browser does with them (room.md, 11)."""

import base64
import json
from dataclasses import dataclass

from bredvid.room.protocol import age_files, signing
from bredvid.room.protocol.keys import root_of
from bredvid.room.protocol.labels import derived, label0
from bredvid.room.protocol.padding import IDENTITY, padded, unpadded


@dataclass(frozen=True)
class Organisation:
    """An organisation's keys, both halves."""

    sign: bytes
    open: bytes

    @property
    def author(self) -> bytes:
        """The public half of its signing key."""
        return signing.public_key(self.sign)

    @property
    def recipient(self) -> bytes:
        """The public half of its age identity."""
        return recipient(self.open)

    def handed_to(self, whom: bytes) -> bytes:
        """Both secrets, sealed to a person's recipient."""
        return _sealed(whom, {"v": 1, "sign": _text(self.sign), "open": _text(self.open)})


def organisation_of(sign: bytes, identity: bytes) -> Organisation:
    """The keys of a seed and an identity."""
    return Organisation(sign, identity)


def organisation_from(handed: bytes, identity: bytes) -> Organisation:
    """The keys that were handed to a person. Raises Rejected."""
    found = _content(handed, identity)
    return Organisation(_bytes(found["sign"]), _bytes(found["open"]))


def recipient(identity: bytes) -> bytes:
    """The public half of an age identity."""
    return age_files.recipient(identity)


def wrap_of_phrase(phrase: str, salt: bytes) -> bytes:
    """W of a phrase's words, one space between them."""
    return derived(root_of(label0("desk-phrase") + phrase.encode(), salt), "desk-wrap-phrase")


def locked(identity: bytes, wrap: bytes) -> bytes:
    """A person's identity, sealed to the public half of W."""
    return _sealed(recipient(wrap), {"v": 1, "open": _text(identity)})


def unlocked(wrapped: bytes, wrap: bytes) -> bytes:
    """The identity in a lock. Raises Rejected."""
    return _bytes(_content(wrapped, wrap)["open"])


def _sealed(whom: bytes, what: dict[str, object]) -> bytes:
    return age_files.seal([whom], padded(json.dumps(what, separators=(",", ":")).encode(), (IDENTITY,)))


def _content(data: bytes, identity: bytes) -> dict[str, str]:
    found: dict[str, str] = json.loads(unpadded(age_files.open_file(identity, data, 1), (IDENTITY,)))
    return found


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
