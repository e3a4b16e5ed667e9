"""Writes a municipality's archive: one WARC file, each record a gzip member of its own (README.md has the records)."""

import io
from collections.abc import Iterable, Mapping
from http.client import responses
from pathlib import Path
from types import TracebackType
from typing import Self

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bredvid.webaudit.archive.cutting import cut_off_half_record

MUNICIPALITY, DEPTH, NOTE = "WARC-Bredvid-Municipality", "WARC-Bredvid-Depth", "WARC-Bredvid-Note"
UNCHANGED_SINCE = "WARC-Bredvid-Unchanged-Since"
_FIELDS = "application/warc-fields"
Headers = Mapping[str, str] | Iterable[tuple[str, str]]


class ArchiveWriter:
    """Appends to an archive; a record stands in the file when the call that wrote it returns.

    Opened again after a kill it first cuts off a half-written last record. `path` should end in `.warc.gz`.
    Raises OSError where the file cannot be written.
    """

    def __init__(self, path: Path, *, municipality: str = "") -> None:
        self.path, self.municipality = path, municipality
        self.cut = cut_off_half_record(path) if path.exists() else 0
        self._file = path.open("ab")
        self._warc = WARCWriter(self._file, gzip=True, warc_version="1.1")

    def info(self, *, fetched: str = "", **fields: str) -> None:
        """Says who writes, from when, and what site: once each time the crawl begins or goes on."""
        self._plain("warcinfo", "", _lines(fields), _FIELDS, {"WARC-Filename": self.path.name, **_dated(fetched)})

    def write(
        self, *, url: str, status: int, headers: Headers, body: bytes, fetched: str = "", municipality: str = "",
        depth: int | None = None, unchanged_since: str = "",
    ) -> None:  # fmt: skip
        """Keeps a response as it came.

        `depth` is clicks from the start page. `unchanged_since` is when a body was fetched that the site now says
        still holds (304): it is copied here, so that each archive stands alone.
        """
        pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
        kept = [(name, value) for name, value in pairs if name.lower() != "transfer-encoding"]
        http = StatusAndHeaders(f"{status} {responses.get(status, 'Unknown')}", kept, protocol="HTTP/1.1")
        marks = {**self._marks(municipality, depth), **_dated(fetched)}
        if unchanged_since:
            marks[UNCHANGED_SINCE] = unchanged_since
        record = self._warc.create_warc_record(
            url, "response", payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=marks
        )
        self._warc.write_record(record)

    def fail(self, *, url: str, reason: str, fetched: str = "", depth: int | None = None, **fields: str) -> None:
        """Keeps that an address gave no page, and why; `fields` are further words for a person who looks."""
        marks = {**self._marks("", depth), **_dated(fetched)}
        self._plain("metadata", url, _lines({"reason": reason, **fields}), _FIELDS, marks)

    def note(self, *, url: str, kind: str, text: bytes, fetched: str = "", content_type: str = "text/plain") -> None:
        """Keeps what the crawl itself goes by, such as a robots.txt: proof, and no page."""
        marks = {**self._marks("", None), NOTE: kind, **_dated(fetched)}
        self._plain("metadata", url, text, content_type, marks)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _marks(self, municipality: str, depth: int | None) -> dict[str, str]:
        code = municipality or self.municipality
        return {**({MUNICIPALITY: code} if code else {}), **({DEPTH: str(depth)} if depth is not None else {})}

    def _plain(self, kind: str, url: str, payload: bytes, content_type: str, marks: dict[str, str]) -> None:
        record = self._warc.create_warc_record(
            url, kind, payload=io.BytesIO(payload), length=len(payload), warc_content_type=content_type,
            warc_headers_dict=marks,
        )  # fmt: skip
        self._warc.write_record(record)


def _dated(fetched: str) -> dict[str, str]:
    return {"WARC-Date": fetched} if fetched else {}


def _lines(fields: Mapping[str, str]) -> bytes:
    return "".join(f"{name}: {' '.join(value.split())}\r\n" for name, value in fields.items()).encode()
