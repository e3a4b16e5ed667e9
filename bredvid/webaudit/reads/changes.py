"""What changed between two kept audits, with the proof of both."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.places.names import natural_key
from bredvid.webaudit.models import INDICATOR_CODES, Audit, Finding, Site
from bredvid.webaudit.shapes import State

# From worse to better. What could not be checked says nothing about the site, so a way from or to it is no step.
_STEPS = {State.NOT_FOUND: 0, State.UNCLEAR: 1, State.FOUND: 2}

DIRECTIONS: dict[str, Promise] = {
    "better": _("Only what is better"),
    "worse": _("Only what is worse"),
    "seen": _("Only what could be checked one of the times"),
}


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
    then, after = _states(before), _states(now)
    differ = [key for key in set(then) & set(after) if then[key][1] != after[key][1]]
    findings = Finding.objects.select_related("site").in_bulk(
        [each[key][0] for key in differ for each in (then, after)]
    )
    found = [Change(findings[after[key][0]].site, findings[then[key][0]], findings[after[key][0]]) for key in differ]
    return Changes(
        changes=tuple(sorted(found, key=_order)),
        only_before=_names(before, now),
        only_now=_names(now, before),
        other_rules=(before.rules, before.lexicon) != (now.rules, now.lexicon),
    )


def _states(audit: Audit) -> dict[tuple[str, str], tuple[int, str]]:
    """A finding's number and state, by its site's key and its indicator."""
    rows = Finding.objects.filter(site__audit=audit).values_list("site__key", "indicator", "pk", "state")
    return {(key, indicator): (number, state) for key, indicator, number, state in rows}


def _order(change: Change) -> tuple[object, str, int]:
    return natural_key(change.site.name), change.site.key, INDICATOR_CODES.index(change.now.indicator)


def _names(these: Audit, those: Audit) -> tuple[str, ...]:
    """The sites that stand in the one audit and not in the other."""
    alone = these.sites.exclude(key__in=those.sites.values("key"))
    return tuple(sorted(alone.values_list("name", flat=True), key=natural_key))
