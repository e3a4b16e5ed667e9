"""What a site answers, as plain values: a server, or anybody, can give them out."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

HTML = "text/html; charset=utf-8"
CHANGED = "Mon, 02 Mar 2026 08:00:00 GMT"


@dataclass(frozen=True)
class Reply:
    """A response. `pieces` gives a body too long to hold; `wait` is how many seconds the server takes."""

    status: int = 200
    content_type: str = HTML
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterator[bytes] | None = None
    wait: float = 0.0
    broken_off: bool = False


def redirect(target: str, status: int = 301) -> Reply:
    """A redirect."""
    return Reply(status, body=b"", headers={"Location": target})


def text(words: str, status: int = 200) -> Reply:
    """Plain text."""
    return Reply(status, "text/plain; charset=utf-8", words.encode())


def page(words: str, status: int = 200) -> Reply:
    """A short page of markup."""
    return Reply(status, body=f"<!DOCTYPE html><html lang=sv><title>{words}</title><p>{words}</p></html>".encode())


def unless_unchanged(reply: Reply, asked: Mapping[str, str], how: str) -> Reply:
    """304 where the asker has it already; else the reply with what to ask by next time. `how`: etag, dated, none."""
    if reply.status != 200 or not reply.body or how == "none":
        return reply
    mark = f'"{hashlib.sha256(reply.body).hexdigest()[:16]}"'
    marks = {"ETag": mark, "Last-Modified": CHANGED} if how == "etag" else {"Last-Modified": CHANGED}
    same = asked.get("if-none-match") == mark if how == "etag" else asked.get("if-modified-since") == CHANGED
    return Reply(304, "", headers=marks) if same else replace(reply, headers={**reply.headers, **marks})


def gzip_bomb(megabytes: int) -> bytes:
    """Spaces that unpack to so many megabytes."""
    packer, piece = zlib.compressobj(9, wbits=31), b" " * 1_000_000
    return b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()


def endless(first: bytes, piece: bytes, times: int) -> Iterator[bytes]:
    """A body that is longer than anybody should read."""
    yield first
    for _ in range(times):
        yield piece
