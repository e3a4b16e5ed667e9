"""From the verdicts of pages to those of a municipality (section 4 of the page of rules)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bredvid.webaudit.judging import forms, near
from bredvid.webaudit.judging.addresses import is_root, same_page
from bredvid.webaudit.judging.clicks import clicks
from bredvid.webaudit.judging.municipalities import UNKNOWN, key_of, name_of
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.thresholds import FAILED_SHARE
from bredvid.webaudit.shapes import INDICATORS, Kind, PageVerdicts, SiteVerdicts, State, Verdict

READ, PARTLY = "read", "partly read"
BEST = ("W1", "W2", "W3", "W6", "W7", "W8")
FIRST_RELEVANT = ("W4", "W9", "W11")
EVERY_RELEVANT = ("W5", "W12")
# An address that is gone or leads away held nothing of the site; one that does not answer may have.
GONE = frozenset({"http-404", "http-410", "not-found-page", "other-site"})
_RANK = {State.FOUND: 0, State.UNCLEAR: 1, State.NOT_FOUND: 2, State.NOT_CHECKED: 3}
_NOTHING = Verdict(State.UNCLEAR, Reason.NOTHING_TO_JUDGE)


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


def judge_sites(pages: Iterable[PageVerdicts]) -> dict[str, SiteVerdicts]:
    """The verdicts of each municipality (or host), by key; the pages that could not be read are among `pages`."""
    by_key: defaultdict[str, list[PageVerdicts]] = defaultdict(list)
    for page in pages:
        by_key[page.municipality or key_of(page.url)].append(page)
    return {key: _judge_site(key, by_key[key]) for key in sorted(by_key)}


def once_each(pages: Iterable[PageVerdicts]) -> list[PageVerdicts]:
    """The pages by address; of an address that was fetched more than once, the latest that could be read.

    Saved pages that nobody says when they were fetched stand each for itself, also where two have one address.
    """
    latest: dict[tuple[str, str], PageVerdicts] = {}
    saved: list[PageVerdicts] = []
    for page in pages:
        key = _address(page)
        if not page.fetched:
            saved.append(page)
        elif key not in latest or _freshness(page) > _freshness(latest[key]):
            latest[key] = page
    by_address = groupby(sorted([*latest.values(), *saved], key=_address), key=_address)
    return [page for _address_of, same in by_address for page in _in_order(list(same))]


def _address(page: PageVerdicts) -> tuple[str, str]:
    return page.url, page.municipality


def _in_order(same: list[PageVerdicts]) -> list[PageVerdicts]:
    return sorted(same, key=_freshness) if len(same) > 1 else same


def _freshness(page: PageVerdicts) -> tuple[bool, str, str]:
    """What decides which of two readings of an address stands; the same whatever came first."""
    return not page.problem, page.fetched, repr(sorted(page.verdicts.items()))


def _judge_site(key: str, pages: Sequence[PageVerdicts]) -> SiteVerdicts:
    site = _site(pages)
    incomplete = _why_incomplete(site)
    verdicts = {indicator: _checked(_judge(indicator, site), incomplete) for indicator in INDICATORS}
    state = READ if not incomplete else PARTLY if site.pages else incomplete
    tried = len(site.pages) + len(site.failed)
    name = key if key == UNKNOWN else name_of(key, (page.url for page in pages))
    return SiteVerdicts(key, name, state, tried, len(site.failed), verdicts)


def _site(pages: Sequence[PageVerdicts]) -> Site:
    in_order = sorted(pages, key=lambda page: page.url)
    read = [page for page in in_order if not page.problem]
    starts = [same_page(page.url) for page in read if page.kind == Kind.START.value]
    links = {same_page(page.url): {same_page(link) for link in page.links} for page in read} if starts else {}
    unread = [page for page in in_order if page.problem]
    return Site(read, unread, clicks(links, starts), bool(starts))


def _why_incomplete(site: Site) -> str:
    """Why a site does not count as read: the reason of its start page, else the commonest; empty where it was read."""
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


def _checked(verdict: Verdict, incomplete: str) -> Verdict:
    """The verdict of a site that was read in part: what is there is there, what is not may have been missed."""
    missed = verdict.state is State.NOT_FOUND or verdict.reason == Reason.NOTHING_TO_JUDGE
    return Verdict(State.NOT_CHECKED, incomplete) if incomplete and missed else verdict


def _judge(indicator: str, site: Site) -> Verdict:
    relevant = site.relevant()
    if not relevant and indicator in (*FIRST_RELEVANT, *EVERY_RELEVANT):
        return _NOTHING
    if indicator == "W10":
        return _near(site, relevant)
    if indicator == "W3":
        return _forms(site, relevant)
    if indicator == "W8" and not relevant:
        return Verdict(State.NOT_FOUND, Reason.NOT_NAMED)
    if indicator in BEST:
        return _best(indicator, site.pages)
    if indicator in FIRST_RELEVANT:
        return _of(relevant[0], indicator)
    return _every(indicator, relevant)


def _of(page: PageVerdicts, indicator: str) -> Verdict:
    return replace(page.verdicts[indicator], url=page.url, fetched=page.fetched)


def _best(indicator: str, pages: Sequence[PageVerdicts]) -> Verdict:
    """The best page's verdict; a verdict without a passage is of the whole site, and so of no page."""
    if not pages:
        return Verdict(State.NOT_FOUND, Reason.NO_TERM)
    best = min(pages, key=lambda page: (*_worth(page.verdicts[indicator]), page.url))
    verdict = best.verdicts[indicator]
    return _of(best, indicator) if verdict.quote or verdict.state is State.FOUND else verdict


def _worth(verdict: Verdict) -> tuple[int, bool]:
    return _RANK[verdict.state], not verdict.quote


def _forms(site: Site, relevant: Sequence[PageVerdicts]) -> Verdict:
    """W3: the groups of the best page, or of several relevant pages together."""
    best = _best("W3", site.pages)
    together = tuple(sorted({form for page in relevant for form in page.forms}))
    state, reason = forms.state_of(len(together))
    if _RANK[state] > _RANK[best.state] or not together:
        return best
    first = next(page for page in relevant if page.forms)
    shown = _of(first, "W3") if best.state is not State.FOUND else best
    return replace(shown, state=state, reason=reason, value=tuple(sorted({*together, *_groups(best)})))


def _groups(verdict: Verdict) -> tuple[str, ...]:
    return tuple(str(group) for group in verdict.value) if isinstance(verdict.value, tuple) else ()


def _every(indicator: str, relevant: Sequence[PageVerdicts]) -> Verdict:
    for state in (State.NOT_FOUND, State.FOUND, State.UNCLEAR):
        for page in relevant:
            if page.verdicts[indicator].state is state:
                return _of(page, indicator)
    return _NOTHING


def _near(site: Site, relevant: Sequence[PageVerdicts]) -> Verdict:
    if not relevant:
        return Verdict(State.NOT_FOUND, Reason.NO_RELEVANT_PAGE)
    first = relevant[0]
    if not site.start_known:
        return Verdict(State.UNCLEAR, Reason.START_UNKNOWN, url=first.url, fetched=first.fetched)
    way = site.clicks.get(same_page(first.url))
    if way is None:
        return Verdict(State.NOT_FOUND, Reason.NO_WAY, url=first.url, fetched=first.fetched)
    state, reason = near.state_of(way)
    return Verdict(state, reason, way, url=first.url, fetched=first.fetched)
