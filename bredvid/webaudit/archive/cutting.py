"""Where the last whole record of a gzipped WARC ends: what stands after it was being written when the crawl died."""

import zlib
from pathlib import Path

_PIECE = 1 << 16


def cut_off_half_record(path: Path) -> int:
    """Cuts off a half-written last gzip member, where there is one. Gives how many bytes went; nothing else changes."""
    size = path.stat().st_size
    whole = end_of_whole_members(path)
    if whole < size:
        with path.open("r+b") as file:
            file.truncate(whole)
    return size - whole


def end_of_whole_members(path: Path) -> int:
    """The offset after the last whole gzip member; 0 where none is. Reads in pieces, whatever a member unpacks to."""
    end = position = 0
    member = zlib.decompressobj(wbits=31)
    with path.open("rb") as file:
        piece = file.read(_PIECE)
        while piece:
            try:
                member.decompress(piece, _PIECE)
            except zlib.error:
                return end
            if member.eof:
                end = position = position + len(piece) - len(member.unused_data)
                piece, member = member.unused_data or file.read(_PIECE), zlib.decompressobj(wbits=31)
                continue
            rest = member.unconsumed_tail
            position += len(piece) - len(rest)
            piece = rest or file.read(_PIECE)
    return end
