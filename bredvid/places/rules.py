"""What must hold in and between the reference tables. Pure; `check` raises TableError at the first that does not.

Sources: Statistics Sweden's list of counties and municipalities (290 since 2003, 21 counties), its population of
31 December 2024, and the grouping of municipalities of 2023 by Sweden's municipalities and regions (SKR).
2024 is the year that sums exactly: from 2025 the source adds a small random disturbance to every figure.
"""

from collections import Counter
from collections.abc import Iterable

from bredvid.places.hexgrid import is_one_piece
from bredvid.places.tables import COUNTIES, HEXGRID, MUNICIPALITIES, Row, TableError, Tables

MUNICIPALITY_COUNT = 290
COUNTY_COUNT = 21
POPULATION_TOTAL = 10_587_710

# Group code -> (SKR's name, our English name, how many municipalities it has).
GROUPS: dict[str, tuple[str, str, int]] = {
    "A1": ("Storstäder", "Large cities", 3),
    "A2": ("Pendlingskommun nära storstad", "Commuter municipalities near a large city", 43),
    "B3": ("Större stad", "Larger towns", 23),
    "B4": ("Pendlingskommun nära större stad", "Commuter municipalities near a larger town", 63),
    "B5": ("Lågpendlingskommun nära större stad", "Low-commuting municipalities near a larger town", 24),
    "C6": ("Mindre stad/tätort", "Smaller towns", 27),
    "C7": ("Pendlingskommun nära mindre tätort", "Commuter municipalities near a smaller town", 51),
    "C8": ("Landsbygdskommun", "Rural municipalities", 35),
    "C9": ("Landsbygdskommun med besöksnäring", "Rural municipalities with tourism", 21),
}

# The one legal name that is not the name, with or without a genitive s, before "kommun".
_IRREGULAR = {"Falun": "Falu kommun"}


def check(tables: Tables) -> None:
    """Raises TableError, with file, row and what is expected, unless every rule of this page holds."""
    _check_size(COUNTIES, tables.counties, COUNTY_COUNT)
    _check_size(MUNICIPALITIES, tables.municipalities, MUNICIPALITY_COUNT)
    for column in ("code", "name", "short_name", "letter", "nuts3"):
        _check_unique(tables.counties, column)
    for column in ("code", "name", "legal_name", "own_name", "web_domain"):
        _check_unique(tables.municipalities, column)
    for row in tables.municipalities:
        _check_names(row)
        _check_group(row)
    _check_counties(tables)
    _check_group_sizes(tables.municipalities)
    _check_sums(tables)
    _check_cells(tables)


def _check_size(file: str, rows: tuple[Row, ...], expected: int) -> None:
    if len(rows) != expected:
        raise TableError(file, f"has {len(rows)} rows; {expected} are expected.")


def _check_unique(rows: Iterable[Row], *columns: str) -> None:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        value = tuple(row[column] for column in columns)
        if value in seen:
            raise row.error(" and ".join(columns), f"{', '.join(value)} stands in row {seen[value].line} already.")
        seen[value] = row


def _check_names(row: Row) -> None:
    name = row["name"]
    legal = {_IRREGULAR[name]} if name in _IRREGULAR else {f"{name} kommun", f"{name}s kommun"}
    if row["legal_name"] not in legal:
        raise row.error("legal_name", f"{row['legal_name']!r} is not the legal name of {name}.")
    own = {row["legal_name"], f"{name} stad", f"{name}s stad", f"Region {name}"}
    if row["own_name"] not in own:
        raise row.error("own_name", f"{row['own_name']!r} should be one of {', '.join(sorted(own))}.")


def _check_group(row: Row) -> None:
    code = row["skr2023_code"]
    if code not in GROUPS:
        raise row.error("skr2023_code", f"{code!r} should be one of {', '.join(GROUPS)}.")
    if row["skr2023_group"] != GROUPS[code][0]:
        raise row.error("skr2023_group", f"{row['skr2023_group']!r} should be {GROUPS[code][0]!r}, the name of {code}.")


def _check_group_sizes(municipalities: tuple[Row, ...]) -> None:
    sizes = Counter(row["skr2023_code"] for row in municipalities)
    for code, (name, _, expected) in GROUPS.items():
        if sizes[code] != expected:
            problem = f"group {code} ({name}) has {sizes[code]} municipalities; {expected} are expected."
            raise TableError(MUNICIPALITIES, problem, column="skr2023_code")


def _check_counties(tables: Tables) -> None:
    names = {row["code"]: row["name"] for row in tables.counties}
    for row in tables.counties:
        short = row["short_name"]
        if row["name"] not in (f"{short} län", f"{short}s län"):
            raise row.error("short_name", f"{short!r} is not the short name of {row['name']}.")
    for row in tables.municipalities:
        county = row["county_code"]
        if county not in names:
            raise row.error("county_code", f"{county!r} is no county of {COUNTIES}.")
        if not row["code"].startswith(county):
            raise row.error("code", f"{row['code']!r} should begin with its county's code {county}.")
        if row["county_name"] != names[county]:
            raise row.error("county_name", f"{row['county_name']!r} should be {names[county]!r}, as in {COUNTIES}.")


def _check_sums(tables: Tables) -> None:
    members, residents = Counter[str](), Counter[str]()
    for row in tables.municipalities:
        members[row["county_code"]] += 1
        residents[row["county_code"]] += row.number("population_2024")
    for county in tables.counties:
        for column, sums in (("municipalities", members), ("population_2024", residents)):
            if county.number(column) != sums[county["code"]]:
                found = f"the rows of county {county['code']} in {MUNICIPALITIES} give {sums[county['code']]}"
                raise county.error(column, f"says {county[column]}, but {found}.")
    if residents.total() != POPULATION_TOTAL:
        problem = f"the residents sum to {residents.total()}; {POPULATION_TOTAL} are expected."
        raise TableError(MUNICIPALITIES, problem, column="population_2024")


def _check_cells(tables: Tables) -> None:
    _check_unique(tables.hexgrid, "code")
    _check_unique(tables.hexgrid, "row", "col")
    known = {row["code"] for row in tables.municipalities}
    for row in tables.hexgrid:
        if row["code"] not in known:
            raise row.error("code", f"{row['code']} is no municipality of {MUNICIPALITIES}.")
    _check_size(HEXGRID, tables.hexgrid, MUNICIPALITY_COUNT)
    for county in tables.counties:
        own = [row for row in tables.hexgrid if row["code"].startswith(county["code"])]
        if not is_one_piece({(row.number("row"), row.number("col")) for row in own}):
            lines = f"rows {own[0].line}-{own[-1].line}"
            raise TableError(HEXGRID, f"{county['name']} ({lines}) should be one piece; a cell lies apart.")
