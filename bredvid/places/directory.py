"""The directory of organisations and services, read from `data/services.toml` and refused where it is wrong. Pure.

A wrong number here does harm, and so does a number that is not for her: both are looked for before anything is stored.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_type_hints

from bredvid.places.openness import WAYS, periods
from bredvid.places.tables import DATA, text_of
from bredvid.places.telephone import digits

FILE = "services.toml"
AUDIENCES = ("her", "professionals", "buyers")
DUTIES = ("ask", "urgent", "voluntary", "public")

# After so many days a check is too old to trust, and the one who runs Bredvid is told.
FRESH_DAYS = 180

_LONGEST = {"code": 40, "organisation": 40, "owner": 60, "affiliation": 60, "phone": 30, "source": 200}
_LONGEST |= {"name": 120, "name_sv": 120, "name_en": 120, "about_sv": 300, "about_en": 300, "website": 200}
_LONGEST |= {"short_sv": 40, "short_en": 40, "ways": 40, "area": 200, "languages": 60, "hours": 120, "duty": 16}
_MAY_BE_EMPTY = ("affiliation", "website", "phone", "short_sv", "short_en", "ways", "area", "languages", "hours")


class DirectoryError(ValueError):
    """The directory is wrong. The message is one line: file, entry, field, what is expected."""

    def __init__(self, entry: str, field: str, problem: str) -> None:
        super().__init__(f"{FILE}, {entry}, {field}: {problem}")


@dataclass(frozen=True, kw_only=True)
class OrganisationEntry:
    """Who runs a service. `affiliation` is the umbrella a shelter belongs to, if any."""

    code: str
    name: str
    affiliation: str = ""
    website: str = ""


@dataclass(frozen=True, kw_only=True)
class ServiceEntry:
    """Somewhere to turn; the fields are explained at the top of the file."""

    code: str
    organisation: str
    audience: str
    name_sv: str
    name_en: str
    about_sv: str
    about_en: str
    owner: str
    source: str
    order: int
    phone: str = ""
    short_sv: str = ""
    short_en: str = ""
    ways: str = ""
    area: str = ""
    languages: str = ""
    interpreter: bool = False
    anonymous: bool | None = None
    women_only: bool | None = None
    youngest: int | None = None
    oldest: int | None = None
    hours: str = ""
    duty: str = "ask"
    under_18: bool = False
    receives_buyers: bool = False
    verified: bool = False
    last_checked: date | None = None


@dataclass(frozen=True)
class Directory:
    """All organisations and services of the file, checked."""

    organisations: tuple[OrganisationEntry, ...]
    services: tuple[ServiceEntry, ...]


Entry = TypeVar("Entry", OrganisationEntry, ServiceEntry)


def shipped() -> Directory:
    """The directory that comes with Bredvid."""
    return directory_from(text_of(DATA / FILE))


def directory_from(text: str) -> Directory:
    """Reads and checks a directory. Raises DirectoryError at the first thing that is wrong."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DirectoryError("the file", "syntax", f"is not TOML ({error}).") from error
    directory = Directory(
        organisations=_entries(raw.get("organisation", []), OrganisationEntry, "organisation"),
        services=_entries(raw.get("service", []), ServiceEntry, "service"),
    )
    _check(directory)
    return directory


def _entries(raw: Sequence[Mapping[str, Any]], kind: type[Entry], label: str) -> tuple[Entry, ...]:
    return tuple(_entry(values, kind, f"{label} {values.get('code', number)}") for number, values in enumerate(raw, 1))


def _entry(values: Mapping[str, Any], kind: type[Entry], label: str) -> Entry:
    known = get_type_hints(kind)
    for name in values:
        if name not in known:
            raise DirectoryError(label, name, f"is no field; the fields are {', '.join(known)}.")
    for field in fields(kind):
        if field.name not in values and field.default is MISSING:
            raise DirectoryError(label, field.name, "is missing.")
    for name, value in values.items():
        _check_value(label, name, value, known[name])
    return kind(**values)


def _check_value(label: str, name: str, value: object, expected: Any) -> None:
    # A TOML date-time is a date to Python, and true is a number: only the exact type will do.
    # What may be unknown is left out of the file, never written as nothing.
    kinds = tuple(kind for kind in get_args(expected) if kind is not NoneType) or (expected,)
    if type(value) not in kinds:
        raise DirectoryError(label, name, f"{value!r} should be a {kinds[0].__name__}.")
    if isinstance(value, str):
        if value != value.strip() or "\n" in value or (not value and name not in _MAY_BE_EMPTY):
            raise DirectoryError(label, name, f"{value!r} should be text on one line, without spaces around it.")
        if len(value) > _LONGEST.get(name, len(value)):
            raise DirectoryError(label, name, f"has {len(value)} characters; {_LONGEST[name]} is the most.")


def _check(directory: Directory) -> None:
    _check_codes("organisation", [organisation.code for organisation in directory.organisations])
    _check_codes("service", [service.code for service in directory.services])
    for organisation in directory.organisations:
        if organisation.website and not organisation.website.startswith("https://"):
            raise DirectoryError(f"organisation {organisation.code}", "website", "should begin with https://.")
    known = {organisation.code for organisation in directory.organisations}
    for service in directory.services:
        _check_service(service, known)
    _check_phones(directory.services)


def _check_codes(label: str, codes: Sequence[str]) -> None:
    for number, code in enumerate(codes):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code):
            raise DirectoryError(f"{label} {code}", "code", "should be small letters and digits with hyphens.")
        if code in codes[:number]:
            raise DirectoryError(f"{label} {code}", "code", "stands twice.")


def _check_service(service: ServiceEntry, organisations: set[str]) -> None:
    label = f"service {service.code}"
    if service.organisation not in organisations:
        raise DirectoryError(label, "organisation", f"{service.organisation!r} is no organisation of the file.")
    if service.audience not in AUDIENCES:
        raise DirectoryError(label, "audience", f"{service.audience!r} should be one of {', '.join(AUDIENCES)}.")
    if service.audience == "buyers" and not service.receives_buyers:
        raise DirectoryError(label, "receives_buyers", "should be true for a service for buyers.")
    _check_words(label, service)
    if service.verified and service.last_checked is None:
        raise DirectoryError(label, "last_checked", "is missing; a verified service says when it was checked.")


def _check_words(label: str, service: ServiceEntry) -> None:
    if service.duty not in DUTIES:
        raise DirectoryError(label, "duty", f"{service.duty!r} should be one of {', '.join(DUTIES)}.")
    for way in service.ways.split():
        if way not in WAYS:
            raise DirectoryError(label, "ways", f"{way!r} should be one of {', '.join(WAYS)}.")
    for word in service.area.split():
        if not re.fullmatch(r"\d{2}|\d{4}", word):
            raise DirectoryError(label, "area", f"{word!r} should be a county's two digits or a municipality's four.")
    if None not in (service.youngest, service.oldest) and cast(int, service.youngest) > cast(int, service.oldest):
        raise DirectoryError(label, "oldest", "is less than youngest.")
    try:
        periods(service.hours)
    except ValueError as error:
        raise DirectoryError(label, "hours", str(error)) from error


def _check_phones(services: Sequence[ServiceEntry]) -> None:
    owners: dict[str, str] = {}
    for service in services:
        if not service.phone:
            continue
        try:
            number = digits(service.phone)
        except ValueError as error:
            raise DirectoryError(f"service {service.code}", "phone", str(error)) from error
        if number in owners:
            raise DirectoryError(f"service {service.code}", "phone", f"is {owners[number]}'s number already.")
        owners[number] = service.code
