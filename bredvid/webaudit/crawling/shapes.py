"""What the parts of a crawl hand to each other."""

import asyncio
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

DELAY = 2.0
"""Seconds from the end of one answer to the next question to the same site: the least that is decent."""


@dataclass(frozen=True, slots=True)
class Site:
    """A municipality's web site: where it begins, and on what hosts (without `www.`) it stands."""

    code: str
    name: str
    start: str
    hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address: a response, or a problem by its reason code."""

    url: str
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    problem: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The headers by name in small letters; the last of a name counts."""
        return {name.lower(): value for name, value in self.headers}


class Fetch(Protocol):
    """Asks for one address, once. Never raises for anything the web does: that is an Answer with a problem.

    With `pages_only` the answer is `not-a-page`, without its body, where its type is none that is read.
    """

    def __call__(self, url: str, headers: Mapping[str, str], *, pages_only: bool) -> Awaitable[Answer]:
        """Asks."""
        ...


class Clock:
    """Time as it goes. Tests have one of their own."""

    def now(self) -> float:
        """Seconds since whenever."""
        return time.monotonic()

    def stamp(self) -> str:
        """The time of day, UTC."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of one site. Seconds, pieces."""

    pages: int = 300
    delay: float = DELAY
    tries: int = 3
    redirects: int = 5
    longest_wait: float = 300.0  # a longer Retry-After ends the visit
    failures_in_a_row: int = 6
    hours: float = 12.0
    sitemaps: int = 6


@dataclass(slots=True)
class Outcome:
    """How a visit went: how many pages stand in the archive, how many addresses failed, why it ended."""

    code: str
    name: str
    pages: int = 0
    failed: int = 0
    unchanged: int = 0
    ended: str = ""  # all, budget, or the reason that it was given up
    reasons: dict[str, int] = field(default_factory=dict)

    def fail(self, reason: str) -> None:
        """Counts a failure."""
        self.failed += 1
        self.reasons[reason] = self.reasons.get(reason, 0) + 1
