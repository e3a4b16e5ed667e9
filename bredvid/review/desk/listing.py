"""A round's municipalities, filtered, searched and sorted as an address says. Read by page, file and mail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.places.names import folded
from bredvid.review.desk.reads import cases_of
from bredvid.review.models import Case, Fieldwork

# What a filter is called, and what it keeps, by its name in the address.
STAGES: dict[str, tuple[Promise, Callable[[Any], bool]]] = {
    "untouched": (_("not begun"), lambda case: case.state == Case.State.UNTOUCHED),
    "begun": (_("begun"), lambda case: case.state == Case.State.BEGUN),
    "submitted": (_("submitted, to be read"), lambda case: case.state == Case.State.SUBMITTED and not case.locked),
    "reopened": (_("open again"), lambda case: case.state == Case.State.REOPENED),
    "locked": (_("locked"), lambda case: case.locked),
    "no-link": (_("without a link"), lambda case: not case.linked and case.state == Case.State.UNTOUCHED),
    "no-address": (_("without an address"), lambda case: not case.mailbox),
    "failed": (_("mail that could not be sent"), lambda case: case.failed),
}
_STATE_ORDER = [Case.State.SUBMITTED, Case.State.REOPENED, Case.State.BEGUN, Case.State.UNTOUCHED]
SORTS: dict[str, tuple[Promise, Callable[[Any], Any]]] = {
    "name": (_("name"), lambda case: case.alphabetical),
    "state": (_("how far they have come"), lambda case: (_STATE_ORDER.index(case.state), case.alphabetical)),
    "latest": (_("latest submitted"), lambda case: (-(case.submitted_at.timestamp() if case.submitted_at else 0),)),
    "county": (_("county"), lambda case: (case.county.code, case.alphabetical)),
    "group": (_("group"), lambda case: (case.group.code, case.alphabetical)),
}


@dataclass(frozen=True)
class Listing:
    """The municipalities that the address asks for, and how many each filter would show."""

    cases: list[Case]
    all: list[Case]
    query: str
    stage: str
    county: str
    group: str
    sort: str

    @property
    def filtered(self) -> bool:
        """Whether some are left out."""
        return len(self.cases) < len(self.all)

    def count(self, stage: str) -> int:
        """How many municipalities of the whole round are at a stage."""
        return sum(STAGES[stage][1](case) for case in self.all)


def listing_of(fieldwork: Fieldwork, address: Mapping[str, str]) -> Listing:
    """What `?q=&stage=&county=&group=&sort=` asks for. A value that is none is as if it were not there."""
    everybody = list(cases_of(fieldwork))
    query, stage = address.get("q", "").strip()[:60], _known(address.get("stage", ""), STAGES)
    county, group = address.get("county", ""), address.get("group", "")
    county = county if any(case.county_id == county for case in everybody) else ""
    group = group if any(case.group.code == group for case in everybody) else ""
    sort = _known(address.get("sort", ""), SORTS) or "name"
    wanted = folded(query)
    kept = [
        case
        for case in everybody
        if (not stage or STAGES[stage][1](case))
        and (not county or case.county_id == county)
        and (not group or case.group.code == group)
        and (not wanted or wanted in folded(case.name) or wanted == case.code)
    ]
    kept.sort(key=SORTS[sort][1])
    return Listing(kept, everybody, query, stage, county, group, sort)


def _known(value: str, names: Mapping[str, object]) -> str:
    return value if value in names else ""
