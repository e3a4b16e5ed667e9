"""Challenges and tokens that only this server can have made, and that it need not remember (section 6).

Both are authenticated under a key that is made when the server starts and is written nowhere: a new start ends all.
"""

import hmac
import os
from dataclasses import dataclass
from typing import Final

from bredvid.room.protocol.labels import label0
from bredvid.room.protocol.outcomes import Outcome, Rejected

HOLDS: Final = 120
"""Seconds that a challenge may be answered in."""

STAYS: Final = 30 * 60
"""Seconds that a token opens a room."""

_HALF: Final = 16
_SECONDS: Final = 8


@dataclass(frozen=True, slots=True)
class Issuer:
    """Makes challenges and tokens, and knows its own again. `key` is 32 bytes of chance, the same in all processes."""

    key: bytes

    def challenge(self, locator: bytes, now: int) -> tuple[bytes, int]:
        """A nonce for a locator, and until when it may be answered (whole seconds since 1970)."""
        chance, expires = os.urandom(_HALF), now + HOLDS
        return chance + self._mark("challenge", locator, chance, expires), expires

    def check_challenge(self, locator: bytes, nonce: bytes, expires: int, now: int) -> None:
        """Raises Rejected (refused) for a nonce that is not ours, is another locator's, or is over."""
        mark = self._mark("challenge", locator, nonce[:_HALF], expires)
        if not (hmac.compare_digest(nonce[_HALF:], mark) and now <= expires):
            raise Rejected(Outcome.REFUSED)

    def token(self, room: bytes, now: int) -> bytes:
        """What opens a room for half an hour, to whoever shows it."""
        chance, expires = os.urandom(_HALF), now + STAYS
        return chance + expires.to_bytes(_SECONDS, "big") + self._mark("token", room, chance, expires)

    def check_token(self, room: bytes, token: bytes, now: int) -> None:
        """Raises Rejected (refused) for a token that is not ours, opens another room, or is over."""
        chance, expires = token[:_HALF], int.from_bytes(token[_HALF : _HALF + _SECONDS], "big")
        mark = self._mark("token", room, chance, expires)
        if not (hmac.compare_digest(token[_HALF + _SECONDS :], mark) and now <= expires):
            raise Rejected(Outcome.REFUSED)

    def _mark(self, name: str, about: bytes, chance: bytes, expires: int) -> bytes:
        """Authenticates a thing for what it is about; each kind under its own label, each part of fixed length."""
        if not 0 <= expires < 1 << 8 * _SECONDS or len(about) > 255:
            raise Rejected(Outcome.REFUSED)
        message = (
            label0(name) + bytes((len(about),)) + about + chance.ljust(_HALF, b"\0") + expires.to_bytes(_SECONDS, "big")
        )
        return hmac.digest(self.key, message, "sha256")[:_HALF]
