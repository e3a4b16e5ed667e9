"""From the verdicts of pages to those of a municipality (section 4 of the page of rules)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bredvid.webaudit.judging import forms, near
from bredvid.webaudit.judging.addresses import same_page
from bredvid.webaudit.judging.municipalities import UNKNOWN, key_of, name_of
from bredvid.webaudit.judging.reasons import Reason
from bredvid.webaudit.judging.site import Site, site_of, why_incomplete
from bredvid.webaudit.shapes import INDICATORS, PageVerdicts, SiteVerdicts, State, Verdict

READ, PARTLY = "read", "partly read"
BEST = ("W1", "W2", "W3", "W6", "W7", "W8")
FIRST_RELEVANT = ("W4", "W9", "W11")
EVERY_RELEVANT = ("W5", "W12")
_RANK = {State.FOUND: 0, State.UNCLEAR: 1, State.NOT_FOUND: 2, State.NOT_CHECKED: 3}
_NOTHING = Verdict(State.UNCLEAR, Reason.NOTHING_TO_JUDGE)


def judge_sites(pages: Iterable[PageVerdicts]) -> dict[str, SiteVerdicts]:
    """The verdicts of each municipality (or host), by key; the pages that could not be read are among `pages`."""
    by_key: defaultdict[str, list[PageVerdicts]] = defaultdict(list)
    for page in pages:
        by_key[page.municipality or key_of(page.url)].append(page)
    return {key: _judge_site(key, by_key[key]) for key in sorted(by_key)}


def _judge_site(key: str, pages: Sequence[PageVerdicts]) -> SiteVerdicts:
    site = site_of(pages)
    incomplete = why_incomplete(site)
    verdicts = {indicator: _checked(_judge(indicator, site), incomplete) for indicator in INDICATORS}
    state = READ if not incomplete else PARTLY if site.pages else incomplete
    tried = len(site.pages) + len(site.failed)
    name = key if key == UNKNOWN else name_of(key, (page.url for page in pages))
    return SiteVerdicts(key, name, state, tried, len(site.failed), verdicts)


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
    """The best page's verdict, of pages alike one in Swedish; without a passage it is of the whole site, of no page."""
    if not pages:
        return Verdict(State.NOT_FOUND, Reason.NO_TERM)
    best = min(pages, key=lambda page: (*_worth(page.verdicts[indicator]), page.language != "sv", page.url))
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
