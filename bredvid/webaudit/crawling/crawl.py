"""All sites of a crawl, many at a time: each politely, none waiting for another."""

import asyncio
import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bredvid.webaudit.crawling.shapes import Clock, Fetch, Limits, Outcome, Site
from bredvid.webaudit.crawling.visit import Told, Visit

AT_ONCE = 100
"""Sites visited at a time: holds memory, and our own line, within bounds."""


@dataclass(frozen=True)
class Plan:
    """What is crawled, where to, and how."""

    sites: Sequence[Site]
    out: Path
    software: str
    limits: Limits = field(default_factory=Limits)
    again: Path | None = None  # a folder of earlier archives
    clock: Clock = field(default_factory=Clock)
    at_once: int = AT_ONCE


async def crawl(plan: Plan, fetch: Fetch, tell: Told = lambda outcome: None) -> list[Outcome]:
    """Visits every site; what goes wrong with one stops no other. Gives the outcomes in the order of the sites."""
    room = asyncio.Semaphore(plan.at_once)

    async def one(site: Site) -> Outcome:
        async with room:
            return await _visit(plan, site, fetch, tell)

    return list(await asyncio.gather(*(one(site) for site in plan.sites)))


async def _visit(plan: Plan, site: Site, fetch: Fetch, tell: Told) -> Outcome:
    try:
        visit = Visit(
            site, fetch, archive_of(plan.out, site), limits=plan.limits, clock=plan.clock, software=plan.software,
            earlier=archive_of(plan.again, site) if plan.again is not None else None, tell=tell,
        )  # fmt: skip
        outcome = await visit.run()
    except Exception as error:
        outcome = Outcome(site.code, site.name, ended=f"internal-error: {type(error).__name__}: {error}")
    tell(outcome)
    return outcome


def archive_of(folder: Path, site: Site) -> Path:
    """A site's archive in a folder."""
    return folder / f"{site.code}.warc.gz"


class BusyError(Exception):
    """Another crawl writes to the folder."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Holds a folder for one crawl at a time. Raises BusyError, OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".crawling").open("w") as mark:
        try:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield
