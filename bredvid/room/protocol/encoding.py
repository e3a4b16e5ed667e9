"""Bytes as text and back, and reading fields off the front (section 2). One encoding each; every other is rejected."""

import base64
import binascii

from bredvid.room.protocol.outcomes import Outcome, Rejected


def to_text(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_text(text: str, length: int | None = None) -> bytes:
    """The bytes of a text, `length` of them if that is given. Raises Rejected (not-canonical)."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise Rejected(Outcome.NOT_CANONICAL, "no base64url") from error
    if to_text(data) != text or (length is not None and len(data) != length):
        raise Rejected(Outcome.NOT_CANONICAL, "not the one way to write it")
    return data


def len16(data: bytes) -> bytes:
    """The bytes with their length before them, in two bytes. Raises Rejected (too-large) over 65,535."""
    if len(data) > 0xFFFF:
        raise Rejected(Outcome.TOO_LARGE)
    return len(data).to_bytes(2, "big") + data


class Fields:
    """Reads fields off the front of some bytes. Raises Rejected (cut-short, extra-bytes)."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, length: int) -> bytes:
        """The next `length` bytes."""
        if self._at + length > len(self._data):
            raise Rejected(Outcome.CUT_SHORT)
        self._at += length
        return self._data[self._at - length : self._at]

    def number(self, length: int) -> int:
        """The next bytes as an unsigned number, the highest first."""
        return int.from_bytes(self.take(length), "big")

    def end(self) -> None:
        """Says that nothing may follow."""
        if self._at != len(self._data):
            raise Rejected(Outcome.EXTRA_BYTES)
