"""A visit to one site, from robots.txt and start page until the budget or the site is at its end."""

from collections.abc import Callable
from pathlib import Path

from bredvid.webaudit.archive.warc_writer import ArchiveWriter
from bredvid.webaudit.crawling.addresses import origin_of
from bredvid.webaudit.crawling.asking import ComeBackLaterError, Line
from bredvid.webaudit.crawling.earlier import Earlier
from bredvid.webaudit.crawling.one_page import LATER, OnePage
from bredvid.webaudit.crawling.recalling import FINISHED, SITEMAPS, recall
from bredvid.webaudit.crawling.shapes import Clock, Fetch, Limits, Outcome, Site
from bredvid.webaudit.crawling.site_maps import addresses_from_sitemaps
from bredvid.webaudit.crawling.site_robots import SiteRobots
from bredvid.webaudit.crawling.state import State

# The site's own no, or its silence. A page that is not there is none of them.
HARD = frozenset({"blocked", "timed-out", "not-reached", "dns", "server-error"})
BUDGET, ALL, TIME = "budget", "all", "out-of-time"
Told = Callable[[Outcome], None]


class Visit:
    """One site into one archive. A visit that has ended is not begun again; one that was killed goes on."""

    def __init__(
        self, site: Site, fetch: Fetch, path: Path, *, limits: Limits, clock: Clock, software: str,
        earlier: Path | None = None, tell: Told = lambda outcome: None,
    ) -> None:  # fmt: skip
        self._path, self._limits, self._clock, self._tell, self._software = path, limits, clock, tell, software
        self._state = State(site)
        self._writer = ArchiveWriter(path, municipality=site.code)
        self._line = Line(fetch, clock, limits)
        self._robots = SiteRobots(self._line, self._writer, clock)
        self._page = OnePage(
            self._state, self._line, self._robots, self._writer, Earlier(earlier), clock=clock, limits=limits
        )
        self._started, self._tried = clock.now(), 0

    @property
    def outcome(self) -> Outcome:
        """How it stands."""
        return self._state.outcome

    async def run(self) -> Outcome:
        """Visits until the end, which it writes down."""
        with self._writer:
            recalled = recall(self._path, self._state, self._robots, self._clock.stamp())
            self.outcome.ended = recalled.ended
            if recalled.ended and not (recalled.ended == BUDGET and self.outcome.pages < self._limits.pages):
                return self.outcome
            self._writer.info(
                fetched=self._clock.stamp(), software=self._software, municipality=self._state.site.code,
                name=self._state.site.name, start=self._state.site.start,
            )  # fmt: skip
            self.outcome.ended = await self._ended(sitemaps_read=recalled.sitemaps_read)
            self._finish()
        return self.outcome

    async def _ended(self, *, sitemaps_read: bool) -> str:
        """Runs to the end and says why it ended there."""
        try:
            if (reason := await self._read_start()) is not None:
                return reason
            if not sitemaps_read:
                await self._read_sitemaps()
            return await self._read_on()
        except ComeBackLaterError:
            return self._leave(LATER)

    def _leave(self, reason: str) -> str:
        """Names what we would still have read: a visit cut short must not look like a site that was read."""
        for _ in range(self._limits.pages - self.outcome.pages):
            if (waiting := self._state.frontier.next()) is None:
                break
            url = self._state.url_of(waiting.address)
            self._writer.fail(url=url, reason=reason, fetched=self._clock.stamp(), depth=waiting.depth)
            self.outcome.fail(reason)
        return reason

    async def _read_start(self) -> str | None:
        if self.outcome.pages:
            return None
        waiting = self._state.frontier.next()
        return (await self._page.visit(waiting) or None) if waiting is not None else ALL

    async def _read_sitemaps(self) -> None:
        origin = origin_of(self._state.url_of(self._state.start))
        rules = await self._robots.at(origin)
        found = await addresses_from_sitemaps(self._line, rules, origin, self._limits.sitemaps)
        self._writer.note(
            url=f"{origin}/sitemap.xml", kind=SITEMAPS, text="\n".join(found).encode(), fetched=self._clock.stamp()
        )
        self._state.add_from_sitemap(found)

    async def _read_on(self) -> str:
        limits, in_a_row = self._limits, 0
        while self.outcome.pages < limits.pages and self._tried < 3 * limits.pages + 50:
            waiting = self._state.frontier.next()
            if waiting is None:
                return ALL
            self._tried += 1
            reason = await self._page.visit(waiting)
            self._tell(self.outcome)
            in_a_row = in_a_row + 1 if reason in HARD else 0
            if in_a_row >= limits.failures_in_a_row:
                return self._leave(reason)
            if self._clock.now() - self._started > limits.hours * 3600:
                return self._leave(TIME)
        return BUDGET

    def _finish(self) -> None:
        url = self._state.url_of(self._state.start)
        text = self.outcome.ended.encode()
        self._writer.note(url=url, kind=FINISHED, text=text, fetched=self._clock.stamp())
        self._tell(self.outcome)
