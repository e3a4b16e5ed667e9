"""Audits of the farm's invented sites without a network: its pages read and judged as an archive's would be."""

from collections.abc import Iterator
from dataclasses import replace

from bredvid.webaudit.farm.places import MANY, PLACES
from bredvid.webaudit.farm.site import FarmSite, farm_site
from bredvid.webaudit.scale.shard_verdicts import ShardVerdicts, gathered, judge_raw
from bredvid.webaudit.shapes import Judgement, Raw

# What a crawl would have said of a site that is faulty as a whole.
_REASONS = {
    "blocked": "blocked", "timed-out": "timed-out", "robots": "robots", "redirect-loop": "redirect-loop",
    "too-large": "too-large", "gzip-bomb": "too-large", "server-error": "http-503", "later": "http-503",
    "broken-off": "not-reached",
}  # fmt: skip
# Parts of a site that say nothing to her: an archive has them, the demonstration need not wait for them.
_ELSEWHERE = (
    "/bygga-och-bo", "/forskola-och-skola", "/internt", "/nyheter/", "/om-webbplatsen", "/trafik-och-gator",
    "/uppleva-och-gora",
)  # fmt: skip
# Comparable groups, drawn by lot: an invented municipality belongs to none.
_GROUPS = ("A1", "A2", "B3", "B4", "B5", "C6", "C7", "C8", "C9")


def judgement_of(edition: int, *, fetched: str, sites: int = MANY) -> Judgement:
    """What an audit of the first so many invented sites gives; a later edition of a site has changed a little.

    `fetched` is the moment every page says it was read: UTC, ISO 8601.
    """
    raws = (raw for number in range(1, sites + 1) for raw in _raws(farm_site(number, edition=edition), fetched))
    judgement = gathered([ShardVerdicts(tuple(judge_raw(raw) for raw in raws), ())])
    names = {place.code: place.name for place in PLACES}
    return replace(judgement, sites={key: replace(site, name=names[key]) for key, site in judgement.sites.items()})


def groups() -> dict[str, str]:
    """The group of each invented municipality, by its code."""
    return {place.code: _GROUPS[place.number % len(_GROUPS)] for place in PLACES}


def _raws(site: FarmSite, fetched: str) -> Iterator[Raw]:
    fault = site.traits.fault
    if fault in _REASONS:
        yield _raw(site, "/", fetched, problem=_REASONS[fault])
        return
    for path in site.sheets:
        if path.startswith(_ELSEWHERE):
            continue
        yield _raw(site, path, fetched, problem="blocked" if fault and path != "/" else "")


def _raw(site: FarmSite, path: str, fetched: str, *, problem: str) -> Raw:
    url, municipality = site.place.start.rstrip("/") + path, site.place.code
    if problem:
        return Raw(url=url, fetched=fetched, municipality=municipality, problem=problem)
    reply = site.reply(path, {})
    return Raw(
        url=url, body=reply.body, status=reply.status, content_type=reply.content_type, fetched=fetched,
        municipality=municipality, where=url,
    )  # fmt: skip
