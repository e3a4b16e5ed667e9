"""What she signs to be let in (section 6)."""

from dataclasses import dataclass

from bredvid.room.protocol import signing
from bredvid.room.protocol.encoding import len16
from bredvid.room.protocol.labels import label0

NONCE_LENGTH, LOCATOR_LENGTH = 32, 32


@dataclass(frozen=True)
class Challenge:
    """What the server gave for a locator: good once, until `expires` (whole seconds since 1970)."""

    origin: str
    locator: bytes
    nonce: bytes
    expires: int


def signed_bytes(challenge: Challenge) -> bytes:
    """The bytes under the signature: who asks, for which room, which challenge, until when."""
    origin = len16(challenge.origin.encode("ascii"))
    return label0("sign-in") + origin + challenge.locator + challenge.nonce + challenge.expires.to_bytes(8, "big")


def answer(seed: bytes, challenge: Challenge) -> bytes:
    """Her signature."""
    return signing.sign(seed, signed_bytes(challenge))


def check(public: bytes, challenge: Challenge, signature: bytes) -> None:
    """Raises Rejected (bad-signature). That the challenge is ours, unused and not over is the server's to know."""
    signing.verify(public, signed_bytes(challenge), signature)
