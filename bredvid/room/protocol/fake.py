"""What an unknown locator is given: bytes that have the outside of an identity, the same each time (section 6)."""

import base64
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bredvid.room.protocol.age_header import INTRO, MAC_LINE, STANZA, sealed_length
from bredvid.room.protocol.labels import derived
from bredvid.room.protocol.padding import IDENTITY

LENGTH = sealed_length(IDENTITY, 1)


def fake_identity(fake_key: bytes, locator: bytes) -> bytes:
    """A well-formed age file that nobody can open, as long as a true identity.

    Its share is a true point of the curve: a random text would not be one in half of the cases, and tell.
    """
    stream = derived(hmac.digest(fake_key, locator, "sha256"), "fake-identity", LENGTH)
    share = X25519PrivateKey.from_private_bytes(stream[:32]).public_key().public_bytes_raw()
    head = (
        INTRO + STANZA + _text(share) + b"\n" + _text(stream[32:64]) + b"\n" + MAC_LINE + _text(stream[64:96]) + b"\n"
    )
    return head + stream[96 : 96 + LENGTH - len(head)]


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
