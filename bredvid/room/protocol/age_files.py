"""age files with X25519 recipients, written and opened (C2SP age v1): the second implementation beside the browser's.

The server seals and opens nothing. This serves vectors, tests and who exports a room by hand; tests hold it against
pyrage and against age's public vectors. One chunk at most, which is all that section 8 allows.
"""

import base64
import hmac
import os
from collections.abc import Callable, Sequence
from typing import TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bredvid.room.protocol.age_header import INTRO, MAC_LINE, NONCE, STANZA, Stanza, header_length, stanzas
from bredvid.room.protocol.outcomes import Outcome, Rejected

CHUNK = 65_536
_LAST_CHUNK = bytes(11) + b"\x01"
FILE_KEY = 16


def recipient(identity: bytes) -> bytes:
    """The public half of an X25519 identity, both as 32 bytes."""
    return X25519PrivateKey.from_private_bytes(identity).public_key().public_bytes_raw()


Chance: TypeAlias = Callable[[int], bytes]


def seal(recipients: Sequence[bytes], message: bytes, chance: Chance = os.urandom) -> bytes:
    """The age file of a message. Only vectors give another `chance`: file key, nonce, then a secret a recipient."""
    if len(message) > CHUNK:
        raise Rejected(Outcome.TOO_LARGE)
    file_key, nonce = chance(FILE_KEY), chance(NONCE)
    head = INTRO + b"".join([_stanza(file_key, to, chance(32)) for to in recipients])
    head += MAC_LINE[:-1]
    mac = hmac.digest(_hkdf(file_key, b"", b"header"), head, "sha256")
    body = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload")).encrypt(_LAST_CHUNK, message, None)
    return head + b" " + _text(mac) + b"\n" + nonce + body


def open_file(identity: bytes, data: bytes, recipients: int) -> bytes:
    """The message of a file with so many recipients. Raises Rejected (wrong-kind, wrong-key, changed)."""
    for stanza in stanzas(data, recipients):
        file_key = _unwrapped(identity, stanza)
        if file_key is not None:
            return _opened(file_key, data, header_length(recipients))
    raise Rejected(Outcome.WRONG_KEY)


def _opened(file_key: bytes, data: bytes, at: int) -> bytes:
    head, mac = data[: at - 1].rsplit(b" ", 1)
    if not hmac.compare_digest(_text(hmac.digest(_hkdf(file_key, b"", b"header"), head, "sha256")), mac):
        raise Rejected(Outcome.CHANGED, "header")
    nonce, body = data[at : at + NONCE], data[at + NONCE :]
    try:
        return ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload")).decrypt(_LAST_CHUNK, body, None)
    except InvalidTag as error:
        raise Rejected(Outcome.CHANGED, "payload") from error


def _stanza(file_key: bytes, to: bytes, secret: bytes) -> bytes:
    share = recipient(secret)
    key = _wrapping(
        X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(to)), share, to
    )
    body = ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None)
    return STANZA + _text(share) + b"\n" + _text(body) + b"\n"


def _unwrapped(identity: bytes, stanza: Stanza) -> bytes | None:
    share, body = base64.b64decode(stanza.share + b"="), base64.b64decode(stanza.body + b"=")
    try:
        shared = X25519PrivateKey.from_private_bytes(identity).exchange(X25519PublicKey.from_public_bytes(share))
        return ChaCha20Poly1305(_wrapping(shared, share, recipient(identity))).decrypt(bytes(12), body, None)
    except InvalidTag:  # another's stanza
        return None
    except ValueError as error:  # a share of small order: no file of ours, whomever it is for
        raise Rejected(Outcome.WRONG_KEY, "share") from error


def _wrapping(shared: bytes, share: bytes, to: bytes) -> bytes:
    return _hkdf(shared, share + to, b"age-encryption.org/v1/X25519")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
