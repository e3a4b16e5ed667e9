"""Small archives to read, written by warcio and not by our own writer, so that the two check each other."""

import io
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FETCHED = "2026-11-23T10:00:00Z"


class Warc:
    """An archive that is being written."""

    def __init__(self, path: Path, *, info: dict[str, str] | None = None) -> None:
        self.path = path
        self._data = io.BytesIO()
        self._writer = WARCWriter(self._data, gzip=True, warc_version="1.1")
        if info is not None:
            self._writer.write_record(self._writer.create_warcinfo_record(path.name, info))

    def page(self, url: str, body: bytes = b"<p>Text.</p>", status: str = "200 OK", **headers: Any) -> "Warc":
        """Adds a response. `headers` are the response's, `marks` among them the record's."""
        marks = {"WARC-Date": FETCHED, **headers.pop("marks", {})}
        named = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
        http = StatusAndHeaders(status, list(named.items()), protocol="HTTP/1.1")
        self._add(url, "response", body, http_headers=http, warc_headers_dict=marks)
        return self

    def note(self, url: str, payload: bytes, **marks: str) -> "Warc":
        """Adds a metadata record."""
        dated = {"WARC-Date": FETCHED} | {name.replace("_", "-"): value for name, value in marks.items()}
        self._add(url, "metadata", payload, warc_content_type="application/warc-fields", warc_headers_dict=dated)
        return self

    def _add(self, url: str, kind: str, body: bytes, **more: Any) -> None:
        record = self._writer.create_warc_record(url, kind, payload=io.BytesIO(body), length=len(body), **more)
        self._writer.write_record(record)

    def bytes(self) -> bytes:
        """What was written so far."""
        return self._data.getvalue()

    def save(self) -> Path:
        """Writes the file."""
        self.path.write_bytes(self.bytes())
        return self.path
