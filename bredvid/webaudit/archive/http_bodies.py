"""Bodies of responses, unpacked as they say they are packed, and never more than a page may cost."""

import zlib
from typing import Final

from fastwarc.warc import WarcRecord

from bredvid.webaudit.archive.bounds import LARGEST_BODY

_PLAIN: Final = frozenset({"", "identity", "none"})
_WINDOWS: Final = {"gzip": 47, "x-gzip": 47, "deflate": 47}  # 32 + 15: zlib sees itself which of the two it is


def body_of(record: WarcRecord, encoding: str) -> tuple[bytes, str]:
    """Gives a record's body and a reason code, empty where all is well.

    One byte more than LARGEST_BODY may come out, so that the reader sees that it was cut.
    """
    packed = record.reader.read(LARGEST_BODY + 1)
    body, problem = unpacked(packed, encoding.strip().lower())
    if len(packed) < min(record.content_length, LARGEST_BODY):
        return b"", "broken-archive"  # the file was cut off within this record
    return body, problem


def unpacked(packed: bytes, encoding: str) -> tuple[bytes, str]:
    """Unpacks a body, as far as the largest body; what is said to be packed and is not is taken as it is."""
    if encoding in _PLAIN or not packed:
        return packed, ""
    if encoding not in _WINDOWS:
        return b"", "not-text"
    body = _inflated(packed, _WINDOWS[encoding]) or (_inflated(packed, -15) if encoding == "deflate" else b"")
    if body:
        return body, ""
    return (b"", "not-text") if packed[:2] == b"\x1f\x8b" or b"\0" in packed[:1000] else (packed, "")


def _inflated(packed: bytes, window: int) -> bytes:
    """What could be unpacked: a stream that breaks off gives what stood before the break."""
    pieces, room = [], LARGEST_BODY + 1
    inflater = zlib.decompressobj(window)
    try:
        for start in range(0, len(packed), 65_536):
            data = packed[start : start + 65_536]
            while data and room > 0:
                piece = inflater.decompress(data, room)
                pieces.append(piece)
                room -= len(piece)
                data = inflater.unconsumed_tail
    except zlib.error:
        pass
    return b"".join(pieces)
