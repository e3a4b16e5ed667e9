"""One label per purpose, and the one derivation that all keys come by (section 2)."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PREFIX = b"bredvid.room/v1/"


def label(name: str) -> bytes:
    """The label of a purpose: `L(name)`."""
    return _PREFIX + name.encode("ascii")


def label0(name: str) -> bytes:
    """The label of a purpose where data follow it: `L0(name)`."""
    return label(name) + b"\0"


def derived(key: bytes, name: str, length: int = 32) -> bytes:
    """`HKDF(key, name, length)`: HKDF-SHA-256 (RFC 5869) with an empty salt and the label as info."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=label(name)).derive(key)
