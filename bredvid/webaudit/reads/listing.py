"""An audit's sites, searched, filtered and sorted as an address says; those that could not be read stay."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.places.names import folded, natural_key
from bredvid.webaudit.models import INDICATOR_CODES, STATES, Audit, Finding, Site
from bredvid.webaudit.shapes import State


@dataclass(frozen=True)
class Row:
    """A site with its state on each indicator, in the order of the rules."""

    site: Site
    states: tuple[str, ...]

    @property
    def found(self) -> int:
        """How many indicators are found."""
        return self.states.count(State.FOUND)

    @property
    def checked(self) -> int:
        """How many could be judged."""
        return len(self.states) - self.states.count(State.NOT_CHECKED)


SORTS: dict[str, tuple[Promise, Callable[[Row], Any]]] = {
    "name": (_("name"), lambda row: natural_key(row.site.name)),
    "found": (_("most found first"), lambda row: (-row.found, natural_key(row.site.name))),
    "missing": (_("fewest found first"), lambda row: (row.checked == 0, row.found, natural_key(row.site.name))),
    "group": (_("group"), lambda row: (row.site.group.code if row.site.group else "~", natural_key(row.site.name))),
}


@dataclass(frozen=True)
class Listing:
    """The sites that an address asks for, of all."""

    rows: list[Row]
    all: list[Row]
    query: str
    group: str
    indicator: str
    state: str
    sort: str

    @property
    def filtered(self) -> bool:
        """Whether some are left out."""
        return len(self.rows) < len(self.all)


def listing_of(audit: Audit, address: Mapping[str, str]) -> Listing:
    """What `?q=&group=&indicator=&state=&sort=` asks for. A value that is none is as if it were not there."""
    everything = _rows(audit)
    query = address.get("q", "").strip()[:60]
    group = _known(address.get("group", ""), {row.site.group.code for row in everything if row.site.group})
    indicator = _known(address.get("indicator", ""), INDICATOR_CODES)
    state = _known(address.get("state", ""), STATES) if indicator else ""
    sort = _known(address.get("sort", ""), SORTS) or "name"
    kept = [row for row in everything if _is_wanted(row, folded(query), group, indicator, state)]
    kept.sort(key=SORTS[sort][1])
    return Listing(kept, everything, query, group, indicator, state, sort)


def _rows(audit: Audit) -> list[Row]:
    states: dict[int, dict[str, str]] = defaultdict(dict)
    for site, indicator, state in Finding.objects.filter(site__audit=audit).values_list("site", "indicator", "state"):
        states[site][indicator] = state
    return [
        Row(site, tuple(states[site.pk].get(code, State.NOT_CHECKED) for code in INDICATOR_CODES))
        for site in audit.sites.select_related("group", "municipality")
    ]


def _is_wanted(row: Row, query: str, group: str, indicator: str, state: str) -> bool:
    named = not query or query in folded(row.site.name) or query == row.site.key
    grouped = not group or (row.site.group is not None and row.site.group.code == group)
    judged = not state or row.states[INDICATOR_CODES.index(indicator)] == state
    return named and grouped and judged


def _known(value: str, names: Any) -> str:
    return value if value in names else ""
