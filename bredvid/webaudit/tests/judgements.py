"""Makers of judgements, for tests of what is kept and shown. Every site is invented unless a test says otherwise."""

from collections.abc import Mapping

from bredvid.webaudit.shapes import INDICATORS, Judgement, PageVerdicts, SiteVerdicts, State, Verdict

FETCHED = "2026-11-20T10:00:00Z"


def verdict(state: State = State.FOUND, *, quote: str = "Du kan få stöd.", **changed: object) -> Verdict:
    """A verdict with a passage; *could not be checked* has none."""
    if state is State.NOT_CHECKED:
        return Verdict(state, "timed-out")
    given = {"reason": "named", "zone": "main", "quote": quote, "url": "https://exempel.test/stod", "fetched": FETCHED}
    return Verdict(state, **(given | changed))  # type: ignore[arg-type]  # what a test changes it knows


def site(key: str = "9001", name: str = "Exempelkommun 1", **states: State) -> SiteVerdicts:
    """A site with every indicator found but those given: `site(W1=State.UNCLEAR)`."""
    verdicts = {indicator: verdict(states.get(indicator, State.FOUND)) for indicator in INDICATORS}
    return SiteVerdicts(key=key, name=name, state="read", pages=3, failed=0, verdicts=verdicts)


def page(
    municipality: str = "9001", url: str = "https://exempel.test/stod", *, published: str = "", changed: str = "",
    **states: State,
) -> PageVerdicts:  # fmt: skip
    """A page of a site, with the verdicts given and no other, and the days it gives of itself."""
    verdicts = {indicator: verdict(state) for indicator, state in states.items()}
    return PageVerdicts(
        url=url, title="Stöd", kind="guidance", language="sv", fetched=FETCHED, zones={"main": 100},
        verdicts=verdicts, municipality=municipality, published=published, changed=changed,
    )  # fmt: skip


def judgement(*sites: SiteVerdicts, pages: tuple[PageVerdicts, ...] = (), lexicon: str = "1.0") -> Judgement:
    """A judgement of these sites."""
    by_key: Mapping[str, SiteVerdicts] = {each.key: each for each in sites}
    return Judgement(lexicon=lexicon, rules="1.0", pages=pages, sites=by_key)
