"""The robots.txt of each host of a site: fetched once, kept as proof, and asked before every page."""

from urllib.parse import urljoin

from bredvid.webaudit.archive.warc_writer import ArchiveWriter
from bredvid.webaudit.crawling.asking import Line
from bredvid.webaudit.crawling.bodies import TooLargeError, unpacked
from bredvid.webaudit.crawling.robots import READ_AT_MOST, Robots
from bredvid.webaudit.crawling.shapes import Answer, Clock

NOTE = "robots"
_HOPS = 5


class NoRulesError(Exception):
    """We could not learn what is allowed, so nothing is (RFC 9309, 2.3.1.4). `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SiteRobots:
    """By origin, such as `https://www.exempelkommun-001.test`."""

    def __init__(self, line: Line, writer: ArchiveWriter, clock: Clock) -> None:
        self._line, self._writer, self._clock = line, writer, clock
        self._by_origin: dict[str, Robots] = {}

    def recall(self, origin: str, text: bytes) -> None:
        """Takes rules that stand in the archive."""
        self._by_origin[origin] = Robots(text)
        self._slow_down(self._by_origin[origin])

    async def at(self, origin: str) -> Robots:
        """The rules of an origin. Raises NoRulesError where the server fails, ComeBackLaterError."""
        if origin not in self._by_origin:
            text = await self._fetched(origin)
            self._writer.note(url=f"{origin}/robots.txt", kind=NOTE, text=text, fetched=self._clock.stamp())
            self.recall(origin, text)
        return self._by_origin[origin]

    async def _fetched(self, origin: str) -> bytes:
        """Its text; empty where there is none (4xx), which allows everything."""
        url = f"{origin}/robots.txt"
        for _ in range(_HOPS):
            answer = await self._line.ask(url, pages_only=False)
            if answer.problem:
                raise NoRulesError(answer.problem)
            if answer.status >= 500 or answer.status == 429:
                raise NoRulesError("server-error" if answer.status >= 500 else "blocked")
            if not (300 <= answer.status < 400 and "location" in answer.fields):
                return _text(answer)
            url = urljoin(url, answer.fields["location"])
        return b""

    def _slow_down(self, robots: Robots) -> None:
        self._line.delay = max(self._line.delay, robots.delay())


def _text(answer: Answer) -> bytes:
    if answer.status != 200:
        return b""
    try:
        return unpacked(answer.body, answer.fields)[:READ_AT_MOST]
    except TooLargeError as error:
        raise NoRulesError("too-large") from error
