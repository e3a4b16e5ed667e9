"""A site as it was read: its pages, what could not be read, and the way from the start page to each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bredvid.webaudit.judging.addresses import is_root, same_page
from bredvid.webaudit.judging.clicks import clicks
from bredvid.webaudit.judging.thresholds import FAILED_SHARE
from bredvid.webaudit.shapes import Kind, PageVerdicts

# An address that is gone or leads away held nothing of the site; one that does not answer may have.
GONE = frozenset({"http-404", "http-410", "not-found-page", "other-site"})


# An archive that ends before the site does: what was not found may stand in the rest.
CUT_SHORT = frozenset({"unfinished", "broken-archive"})


@dataclass(frozen=True)
class Site:
    """A site's pages in order, those that could not be read apart, and the clicks to each that a way leads to."""

    pages: Sequence[PageVerdicts]
    unread: Sequence[PageVerdicts]
    clicks: Mapping[str, int]
    start_known: bool

    @property
    def failed(self) -> list[PageVerdicts]:
        """The addresses that may have held something; one that is gone held nothing."""
        return [page for page in self.unread if page.problem not in GONE]

    def relevant(self) -> list[PageVerdicts]:
        """The relevant pages, the one with the fewest clicks first, then by address."""
        return sorted((page for page in self.pages if page.relevant), key=lambda page: (self.far(page), page.url))

    def far(self, page: PageVerdicts) -> float:
        """The clicks to a page; infinity where no way leads to it."""
        return self.clicks.get(same_page(page.url), float("inf"))


def site_of(pages: Sequence[PageVerdicts]) -> Site:
    """The site of these pages, whatever order they come in."""
    in_order = sorted(pages, key=lambda page: page.url)
    read = [page for page in in_order if not page.problem]
    starts = [same_page(page.url) for page in read if page.kind == Kind.START.value]
    unread = [page for page in in_order if page.problem]
    return Site(read, unread, clicks(_links(read), starts) if starts else {}, bool(starts))


def _links(pages: Sequence[PageVerdicts]) -> dict[str, set[str]]:
    """Where each page's links lead. Most links stand on every page, so each is made plain once."""
    plain = {link: same_page(link) for link in set[str]().union(*(page.links for page in pages))}
    return {same_page(page.url): {plain[link] for link in page.links} for page in pages}


def why_incomplete(site: Site) -> str:
    """Why a site does not count as read: the reason of its start page, else the commonest; empty where it was read."""
    if cut := sorted({page.problem for page in site.unread} & CUT_SHORT):
        return cut[0]
    starts = [page.problem for page in site.unread if is_root(page.url)]
    if starts and not site.start_known:
        return starts[0]
    if not site.pages:
        return _commonest(site.failed or site.unread)
    return _commonest(site.failed) if is_too_much(len(site.failed), len(site.pages) + len(site.failed)) else ""


def is_too_much(failed: int, tried: int) -> bool:
    """Says whether so many of the tried addresses failed that what was not found may have been missed."""
    return failed > FAILED_SHARE * tried


def _commonest(pages: Iterable[PageVerdicts]) -> str:
    return min(Counter(page.problem for page in pages).items(), key=lambda item: (-item[1], item[0]))[0]
