"""Contents in one of few sizes (section 8)."""

from bredvid.room.protocol.outcomes import Outcome, Rejected

IDENTITY = 512
BUCKETS = tuple(2_048 << k for k in range(6))
_LENGTH = 4


def padded(content: bytes, sizes: tuple[int, ...] = BUCKETS) -> bytes:
    """The payload: length, content, zero bytes up to the smallest size that holds them. Raises Rejected (too-large)."""
    size = smallest(len(content), sizes)
    if size is None:
        raise Rejected(Outcome.TOO_LARGE, f"{len(content)} bytes")
    payload = len(content).to_bytes(_LENGTH, "big") + content
    return payload + bytes(size - len(payload))


def unpadded(payload: bytes, sizes: tuple[int, ...] = BUCKETS) -> bytes:
    """The content of a payload. Raises Rejected (bad-padding) for anything that `padded` does not make."""
    length = int.from_bytes(payload[:_LENGTH], "big")
    if len(payload) < _LENGTH or smallest(length, sizes) != len(payload) or any(payload[_LENGTH + length :]):
        raise Rejected(Outcome.BAD_PADDING)
    return payload[_LENGTH : _LENGTH + length]


def smallest(length: int, sizes: tuple[int, ...] = BUCKETS) -> int | None:
    """The smallest size that holds a content of so many bytes; None where there is none."""
    return next((size for size in sizes if length + _LENGTH <= size), None)
