"""Ed25519, verified strictly and alike everywhere (section 2)."""

from functools import lru_cache

from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from bredvid.room.protocol.outcomes import Outcome, Rejected

KEY, SIGNATURE = 32, 64


def public_key(seed: bytes) -> bytes:
    """The public half of a seed's key."""
    return bytes(SigningKey(seed).verify_key)


def sign(seed: bytes, message: bytes) -> bytes:
    """The signature over a message, 64 bytes."""
    return SigningKey(seed).sign(message).signature


def verify(key: bytes, message: bytes, signature: bytes) -> None:
    """Raises Rejected (bad-signature) unless the signature is this key's over this message.

    libsodium checks S, the point R and the equation without cofactor. That the key is in the group of prime order is
    asked besides: then no signature that another implementation may take, with a cofactor, is rejected here.
    """
    if len(signature) != SIGNATURE or not is_valid_key(key):
        raise Rejected(Outcome.BAD_SIGNATURE)
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError) as error:
        raise Rejected(Outcome.BAD_SIGNATURE) from error


@lru_cache(maxsize=4096)
def is_valid_key(key: bytes) -> bool:
    """Says whether the bytes are a canonical point in the group of prime order, not a small one."""
    return len(key) == KEY and bool(crypto_core_ed25519_is_valid_point(key))
