"""One address of a site: asked for, followed through its redirects, and kept with what came of it."""

from bredvid.webaudit.archive.warc_writer import ArchiveWriter
from bredvid.webaudit.crawling.addresses import Address, origin_of
from bredvid.webaudit.crawling.asking import ComeBackLaterError, Line
from bredvid.webaudit.crawling.bodies import TooLargeError, unpacked
from bredvid.webaudit.crawling.earlier import Earlier
from bredvid.webaudit.crawling.frontier import Waiting
from bredvid.webaudit.crawling.shapes import Answer, Clock, Limits
from bredvid.webaudit.crawling.site_robots import NoRulesError, SiteRobots
from bredvid.webaudit.crawling.state import State

SKIPPED, LATER = "skipped", "come-back-later"
REFUSED = frozenset({401, 403, 407, 429, 451})
# How a status is counted; the archive keeps the response itself.
_OK = range(200, 300)


class OnePage:
    """Visits one address at a time. What it gives is the reason that there is no page, or nothing."""

    def __init__(
        self, state: State, line: Line, robots: SiteRobots, writer: ArchiveWriter, earlier: Earlier,
        *, clock: Clock, limits: Limits,
    ) -> None:  # fmt: skip
        self._state, self._line, self._robots, self._writer = state, line, robots, writer
        self._earlier, self._clock, self._limits = earlier, clock, limits

    async def visit(self, waiting: Waiting) -> str:
        """Keeps a page, or a failure with its reason, which it gives; empty is well. Raises ComeBackLaterError."""
        try:
            reason = await self._follow(waiting)
        except ComeBackLaterError:
            self._state.outcome.fail(self._failed(self._state.url_of(waiting.address), LATER, waiting.depth))
            raise
        if reason:
            self._state.outcome.fail(reason)
        return reason

    async def _follow(self, waiting: Waiting) -> str:
        address, asked = waiting.address, set[str]()
        while True:
            url = self._state.url_of(address)
            if url in asked or len(asked) > self._limits.redirects:
                return self._failed(url, "redirect-loop", waiting.depth)
            asked.add(url)
            if reason := await self._forbidden(url):
                return self._failed(url, reason, waiting.depth)
            answer = await self._line.ask(url, self._earlier.conditions(url))
            if not _is_redirect(answer):
                return self._keep(url, answer, waiting.depth)
            self._write(url, answer, waiting.depth)
            target = self._state.redirected(url, answer.fields["location"])
            if target is None:
                return self._left(address, url, waiting.depth)
            if self._have(target, address, asked):
                return ""
            address = target

    def _have(self, target: Address, address: Address, asked: set[str]) -> bool:
        """Whether a redirect leads to a page that we have, and not back to where we come from."""
        if target == address or self._state.frontier.settle(target):
            return False
        return self._state.url_of(target) not in asked

    async def _forbidden(self, url: str) -> str:
        try:
            rules = await self._robots.at(origin_of(url))
        except NoRulesError as error:
            return error.reason
        return "" if rules.allows(url) else "robots"

    def _left(self, address: Address, url: str, depth: int | None) -> str:
        """A redirect out of the site: nothing to read here, and a failure only where it is the start page."""
        return self._failed(url, "other-site", depth) if address == self._state.start else ""

    def _keep(self, url: str, answer: Answer, depth: int | None) -> str:
        if answer.problem == "not-a-page":
            self._writer.note(url=url, kind=SKIPPED, text=b"", fetched=self._clock.stamp())
            return ""
        if answer.problem:
            return self._failed(url, answer.problem, depth)
        if answer.status == 304:
            return self._keep_unchanged(url, depth)
        try:
            unpacked(answer.body, answer.fields)
        except TooLargeError:
            return self._failed(url, "too-large", depth)
        self._write(url, answer, depth)
        if answer.status not in _OK:
            return reason_of(answer.status)
        self._state.page_kept(url, answer.body, answer.fields, depth)
        return ""

    def _keep_unchanged(self, url: str, depth: int | None) -> str:
        try:
            kept = self._earlier.page(url)
        except LookupError:
            return self._failed(url, "not-reached", depth)
        self._writer.write(
            url=url, status=200, headers=kept.headers, body=kept.body, fetched=self._clock.stamp(), depth=depth,
            unchanged_since=kept.unchanged_since or kept.fetched,
        )  # fmt: skip
        self._state.outcome.unchanged += 1
        self._state.page_kept(url, kept.body, kept.fields, depth)
        return ""

    def _write(self, url: str, answer: Answer, depth: int | None) -> None:
        self._writer.write(
            url=url, status=answer.status, headers=answer.headers, body=answer.body, fetched=self._clock.stamp(),
            depth=depth,
        )  # fmt: skip

    def _failed(self, url: str, reason: str, depth: int | None) -> str:
        self._writer.fail(url=url, reason=reason, fetched=self._clock.stamp(), depth=depth)
        return reason


def _is_redirect(answer: Answer) -> bool:
    return answer.status in (301, 302, 303, 307, 308) and "location" in answer.fields


def reason_of(status: int) -> str:
    """The reason that a status stands for."""
    if status in REFUSED:
        return "blocked"
    return "server-error" if status >= 500 else "not-found-page"
