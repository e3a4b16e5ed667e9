"""Scrapy as the one who fetches: HTTP, TLS, names, time-outs, limits. What is fetched and when is the visits' business.

Robots, redirects, retries and unpacking are ours, because each of them is kept as proof or counted for politeness.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.core.downloader.handlers import http11  # noqa: F401  (here, where Ctrl-C may still interrupt it)
from scrapy.crawler import CrawlerProcess
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
    StopDownload,
)
from scrapy.http import Headers

from bredvid.webaudit.crawling.addresses import origin_of
from bredvid.webaudit.crawling.bodies import LARGEST
from bredvid.webaudit.crawling.shapes import Answer, Fetch

TIMEOUT = 30
READ_TYPES = ("text/html", "application/xhtml", "application/pdf", "text/plain", "application/x-pdf")
Job = Callable[[Fetch], Coroutine[Any, Any, None]]


def run(job: Job, *, user_agent: str, contact: str = "", gateway: str = "", timeout: float = TIMEOUT) -> None:
    """Runs a job with a way to fetch, and ends when it ends. Once in a process: Twisted's reactor starts only once.

    `gateway` is the farm's address; then nothing is asked of anybody else. Raises what the job raises, and
    KeyboardInterrupt when somebody presses Ctrl-C: the job is cancelled, and what it has written stands.
    """
    failures: list[BaseException] = []

    async def guarded(fetch: Fetch) -> None:
        running = asyncio.ensure_future(job(fetch))
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            failures.append(KeyboardInterrupt())
        except Exception as error:
            failures.append(error)

    process = CrawlerProcess(settings(user_agent, contact, timeout))
    process.crawl(_Spider, job=guarded, gateway=gateway)
    process.start(install_signal_handlers=False)
    if failures:
        raise failures[0]


def settings(user_agent: str, contact: str, timeout: float) -> dict[str, Any]:
    """What Scrapy is told."""
    headers = {
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.8,*/*;q=0.5",
        "Accept-Language": "sv, en;q=0.5",
    }
    if "@" in contact:
        headers["From"] = contact
    return {
        "USER_AGENT": user_agent,
        "DEFAULT_REQUEST_HEADERS": {**headers, "Accept-Encoding": "gzip"},
        "DOWNLOAD_TIMEOUT": timeout,
        "DNS_TIMEOUT": timeout,
        "DOWNLOAD_MAXSIZE": LARGEST,
        "DOWNLOAD_WARNSIZE": 0,
        "CONCURRENT_REQUESTS": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "LOG_INSTALL_ROOT_HANDLER": False,
        **dict.fromkeys(
            ("ROBOTSTXT_OBEY", "REDIRECT_ENABLED", "RETRY_ENABLED", "COMPRESSION_ENABLED", "COOKIES_ENABLED",
             "METAREFRESH_ENABLED", "TELNETCONSOLE_ENABLED", "LOG_ENABLED"), False
        ),
    }  # fmt: skip


class _Spider(Spider):
    """Holds the job and lends it the engine."""

    name = "bredvid"
    job: Job
    gateway: str

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> "_Spider":
        spider: _Spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(_only_pages, signal=signals.headers_received)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Runs the job; nothing goes through Scrapy's own queue."""
        await self.job(self._fetch)
        for request in list[Any]():
            yield request

    async def _fetch(self, url: str, headers: Mapping[str, str], *, pages_only: bool) -> Answer:
        meta: dict[str, Any] = {"pages_only": pages_only, "download_slot": origin_of(url)}
        if self.gateway:
            meta["proxy"] = self.gateway
        try:
            response = await self.crawler.engine.download_async(
                Request(url, headers=dict(headers), meta=meta, dont_filter=True)
            )
        except StopDownload as error:
            return _broken_off(url, error)
        except Exception as error:
            return Answer(url, problem=problem_of(error))
        return Answer(url, response.status, _pairs(response.headers), response.body)


def _only_pages(headers: Headers, body_length: int, request: Request, spider: Spider) -> None:
    """Breaks off what is no page before its body comes."""
    kind = (headers.get(b"Content-Type") or b"").decode("latin-1").lower().strip()
    if request.meta.get("pages_only") and kind and not kind.startswith(READ_TYPES):
        raise StopDownload(fail=True)


def _broken_off(url: str, error: StopDownload) -> Answer:
    status = error.response.status if error.response is not None else 200
    return Answer(url, status, problem="not-a-page" if status < 400 else "")


def _pairs(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )


def problem_of(error: Exception) -> str:
    """The reason code for what went wrong on the way."""
    if isinstance(error, DownloadTimeoutError):
        return "timed-out"
    if isinstance(error, CannotResolveHostError):
        return "dns"
    if isinstance(error, DownloadCancelledError | IgnoreRequest):
        return "too-large"
    return "not-reached"
