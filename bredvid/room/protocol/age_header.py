"""The outside of an age file: what the server can see of one, and must (sections 2 and 8).

Format: C2SP age v1. Only X25519 stanzas, in binary. The server opens none; it asks whether what it was
given can be one.
"""

from typing import NamedTuple

from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.protocol.padding import BUCKETS

INTRO = b"age-encryption.org/v1\n"
STANZA, MAC_LINE = b"-> X25519 ", b"--- "
TEXT = 43  # 32 bytes in base64 without padding
STANZA_LENGTH = len(STANZA) + TEXT + 1 + TEXT + 1
NONCE, TAG = 16, 16
FIXED = len(INTRO) + len(MAC_LINE) + TEXT + 1 + NONCE + TAG
_BASE64 = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_LAST = frozenset(b"AEIMQUYcgkosw048")  # the last sign of 32 bytes carries four bits


class Stanza(NamedTuple):
    """What one recipient needs to open the file: the sender's share and the wrapped file key, in base64."""

    share: bytes
    body: bytes


def sealed_length(payload: int, recipients: int) -> int:
    """How long a file is that holds so many bytes, of one chunk, for so many recipients."""
    return FIXED + STANZA_LENGTH * recipients + payload


def check_form(data: bytes, recipients: int, sizes: tuple[int, ...] = BUCKETS) -> None:
    """Raises Rejected (bad-size, wrong-kind) unless this has the outside of an age file of ours."""
    if len(data) not in {sealed_length(size, recipients) for size in sizes}:
        raise Rejected(Outcome.BAD_SIZE, f"{len(data)} bytes")
    stanzas(data, recipients)


def stanzas(data: bytes, recipients: int) -> list[Stanza]:
    """The stanzas of a header with exactly so many. Raises Rejected (wrong-kind)."""
    at = header_length(recipients)
    lines = data[: at - 1].split(b"\n")
    if len(data) < at or not data.startswith(INTRO) or data[at - 1 : at] != b"\n" or len(lines) != 2 + 2 * recipients:
        raise Rejected(Outcome.WRONG_KIND, "header")
    found = [Stanza(lines[1 + 2 * each][len(STANZA) :], lines[2 + 2 * each]) for each in range(recipients)]
    heads = all(lines[1 + 2 * each].startswith(STANZA) for each in range(recipients))
    texts = [lines[-1].removeprefix(MAC_LINE), *(text for stanza in found for text in stanza)]
    if not heads or not lines[-1].startswith(MAC_LINE) or not all(map(_is_key, texts)):
        raise Rejected(Outcome.WRONG_KIND, "stanza")
    return found


def header_length(recipients: int) -> int:
    """How many bytes the header has, its last line break included."""
    return len(INTRO) + STANZA_LENGTH * recipients + len(MAC_LINE) + TEXT + 1


def _is_key(text: bytes) -> bool:
    """Says whether a text is 32 bytes in the one way to write them."""
    return len(text) == TEXT and _BASE64.issuperset(text) and text[-1] in _LAST
