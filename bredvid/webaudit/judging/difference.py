"""What has changed between two judgements, with both proofs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from bredvid.webaudit.shapes import INDICATORS, Judgement, SiteVerdicts, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator of one municipality that is not as it was; `what` names state, reason, value or evidence."""

    indicator: str
    what: tuple[str, ...]
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class SiteChange:
    """What changed in a municipality that both judgements have."""

    key: str
    name: str
    changes: tuple[Change, ...]
    appeared: tuple[str, ...]  # addresses that only the later one has
    vanished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The whole difference. `versions` names what the two were judged by, where it is not the same."""

    versions: Mapping[str, tuple[str, str]]
    sites: tuple[SiteChange, ...]
    appeared: tuple[str, ...]  # keys of municipalities that only the later one has
    vanished: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether both were judged by the same lexicon and rules: else a change may be ours and not the site's."""
        return not self.versions


def difference(before: Judgement, after: Judgement) -> Difference:
    """What is not the same in two judgements, by municipality and indicator."""
    pairs = {"lexicon": (before.lexicon, after.lexicon), "rules": (before.rules, after.rules)}
    addresses = _addresses(before), _addresses(after)
    both = sorted(before.sites.keys() & after.sites.keys())
    changed = (
        _site_change(before.sites[key], after.sites[key], *(each.get(key, set()) for each in addresses)) for key in both
    )
    return Difference(
        versions={name: pair for name, pair in pairs.items() if pair[0] != pair[1]},
        sites=tuple(site for site in changed if site.changes or site.appeared or site.vanished),
        appeared=tuple(sorted(after.sites.keys() - before.sites.keys())),
        vanished=tuple(sorted(before.sites.keys() - after.sites.keys())),
    )


def _addresses(judgement: Judgement) -> dict[str, set[str]]:
    """The pages that were read, by municipality."""
    found: dict[str, set[str]] = {}
    for page in judgement.pages:
        if not page.problem:
            found.setdefault(page.municipality, set()).add(page.url)
    return found


def _site_change(
    before: SiteVerdicts, after: SiteVerdicts, pages_before: Collection[str], pages_after: Collection[str]
) -> SiteChange:
    changes = (_change(indicator, before.verdicts[indicator], after.verdicts[indicator]) for indicator in INDICATORS)
    return SiteChange(
        key=before.key,
        name=after.name,
        changes=tuple(change for change in changes if change.what),
        appeared=tuple(sorted(set(pages_after) - set(pages_before))),
        vanished=tuple(sorted(set(pages_before) - set(pages_after))),
    )


def _change(indicator: str, before: Verdict, after: Verdict) -> Change:
    """When a page was fetched is no change of it."""
    same = {
        "state": before.state is after.state,
        "reason": before.reason == after.reason,
        "value": before.value == after.value,
        "evidence": _evidence(before) == _evidence(after),
    }
    return Change(indicator, tuple(name for name, is_same in same.items() if not is_same), before, after)


def _evidence(verdict: Verdict) -> tuple[str, ...]:
    """What the verdict points at; nothing where it shows neither a passage nor a value."""
    shows = verdict.quote or verdict.value is not None
    return (verdict.url, verdict.zone, verdict.quote) if shows else ()


def difference_as_json(found: Difference) -> dict[str, Any]:
    """The difference as plain values, for `json.dumps`."""
    return {
        "comparable": found.comparable,
        "versions": {name: {"before": pair[0], "after": pair[1]} for name, pair in found.versions.items()},
        "appeared": list(found.appeared),
        "vanished": list(found.vanished),
        "municipalities": {site.key: _site_as_json(site) for site in found.sites},
    }


def _site_as_json(site: SiteChange) -> dict[str, Any]:
    return {
        "name": site.name,
        "appeared": list(site.appeared),
        "vanished": list(site.vanished),
        "changes": [
            {"indicator": change.indicator, "what": list(change.what), "before": _proof(change.before),
             "after": _proof(change.after)}
            for change in site.changes
        ],
    }  # fmt: skip


def _proof(verdict: Verdict) -> dict[str, Any]:
    value = list(verdict.value) if isinstance(verdict.value, tuple) else verdict.value
    return {
        "state": verdict.state.value, "reason": str(verdict.reason), "value": value, "zone": str(verdict.zone),
        "quote": verdict.quote, "url": verdict.url, "fetched": verdict.fetched,
    }  # fmt: skip
