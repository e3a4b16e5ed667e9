"""A web of plain values and a clock that nobody waits for: what a visit does can be seen without a network."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bredvid.webaudit.crawling.records import Kept, kept_in
from bredvid.webaudit.crawling.shapes import Answer, Clock, Limits, Outcome, Site
from bredvid.webaudit.crawling.visit import Visit

HOST = "exempelkommun-001.test"
ROOT = f"https://www.{HOST}"
SITE = Site("9001", "Exempelkommun 1", f"{ROOT}/", frozenset({HOST}))
HTML = (("Content-Type", "text/html; charset=utf-8"),)


class StoppedClock(Clock):
    """Time goes on only when somebody sleeps, or a page takes its time."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time

    def stamp(self) -> str:
        return f"2026-11-23T10:{int(self.time) // 60 % 60:02d}:{int(self.time) % 60:02d}Z"

    async def sleep(self, seconds: float) -> None:
        self.time += seconds


@dataclass
class Asked:
    url: str
    headers: Mapping[str, str]
    began: float
    ended: float


@dataclass
class Web:
    """Answers by address; what it does not have is 404, and each site's robots.txt is empty."""

    pages: Mapping[str, Answer | Callable[[Mapping[str, str]], Answer]]
    clock: StoppedClock = field(default_factory=StoppedClock)
    took: float = 0.5
    asked: list[Asked] = field(default_factory=list)
    dies_at: int = 0  # the so-many-th question is never answered: the process is gone

    async def __call__(self, url: str, headers: Mapping[str, str], *, pages_only: bool) -> Answer:
        if self.dies_at and len(self.asked) + 1 == self.dies_at:
            raise KeyboardInterrupt
        began = self.clock.time
        self.clock.time += self.took
        self.asked.append(Asked(url, dict(headers), began, self.clock.time))
        found = self.pages.get(url, Answer(url, 404, HTML, b"<p>finns inte</p>"))
        return found(headers) if callable(found) else found

    @property
    def urls(self) -> list[str]:
        """What was asked for, in order, without what every visit begins with."""
        return [each.url for each in self.asked if not each.url.endswith(("/robots.txt", "/sitemap.xml"))]


def page(*links: tuple[str, str], status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """A page with these links: address and text."""
    body = "".join(f'<p><a href="{href}">{text}</a></p>' for href, text in links)
    return Answer("", status, HTML + headers, f"<html><main>{body or 'text'}</main></html>".encode())


def redirect(target: str) -> Answer:
    return Answer("", 302, (("Location", target),))


def robots(text: str) -> Answer:
    return Answer("", 200, (("Content-Type", "text/plain"),), text.encode())


def visited(web: Web, folder: Path, *, earlier: Path | None = None, site: Site = SITE, **limits: float) -> Outcome:
    """A visit to the end."""
    visit = Visit(
        site, web, folder / "9001.warc.gz", limits=Limits(**limits), clock=web.clock,  # type: ignore[arg-type]  # whole numbers too
        software="Bredvid/test", earlier=earlier,
    )  # fmt: skip
    return asyncio.run(visit.run())


def archived(folder: Path) -> list[Kept]:
    """What stands in the archive, without the crawl's notes."""
    return [kept for kept in kept_in(folder / "9001.warc.gz") if not kept.note]


def failures(folder: Path) -> dict[str, str]:
    """The reason of each address that gave no page."""
    return {kept.url: kept.reason for kept in archived(folder) if kept.reason}
