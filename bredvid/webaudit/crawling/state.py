"""What a visit knows about its site: the same whether it was learnt just now or read back from the archive."""

from collections.abc import Mapping
from urllib.parse import urljoin

from bredvid.webaudit.crawling.addresses import Address, address_of, origin_of
from bredvid.webaudit.crawling.bodies import TooLargeError, links_in, unpacked
from bredvid.webaudit.crawling.frontier import Frontier
from bredvid.webaudit.crawling.shapes import Outcome, Site


class State:
    """Frontier, outcome, and which scheme and `www.` each host is used to."""

    def __init__(self, site: Site) -> None:
        start = address_of(site.start)
        if start is None:
            raise ValueError(f"{site.code}: {site.start!r} is no address of a start page")
        self.site, self.start = site, start
        self.hosts = site.hosts | {start.host}
        self.frontier = Frontier(self.hosts)
        self.frontier.begin(start)
        self.outcome = Outcome(site.code, site.name)
        self._origins = {start.host: origin_of(site.start)}

    def url_of(self, address: Address) -> str:
        """The address as the site is used to have it."""
        return self.origin(address.host) + address.rest

    def origin(self, host: str) -> str:
        """Scheme and host to ask under: as the site last told us, else as its start page has it."""
        scheme = origin_of(self.site.start).partition(":")[0]
        return self._origins.get(host, f"{scheme}://{host}")

    def redirected(self, url: str, location: str) -> Address | None:
        """Where a redirect leads; None where that is no page of this site. Learns scheme and `www.` by the way."""
        target = address_of(location, url)
        if target is None or target.host not in self.hosts:
            return None
        if target == address_of(url):
            self._origins[target.host] = origin_of(urljoin(url, location))
        return target

    def follow_links(self, url: str, body: bytes, headers: Mapping[str, str], depth: int | None) -> None:
        """Puts a page's links into the frontier. Raises TooLargeError."""
        body = unpacked(body, headers)
        if not is_html(headers, body):
            return
        further = depth + 1 if depth is not None else None
        for href, text in links_in(body, url):
            if (address := address_of(href)) is not None:
                self.frontier.add(address, text, further)

    def add_from_sitemap(self, addresses: list[str]) -> None:
        """Puts a sitemap's addresses into the frontier; nobody knows how many clicks they are from the start page."""
        for text in addresses:
            if (address := address_of(text)) is not None:
                self.frontier.add(address, "", None)

    def page_kept(self, url: str, body: bytes, headers: Mapping[str, str], depth: int | None) -> None:
        """Counts a page that stands in the archive, and puts its links into the frontier."""
        self.outcome.pages += 1
        try:
            self.follow_links(url, body, headers, depth)
        except TooLargeError:
            self.outcome.fail("too-large")


def is_html(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether links may be looked for: it says that it is HTML, or begins as if it were."""
    said = headers.get("content-type", "").lower()
    return "html" in said or (not said and body.lstrip()[:1] == b"<")
