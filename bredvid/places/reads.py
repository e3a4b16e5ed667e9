"""What can be seen of places: municipalities, and the help that may be shown."""

from dataclasses import asdict
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils.timezone import localdate

from bredvid.places.directory import shipped
from bredvid.places.models import Audience, County, Municipality, Organisation, Service
from bredvid.places.names import alphabetical_key, folded
from bredvid.places.openness import Standing, standing

# What may stand on a page of hers, wherever it is read from: the database, or the file that fills it.
HERS: dict[str, Any] = {"verified": True, "audience": Audience.HER, "receives_buyers": False}


def municipalities() -> QuerySet[Municipality]:
    """All municipalities in Swedish alphabetical order, each with its county and group."""
    return Municipality.objects.select_related("county", "group")


def municipality_by_slug(slug: str) -> Municipality:
    """The municipality at an address. Raises Municipality.DoesNotExist."""
    return municipalities().get(slug=slug)


def search(text: str) -> list[Municipality]:
    """Municipalities that match what somebody typed, best first; nothing typed finds nothing.

    Case and diacritics do not matter ("habo" finds Håbo and Habo), but the name as typed comes first.
    Name, own and legal name, county and code are searched: first whole, then beginnings, then anywhere in a name.
    All rows are read each time (290, a few milliseconds): nothing is cached that could grow old.
    """
    needle = folded(text)
    if not needle:
        return []
    ranked = [(_rank(municipality, text, needle), municipality) for municipality in municipalities()]
    found = [(rank, municipality) for rank, municipality in ranked if rank is not None]
    return [municipality for _, municipality in sorted(found, key=lambda pair: pair[0])]


def _rank(municipality: Municipality, text: str, needle: str) -> int | None:
    """How well a municipality matches, 0 best; None where it does not. The sort that follows keeps index order."""
    name, county = folded(municipality.name), folded(municipality.county.short_name)
    # Whole names with "kommun", "stad" or "län" match from their beginning only: "o" would else find them all.
    whole = (folded(municipality.own_name), folded(municipality.legal_name), folded(municipality.county.name))
    tests = (
        municipality.name.casefold() == text.strip().casefold(),
        needle in (name, municipality.code),
        needle in whole,
        name.startswith(needle),
        any(words.startswith(needle) for words in (*whole, municipality.code)),
        needle in name,
        needle in county,
    )
    return next((rank for rank, matches in enumerate(tests) if matches), None)


def services_for(audience: Audience) -> QuerySet[Service]:
    """Verified services for one audience, in the order they should stand, each with its organisation."""
    return _services(verified=True, audience=audience)


def _services(**conditions: Any) -> QuerySet[Service]:
    return Service.objects.filter(**conditions).select_related("organisation")


def services_for_her_as_shipped() -> list[Service]:
    """The same from the directory's own file, for when the database cannot be asked. The rows are not saved."""
    return _shipped(**HERS)


def services_to_find() -> list[tuple[Service, Standing]]:
    """What she may choose among, in order, with how each stands: for her, reachable, and not checked too long ago.

    A house that also receives buyers is never among them, and a name with neither number nor web site is no help. A
    check that is past its time marks a service and then hides it; the numbers of `services_for_her` always stand.
    """
    conditions = {name: value for name, value in HERS.items() if name != "verified"}
    try:
        found = list(_services(**conditions))
    except DatabaseError:
        found = _shipped(**conditions)
    today = localdate()
    standings = [
        (each, standing(verified=each.verified, last_checked=each.last_checked, today=today))
        for each in found
        if each.phone or each.organisation.website
    ]
    return [(service, how) for service, how in standings if how != Standing.HIDDEN]


def counties_and_municipalities() -> list[tuple[County, list[Municipality]]]:
    """Every county with its municipalities, both in Swedish alphabetical order."""
    counties = sorted(County.objects.all(), key=lambda county: alphabetical_key(county.short_name))
    of_county: dict[str, list[Municipality]] = {county.code: [] for county in counties}
    for municipality in Municipality.objects.all():
        of_county[municipality.county_id].append(municipality)
    return [(county, of_county[county.code]) for county in counties]


def _shipped(**conditions: Any) -> list[Service]:
    directory = shipped()
    organisations = {entry.code: Organisation(**asdict(entry)) for entry in directory.organisations}
    found = [
        entry
        for entry in sorted(directory.services, key=lambda entry: (entry.order, entry.code))
        if all(getattr(entry, name) == value for name, value in conditions.items())
    ]
    return [Service(**(asdict(entry) | {"organisation": organisations[entry.organisation]})) for entry in found]


def services_for_her() -> QuerySet[Service]:
    """What may stand on a page of hers: verified, for her, and not in a house that also receives buyers."""
    return _services(**HERS)
