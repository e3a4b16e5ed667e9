"""What a site's robots.txt allows us (RFC 9309, read by Protego)."""

from dataclasses import dataclass, field

from protego import Protego

AGENT = "Bredvid"
READ_AT_MOST = 512 * 1024


@dataclass(frozen=True)
class Robots:
    """The rules of one host. Without a text everything is allowed."""

    text: bytes = b""
    rules: Protego = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        text = self.text[:READ_AT_MOST].decode("utf-8-sig", errors="replace")
        object.__setattr__(self, "rules", Protego.parse(text))

    def allows(self, url: str) -> bool:
        """Whether we may ask for an address."""
        return bool(self.rules.can_fetch(url, AGENT))

    def delay(self) -> float:
        """Seconds between two requests that the site asks of us; 0 where it asks nothing."""
        asked = float(self.rules.crawl_delay(AGENT) or 0)
        rate = self.rules.request_rate(AGENT)
        return max(asked, rate.seconds / rate.requests if rate and rate.requests else 0.0)

    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps it names, as they stand."""
        return tuple(self.rules.sitemaps)
