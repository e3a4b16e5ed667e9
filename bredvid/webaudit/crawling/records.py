"""What stands in an archive of a crawl, read back by the crawl: to go on, and to ask only for what has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from bredvid.webaudit.archive.warc_writer import DEPTH, NOTE, UNCHANGED_SINCE

_READ = WarcRecordType.response | WarcRecordType.metadata


@dataclass(frozen=True, slots=True)
class Kept:
    """A record: a response (status above 0), a failure (reason) or a note of the crawl's own (note)."""

    url: str
    fetched: str
    offset: int
    depth: int | None = None
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    reason: str = ""
    note: str = ""
    unchanged_since: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The headers by name in small letters."""
        return {name.lower(): value for name, value in self.headers}


def kept_in(path: Path, *, bodies: bool = True) -> Iterator[Kept]:
    """Every record that the crawl wrote, in order."""
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=_READ, parse_http=True):
            yield _kept(record, bodies)


def kept_at(path: Path, offset: int) -> Kept:
    """The record at an offset. Raises LookupError where none is."""
    with path.open("rb") as file:
        file.seek(offset)
        for record in ArchiveIterator(file, record_types=_READ, parse_http=True):
            return _kept(record, bodies=True, offset=offset)
    raise LookupError(f"{path.name}: no record at {offset}")


def _kept(record: WarcRecord, bodies: bool, offset: int | None = None) -> Kept:
    marks = record.headers
    is_response = record.record_type == WarcRecordType.response
    note, http = marks.get(NOTE) or "", record.http_headers
    body = record.reader.read() if bodies or not is_response else b""
    return Kept(
        url=marks.get("WARC-Target-URI") or "",
        fetched=marks.get("WARC-Date") or "",
        offset=record.stream_pos if offset is None else offset,
        depth=int(depth) if (depth := marks.get(DEPTH)) else None,
        status=int(http.status_code or 0) if is_response and http is not None else 0,
        headers=tuple(http.astuples()) if http is not None else (),
        body=body,
        reason="" if is_response or note else _reason(body),
        note=note,
        unchanged_since=marks.get(UNCHANGED_SINCE) or "",
    )


def _reason(payload: bytes) -> str:
    for line in payload.decode("utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "reason":
            return value.strip()
    return ""
