"""The addresses that a site's sitemaps give, index and gzip included."""

from collections import deque
from urllib.parse import urljoin

from bredvid.webaudit.crawling.asking import Line
from bredvid.webaudit.crawling.bodies import MOST_IN_SITEMAP, TooLargeError, in_sitemap, unpacked
from bredvid.webaudit.crawling.robots import Robots


async def addresses_from_sitemaps(line: Line, rules: Robots, origin: str, most: int) -> list[str]:
    """At most so many sitemaps: those robots.txt names, else `/sitemap.xml`. What is no sitemap gives nothing."""
    waiting = deque(urljoin(origin, url) for url in rules.sitemaps() or ("/sitemap.xml",))
    seen, found = set[str](), list[str]()
    while waiting and len(seen) < most and len(found) < MOST_IN_SITEMAP:
        url = waiting.popleft()
        if url in seen or not _ours(url, origin) or not rules.allows(url):
            continue
        seen.add(url)
        is_index, addresses = await _read(line, url)
        (waiting if is_index else found).extend(addresses)
    return found[:MOST_IN_SITEMAP]


async def _read(line: Line, url: str) -> tuple[bool, list[str]]:
    answer = await line.ask(url, pages_only=False)
    if answer.problem or answer.status != 200:
        return False, []
    try:
        return in_sitemap(unpacked(answer.body, answer.fields))
    except TooLargeError:
        return False, []


def _ours(url: str, origin: str) -> bool:
    """Whether it stands on the host it speaks for, with or without `www.`; we ask no other host on its word."""
    here, there = (address.partition("://")[2].partition("/")[0].removeprefix("www.") for address in (origin, url))
    return here == there
