"""One question at a time to a site, with a pause after each answer, and again where it may help."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bredvid.webaudit.crawling.shapes import Answer, Clock, Fetch, Limits

TRANSIENT = frozenset({"timed-out", "not-reached", "dns"})
BUSY = frozenset({429, 500, 502, 503, 504})


class ComeBackLaterError(Exception):
    """The site asks us to wait for longer than a visit lasts."""


class Line:
    """The way to one site. Its owner awaits each answer before it asks again: never two questions."""

    def __init__(self, fetch: Fetch, clock: Clock, limits: Limits) -> None:
        self._fetch, self._clock, self._limits = fetch, clock, limits
        self.delay = limits.delay
        self._free_at = clock.now()

    async def ask(self, url: str, headers: Mapping[str, str] | None = None, *, pages_only: bool = True) -> Answer:
        """Asks for an address, up to `tries` times where it fails for a while. Raises ComeBackLaterError."""
        tried = 0
        while True:
            tried += 1
            answer = await self._once(url, headers or {}, pages_only)
            if not _may_pass(answer) or tried >= self._limits.tries:
                return answer
            await self._clock.sleep(self._wait(answer, tried))

    async def _once(self, url: str, headers: Mapping[str, str], pages_only: bool) -> Answer:
        if (wait := self._free_at - self._clock.now()) > 0:
            await self._clock.sleep(wait)
        try:
            return await self._fetch(url, headers, pages_only=pages_only)
        finally:
            self._free_at = self._clock.now() + self.delay

    def _wait(self, answer: Answer, tried: int) -> float:
        asked = retry_after(answer.fields.get("retry-after", ""), self._clock.stamp())
        if asked > self._limits.longest_wait:
            raise ComeBackLaterError
        return max(asked, self.delay * float(2**tried))


def _may_pass(answer: Answer) -> bool:
    return answer.problem in TRANSIENT or answer.status in BUSY


def retry_after(value: str, now: str) -> float:
    """Seconds that a Retry-After header asks for, given as a number or a date; 0 where it says nothing readable."""
    if value.strip().isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.fromisoformat(now)).total_seconds())
