"""One page by its address, as politely as a whole site: robots.txt is asked first, and we say who asks."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bredvid import __version__
from bredvid.webaudit.archive.inputs import raws
from bredvid.webaudit.crawling.contact import checked, user_agent
from bredvid.webaudit.crawling.crawl import Plan, crawl
from bredvid.webaudit.crawling.downloading import run
from bredvid.webaudit.crawling.shapes import Fetch, Limits, Site
from bredvid.webaudit.shapes import Raw

# No municipality's code; the page is taken for itself.
_NOBODY = "0000"


def fetch_one(url: str, *, contact: str, gateway: str = "", timeout: float = 30) -> Raw:
    """The page at an address, or a Raw with the reason that there is none.

    `gateway` is the farm's address where its invented hosts are asked for. Raises ContactError without a contact
    that a site can turn to.
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    site = Site(_NOBODY, host, url, frozenset({host}))
    with TemporaryDirectory() as folder:
        agent = user_agent(__version__, checked(contact))
        plan = Plan([site], Path(folder), agent, Limits(pages=1, sitemaps=0), None)

        async def job(fetch: Fetch) -> None:
            await crawl(plan, fetch)

        run(job, user_agent=agent, contact=contact, gateway=gateway, timeout=timeout)
        found = sorted(raws(Path(folder)), key=lambda raw: (bool(raw.problem), raw.url != url))
    if not found:
        return Raw(url=url, problem="not-reached", where=url)
    return replace(found[0], municipality="", depth=None, where=found[0].url)
