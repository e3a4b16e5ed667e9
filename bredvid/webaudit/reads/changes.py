"""What changed between two kept audits, with the proof of both."""

from collections.abc import Mapping
from dataclasses import dataclass

from bredvid.places.names import natural_key
from bredvid.webaudit.models import INDICATOR_CODES, Audit, Finding, Site
from bredvid.webaudit.shapes import State

# A finding by its site's name, its indicator and its site's key.
_Found = Mapping[tuple[str, str, str], Finding]

# From worse to better. What could not be checked says nothing about the site, so a way from or to it is no step.
_STEPS = {State.NOT_FOUND: 0, State.UNCLEAR: 1, State.FOUND: 2}


@dataclass(frozen=True)
class Change:
    """One indicator of one site whose state differs: the finding then and now."""

    site: Site
    before: Finding
    now: Finding

    @property
    def direction(self) -> str:
        """better, worse, or seen: one of the two could not be checked."""
        then, after = _STEPS.get(State(self.before.state)), _STEPS.get(State(self.now.state))
        if then is None or after is None:
            return "seen"
        return "better" if after > then else "worse"


@dataclass(frozen=True)
class Changes:
    """All that differs between two audits."""

    changes: tuple[Change, ...]
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]
    # Whether the rules or the lexicon differ: a change may then be ours and not theirs.
    other_rules: bool

    def count(self, direction: str) -> int:
        """How many changes go one way."""
        return sum(change.direction == direction for change in self.changes)


def changes(before: Audit, now: Audit) -> Changes:
    """What differs from one audit to another, site by site in Swedish order, indicator by indicator."""
    then, after = _findings(before), _findings(now)
    both = sorted(set(then) & set(after), key=lambda key: (natural_key(key[0]), INDICATOR_CODES.index(key[1])))
    found = (Change(after[key].site, then[key], after[key]) for key in both)
    return Changes(
        changes=tuple(change for change in found if change.before.state != change.now.state),
        only_before=_names(then, after),
        only_now=_names(after, then),
        other_rules=(before.rules, before.lexicon) != (now.rules, now.lexicon),
    )


def _findings(audit: Audit) -> dict[tuple[str, str, str], Finding]:
    found = Finding.objects.filter(site__audit=audit).select_related("site")
    return {(finding.site.name, finding.indicator, finding.site.key): finding for finding in found}


def _names(these: _Found, those: _Found) -> tuple[str, ...]:
    gone = {name for name, *_ in these} - {name for name, *_ in those}
    return tuple(sorted(gone, key=natural_key))
