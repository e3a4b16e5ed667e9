"""What the parts of the audit hand to each other: plain values. What each means: docs/reference/web-indicators.md."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Zone(StrEnum):
    """Where on a page a text stands (section 2 of the page of rules)."""

    TITLE = "title"
    HEADINGS = "headings"
    MAIN = "main"
    FOLDED = "folded"
    HIDDEN = "hidden"
    ASIDE = "aside"
    NAV = "nav"
    FOOTER = "footer"
    SCRIPT = "script"
    ALT = "alt"
    PDF = "pdf"


CONTENT_ZONES = frozenset({Zone.TITLE, Zone.HEADINGS, Zone.MAIN, Zone.FOLDED, Zone.SCRIPT})
"""What stands here can make an indicator found; what stands elsewhere gives at most *unclear* (W7 excepted)."""


class Kind(StrEnum):
    """What sort of page it is."""

    GUIDANCE = "guidance"
    START = "start"
    NEWS = "news"
    MINUTES = "minutes"
    CALENDAR = "calendar"
    INTERNAL = "internal"
    PDF = "pdf"


GUIDING = frozenset({Kind.GUIDANCE, Kind.START})


class State(StrEnum):
    """The four states of a verdict (section 1)."""

    FOUND = "found"
    NOT_FOUND = "not found"
    UNCLEAR = "unclear"
    NOT_CHECKED = "could not be checked"


INDICATORS = tuple(f"W{number}" for number in range(1, 13))


@dataclass(frozen=True, slots=True)
class Raw:
    """A page as it came: what an archive or a file gives, before anything is understood.

    `problem` is a reason code (see reading/problems.py) where there is nothing to read; `body` is then empty.
    """

    url: str
    body: bytes = b""
    status: int = 200
    content_type: str = ""
    charset: str = ""
    fetched: str = ""  # UTC, ISO 8601 with seconds; empty where nobody knows
    text: str | None = None  # a text somebody saved, without markup; then body is not read
    title: str = ""  # given beside a saved text
    problem: str = ""
    where: str = ""  # file and record, for a person who looks for it
    municipality: str = ""  # four digits where a folder or the crawl says so
    depth: int | None = None  # clicks from the start page when the crawl knows


class Block(NamedTuple):
    """A piece of text in one zone: a paragraph, item, cell, heading or line, with single spaces.

    A tuple, as links are: a page has hundreds, and a frozen class takes three times as long to make.
    """

    zone: Zone
    text: str
    tag: str  # h1 … h6, p, li, td, summary, a, alt, json, line
    section: int  # blocks with the same number stand under the same heading
    links: tuple[int, ...] = ()  # positions in Page.links


class Link(NamedTuple):
    """A link out of a page: absolute, without fragment; also tel: and mailto:."""

    href: str
    text: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is understood."""

    url: str
    title: str
    kind: Kind
    language: str  # "sv", "en" …; empty where there is too little text
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    markup: bool = True  # False for a text somebody saved
    third_parties: tuple[str, ...] = ()  # hosts the page loads something from, sorted
    quick_exit: bool = False
    published: str = ""  # ISO dates the page gives of itself
    changed: str = ""
    fetched: str = ""
    where: str = ""
    municipality: str = ""
    problems: tuple[str, ...] = ()  # reason codes: truncated, wrong-charset …; the page was read all the same


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was judged of one indicator, for a page (url empty) or a municipality."""

    state: State
    reason: str
    value: tuple[str, ...] | tuple[float, ...] | float | int | None = None
    zone: str = ""
    quote: str = ""
    url: str = ""
    fetched: str = ""


@dataclass(frozen=True, slots=True)
class PageVerdicts:
    """A page's verdicts and what the municipality's need of it."""

    url: str
    title: str
    kind: str
    language: str
    fetched: str
    zones: Mapping[str, int]  # characters
    verdicts: Mapping[str, Verdict]
    relevant: bool = False
    tied: bool = False  # about violence in close relations by title and first heading
    forms: tuple[str, ...] = ()  # form groups of W3
    links: Collection[str] = ()  # absolute addresses on the same site, once each
    municipality: str = ""
    problem: str = ""  # where it could not be read: every verdict is then NOT_CHECKED
    problems: tuple[str, ...] = ()
    published: str = ""  # ISO dates the page gives of itself; empty where it does not say
    changed: str = ""


@dataclass(frozen=True, slots=True)
class SiteVerdicts:
    """A municipality's (or unknown host's) verdicts over its pages."""

    key: str  # code, host or "unknown"
    name: str
    state: str  # "read", "partly read", or the reason that nothing was
    pages: int
    failed: int
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, by name, so that the audit can go on and still tell."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The whole result of judging an archive."""

    lexicon: str
    rules: str
    pages: tuple[PageVerdicts, ...]
    sites: Mapping[str, SiteVerdicts]
    problems: tuple[Problem, ...] = field(default=())
