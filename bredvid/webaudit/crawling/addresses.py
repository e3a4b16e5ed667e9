"""Addresses in one form each, so that no page is asked for twice, and only on the municipality's own hosts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from bredvid.webaudit.crawling.words import words

_LONGEST = 1000
_SAFE = "/:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as the crawl knows it: host without `www.`, path and query. Scheme and `www.` are the site's habit."""

    host: str
    rest: str  # path and query, beginning with /

    @property
    def path(self) -> str:
        """Without query, readable: for comparing with words."""
        return unquote(self.rest.partition("?")[0])


@lru_cache(maxsize=50_000)  # a menu stands on every page
def address_of(href: str, base: str = "") -> Address | None:
    """The address that a link leads to; None where it is no page of the web or is unreasonable.

    Fragments, session numbers and campaign marks are gone; what remains of the query keeps its order.
    """
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or len(parts.path) + len(parts.query) > _LONGEST:
        return None
    try:
        plain = host.encode("idna").decode("ascii").lower().removeprefix("www.")
    except UnicodeError:
        return None
    if port and port not in (80, 443):
        plain += f":{port}"
    return Address(plain, _path(parts.path) + _query(parts.query))


def _path(path: str) -> str:
    path = re.sub(r";(?:jsessionid|sid|phpsessid)=[^/]*", "", path, flags=re.IGNORECASE)
    path = re.sub(r"/{2,}", "/", path) or "/"
    steps: list[str] = []
    for step in path.split("/")[1:]:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/" + quote(unquote("/".join(steps), errors="surrogateescape"), safe=_SAFE, errors="surrogateescape")


def _query(query: str) -> str:
    dropped = words().dropped_query
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=None, errors="surrogateescape")
        if name.lower() not in dropped and not name.lower().startswith("utm_")
    ]
    return "?" + urlencode(kept, errors="surrogateescape") if kept else ""


def is_page(address: Address) -> bool:
    """Whether it may be a page to read: no search, log-in or form, and no ending of a picture, film or program."""
    known = words()
    path = address.path.casefold()
    name = path.rpartition("/")[2]
    if "." in name and name.rpartition(".")[2] in known.never_ending:
        return False
    if not known.never_step.isdisjoint(path.split("/")):
        return False
    return not _asked(address) & known.never_query


def _asked(address: Address) -> set[str]:
    """The names in the query, in small letters."""
    query = address.rest.partition("?")[2]
    return {name.lower() for name, _ in parse_qsl(query, keep_blank_values=True)} if query else set()


def pattern_of(address: Address) -> str:
    """The address with every number and every value of its query taken away: what a trap's addresses have in common."""
    return f"{address.host}{re.sub(r'[0-9]+', '0', address.path)}?{'&'.join(sorted(_asked(address)))}"


def is_calendar(address: Address) -> bool:
    """Whether it looks as one of a calendar's addresses, of which there is no end."""
    known = words()
    path = address.path.casefold()
    return bool(_asked(address) & known.calendar_query) or any(part in path for part in known.calendar_path)


def full(origin: str, address: Address) -> str:
    """The address to ask for, under an origin such as `https://www.exempelkommun-001.test`."""
    return origin + address.rest


def origin_of(url: str) -> str:
    """Scheme and host of an address."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
