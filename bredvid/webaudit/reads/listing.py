"""An audit's sites, searched, filtered and sorted as an address says; those that could not be read stay."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.places.models import County
from bredvid.places.names import folded, natural_key
from bredvid.webaudit.models import INDICATOR_CODES, STATES, Audit, Finding, Site
from bredvid.webaudit.shapes import State


@dataclass(frozen=True)
class Row:
    """A site with its state on each indicator, in the order of the rules."""

    site: Site
    states: tuple[str, ...]

    @property
    def county(self) -> County | None:
        """The municipality's county; an invented one has none."""
        return self.site.municipality.county if self.site.municipality else None

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
    county: str
    indicator: str
    state: str
    sort: str

    @property
    def filtered(self) -> bool:
        """Whether some are left out."""
        return len(self.rows) < len(self.all)

    @property
    def chosen(self) -> bool:
        """Whether anything but a name is asked for."""
        return bool(self.group or self.county or self.indicator or self.state or self.sort != "name")

    @property
    def counties(self) -> list[County]:
        """The counties of the sites, in their official order; an invented site has none."""
        return sorted({county for row in self.all if (county := row.county)}, key=lambda county: county.code)


def listing_of(audit: Audit, address: Mapping[str, str]) -> Listing:
    """What `?q=&group=&county=&indicator=&state=&sort=` asks for. A value that is none is as if it were not there.

    A state without an indicator is asked of any of the twelve.
    """
    everything = _rows(audit)
    query = address.get("q", "").strip()[:60]
    group = _known(address.get("group", ""), {row.site.group.code for row in everything if row.site.group})
    county = _known(address.get("county", ""), {row.county.code for row in everything if row.county})
    indicator = _known(address.get("indicator", ""), INDICATOR_CODES)
    state = _known(address.get("state", ""), STATES)
    sort = _known(address.get("sort", ""), SORTS) or "name"
    placed = [row for row in everything if _is_named(row, folded(query)) and _is_in(row, group, county)]
    kept = [row for row in placed if not state or state in _asked_of(row, indicator)]
    kept.sort(key=SORTS[sort][1])
    return Listing(kept, everything, query, group, county, indicator, state, sort)


def _rows(audit: Audit) -> list[Row]:
    states: dict[int, dict[str, str]] = defaultdict(dict)
    for site, indicator, state in Finding.objects.filter(site__audit=audit).values_list("site", "indicator", "state"):
        states[site][indicator] = state
    return [
        Row(site, tuple(states[site.pk].get(code, State.NOT_CHECKED) for code in INDICATOR_CODES))
        for site in audit.sites.select_related("group", "municipality__county")
    ]


def _is_named(row: Row, query: str) -> bool:
    return not query or query in folded(row.site.name) or query == row.site.key


def _is_in(row: Row, group: str, county: str) -> bool:
    grouped = not group or (row.site.group is not None and row.site.group.code == group)
    return grouped and (not county or (row.county is not None and row.county.code == county))


def _asked_of(row: Row, indicator: str) -> tuple[str, ...]:
    return (row.states[INDICATOR_CODES.index(indicator)],) if indicator else row.states


def _known(value: str, names: Any) -> str:
    return value if value in names else ""
