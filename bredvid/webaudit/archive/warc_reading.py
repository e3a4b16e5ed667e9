"""WARC records as raw pages: what the crawl fetched, and what it could not. README.md says which record is what."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from bredvid.webaudit.archive.http_bodies import body_of
from bredvid.webaudit.archive.warc_fields import Crawl, fields_of, reason_of
from bredvid.webaudit.shapes import Raw

_READ: Final = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.metadata | WarcRecordType.warcinfo
_TEXTS: Final = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/x-pdf")
BROKEN: Final = "broken-archive"
UNFINISHED: Final = "unfinished"
_BLOCKED: Final = frozenset({401, 403, 407, 429, 451})


def pages_of_warc(path: Path) -> Iterator[Raw]:
    """Gives the pages of a WARC file in its order, and a Raw with `problem` where the file is broken.

    After a broken record nothing of that file can be trusted to begin where it says, so reading stops there. A crawl
    of ours that was killed and not taken up again is named `unfinished`: what it lacks was never asked for.
    """
    crawl, number = Crawl(), 0
    try:
        for number, record in enumerate(_records(path), start=1):
            where = f"{path}:{number}"
            if record.record_type == WarcRecordType.warcinfo:
                crawl = crawl.or_said_by(fields_of(record))
            elif record.headers.get("WARC-Bredvid-Note") == "finished":
                crawl = replace(crawl, goes_on=False)
            elif (raw := _page(record, crawl, where)) is not None:
                yield raw
    except (OSError, ValueError, RuntimeError, StopIteration) as error:
        if isinstance(error, FileNotFoundError):
            raise
        yield Raw(url="", problem=BROKEN, where=f"{path}:{number + 1}", municipality=crawl.municipality)
        return
    if crawl.goes_on:
        yield Raw(url="", problem=UNFINISHED, where=str(path), municipality=crawl.municipality)


def _records(path: Path) -> Iterator[WarcRecord]:
    with path.open("rb") as stream:
        yield from ArchiveIterator(stream, record_types=_READ, parse_http=True, auto_decode="none")


def _page(record: WarcRecord, crawl: Crawl, where: str) -> Raw | None:
    """One record as a page; None for what is none (redirects, pictures, robots.txt, the crawl's notes)."""
    headers, fetched = record.headers, record.headers.get("WARC-Date") or ""
    url = (headers.get("WARC-Target-URI") or "").strip("<> ")
    depth = headers.get("WARC-Bredvid-Depth") or ""
    raw = Raw(
        url=url,
        fetched=fetched[:19].rstrip("Z") + "Z" if fetched else "",
        where=where,
        municipality=headers.get("WARC-Bredvid-Municipality") or crawl.municipality,
        depth=int(depth) if depth.isdecimal() else (0 if url and url == crawl.start else None),
    )
    if record.record_type == WarcRecordType.metadata:
        reason = "" if headers.get("WARC-Bredvid-Note") else reason_of(record)
        return replace(raw, problem=reason) if reason and url else None
    return _fetched(record, raw)


def _fetched(record: WarcRecord, raw: Raw) -> Raw | None:
    """A response or a resource as a page."""
    http = record.http_headers if record.is_http else None
    status = (http.status_code or 200) if http else 200
    said = (record.http_content_type if http else record.headers.get("Content-Type")) or ""
    content_type = said.partition(";")[0].strip().lower()
    if 300 <= status < 400 or raw.url.endswith("/robots.txt"):
        return None
    if status >= 400:
        return replace(raw, status=status, problem="blocked" if status in _BLOCKED else f"http-{status}")
    if content_type and content_type not in _TEXTS:
        return None
    if http is None and record.record_type == WarcRecordType.response:
        return replace(raw, problem=BROKEN)  # the file was cut off within this record
    body, problem = body_of(record, (http.get("Content-Encoding") or "") if http else "")
    charset = (record.http_charset or "") if http else ""
    return replace(raw, status=status, content_type=content_type, charset=charset, body=body, problem=problem)
