"""What lies in the database of a room: sealed once more, under the room's storage key (section 11).

XChaCha20-Poly1305 of libsodium, with a random nonce of 24 bytes: a key may seal any number of rows. The row's place is
authenticated with it, so that no row can be put in another's place.
"""

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as _open,
    crypto_aead_xchacha20poly1305_ietf_encrypt as _seal,
)
from nacl.exceptions import CryptoError
from nacl.utils import random as chance

NONCE, TAG = 24, 16


class NotOursError(ValueError):
    """What was kept does not open under this key at this place: changed, moved, or another room's."""


def sealed(key: bytes, place: bytes, data: bytes) -> bytes:
    """The bytes to keep: nonce, ciphertext, tag. 40 more than the data."""
    nonce = chance(NONCE)
    return nonce + _seal(data, place, nonce, key)


def opened(key: bytes, place: bytes, kept: bytes) -> bytes:
    """The data that were kept. Raises NotOursError."""
    try:
        return _open(kept[NONCE:], place, kept[:NONCE], key)
    except (CryptoError, ValueError, TypeError) as error:
        raise NotOursError from error
