"""What can be done here: load the reference data. One transaction; running it again changes nothing."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import ProtectedError

from bredvid.places import names, rules
from bredvid.places.directory import Directory, ServiceEntry, shipped
from bredvid.places.models import County, Municipality, MunicipalityGroup, Organisation, Population, Service
from bredvid.places.tables import GROUPING_YEAR, POPULATION_YEAR, Row, Tables, shipped_texts, tables_from


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """How many rows of each kind the reference data has."""

    counties: int
    municipalities: int
    groups: int
    organisations: int
    services: int


def load(texts: Mapping[str, str] | None = None, directory: Directory | None = None) -> Loaded:
    """Loads the reference tables (file name -> text) and the directory; those that come with Bredvid unless given.

    Raises TableError or DirectoryError before anything is written where one is wrong.
    """
    tables = tables_from(shipped_texts() if texts is None else texts)
    rules.check(tables)
    directory = shipped() if directory is None else directory
    with transaction.atomic():
        _write_counties(tables)
        groups = _write_groups()
        _write_municipalities(tables, groups)
        _write_populations(tables)
        _write_directory(directory)
    return Loaded(
        counties=len(tables.counties),
        municipalities=len(tables.municipalities),
        groups=len(groups),
        organisations=len(directory.organisations),
        services=len(directory.services),
    )


def _write_counties(tables: Tables) -> None:
    fields = ["name", "short_name"]
    rows = [County(code=row["code"], **{field: row[field] for field in fields}) for row in tables.counties]
    County.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=fields)


def _write_groups() -> dict[str, MunicipalityGroup]:
    rows = [
        MunicipalityGroup(code=code, vintage=GROUPING_YEAR, name=name, name_en=name_en)
        for code, (name, name_en, _) in rules.GROUPS.items()
    ]
    MunicipalityGroup.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code", "vintage"], update_fields=["name", "name_en"]
    )
    return {group.code: group for group in MunicipalityGroup.objects.filter(vintage=GROUPING_YEAR)}


def _write_municipalities(tables: Tables, groups: Mapping[str, MunicipalityGroup]) -> None:
    short = {county["code"]: county["short_name"] for county in tables.counties}
    slugs = names.slugs((row["name"], short[row["county_code"]]) for row in tables.municipalities)
    cells = {row["code"]: row for row in tables.hexgrid}
    index = sorted(tables.municipalities, key=lambda row: names.alphabetical_key(row["name"]))
    rows = [
        _municipality(
            row, cell=cells[row["code"]], slug=slugs[row["name"]], place=place, group=groups[row["skr2023_code"]]
        )
        for place, row in enumerate(index, start=1)
    ]
    fields = [field.attname for field in Municipality._meta.concrete_fields if not field.primary_key]
    Municipality.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=fields)


def _municipality(row: Row, *, cell: Row, slug: str, place: int, group: MunicipalityGroup) -> Municipality:
    return Municipality(
        code=row["code"],
        name=row["name"],
        legal_name=row["legal_name"],
        own_name=row["own_name"],
        slug=slug,
        alphabetical=place,
        county_id=row["county_code"],
        group=group,
        web_domain=row["web_domain"],
        hex_row=cell.number("row"),
        hex_column=cell.number("col"),
    )


def _write_populations(tables: Tables) -> None:
    rows = [
        Population(municipality_id=row["code"], year=POPULATION_YEAR, residents=row.number("population_2024"))
        for row in tables.municipalities
    ]
    Population.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["municipality", "year"], update_fields=["residents"]
    )


def _write_directory(directory: Directory) -> None:
    # The file is the whole truth: what it no longer names must not be shown a day longer, and a number may have moved
    # from one service to another. So the services are written anew; nothing refers to them.
    Service.objects.all().delete()
    organisations = [Organisation(**asdict(entry)) for entry in directory.organisations]
    Organisation.objects.bulk_create(
        organisations,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "affiliation", "website"],
    )
    _forget_organisations(but=[organisation.code for organisation in organisations])
    Service.objects.bulk_create(_service(entry) for entry in directory.services)


def _forget_organisations(*, but: list[str]) -> None:
    for organisation in Organisation.objects.exclude(code__in=but):
        # One that staff belong to, or that counts in the register, was never the file's to take away.
        with suppress(ProtectedError), transaction.atomic():
            organisation.delete()


def _service(entry: ServiceEntry) -> Service:
    values = asdict(entry)
    return Service(organisation_id=values.pop("organisation"), **values)
