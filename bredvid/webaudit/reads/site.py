"""One site in an audit: its findings beside those of its group, and the passages page by page."""

from collections import defaultdict
from dataclasses import dataclass

from bredvid.webaudit.models import INDICATOR_CODES, Audit, Finding, Passage, Site
from bredvid.webaudit.reads.standing import Standing, standings, standings_of_groups
from bredvid.webaudit.shapes import State

_BEST_FIRST = (State.FOUND, State.UNCLEAR, State.NOT_FOUND, State.NOT_CHECKED)


@dataclass(frozen=True)
class Judged:
    """A finding with the passages behind it, and how the sites it is compared with came out."""

    finding: Finding
    passages: tuple[Passage, ...]
    compared: Standing


def judged(site: Site) -> list[Judged]:
    """Every indicator of a site in the order of the rules; compared within its group, or with all where it has none."""
    findings = {finding.indicator: finding for finding in site.findings.all()}
    passages = _passages(site)
    return [
        Judged(findings[each.indicator], tuple(passages[each.indicator]), each)
        for each in compared_with(site)
        if each.indicator in findings
    ]


def compared_with(site: Site) -> tuple[Standing, ...]:
    """The standings of the site's group in the same audit, or of every site where it has no group."""
    if site.group is None:
        return standings(site.audit)
    return standings_of_groups(site.audit)[site.group.code]


def earlier_audits(audit: Audit) -> list[Audit]:
    """The audits before this one that it may be held against: invented with invented, real with real; newest first."""
    known = list(Audit.objects.filter(demonstration=audit.demonstration))
    return known[[each.pk for each in known].index(audit.pk) + 1 :]


def _passages(site: Site) -> dict[str, list[Passage]]:
    grouped: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(site.passages.all(), key=_order):
        grouped[passage.indicator].append(passage)
    return grouped


def _order(passage: Passage) -> tuple[int, int, str]:
    return INDICATOR_CODES.index(passage.indicator), _BEST_FIRST.index(State(passage.state)), passage.url
