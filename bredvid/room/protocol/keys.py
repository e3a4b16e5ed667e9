"""From her secret to her keys (section 4). The server uses `pepper` and `locator_hash`; the rest is her browser's."""

import hashlib
import hmac
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from bredvid.room.protocol.labels import derived, label0

MEMORY_KIB, PASSES, LANES, LENGTH = 65_536, 3, 1, 32
DEPLOYMENT_ID_LENGTH = 16


@dataclass(frozen=True)
class Keys:
    """What a code opens: where the room is found, the seed of the sign-in key, the secret half of the wrapping key."""

    locator: bytes
    sign_in: bytes
    wrap: bytes


def root_of(secret: bytes, deployment_id: bytes) -> bytes:
    """Argon2id of the secret (canonical code and extra word): 32 bytes. Slow on purpose."""
    salt = label0("argon2-salt") + deployment_id
    return hash_secret_raw(secret, salt, PASSES, MEMORY_KIB, LANES, LENGTH, Type.ID, version=0x13)


def pepper_request(root: bytes) -> bytes:
    """q: all that the server is told of root."""
    return derived(root, "pepper-request")


def pepper(pepper_key: bytes, q: bytes) -> bytes:
    """p: the server's part of the keys."""
    return hmac.digest(pepper_key, q, "sha256")


def keys_of(root: bytes, p: bytes) -> Keys:
    """Her keys, of root and of the server's part."""
    return Keys(derived(p, "locator"), derived(root + p, "sign-in"), derived(root + p, "wrap"))


def locator_hash(locator: bytes) -> bytes:
    """What the server keeps of a locator."""
    return hashlib.sha256(label0("locator-hash") + locator).digest()
