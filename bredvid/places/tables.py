"""The three reference tables: read as text, each cell of the right shape. Pure.

What must hold between the rows and between the tables stands in `rules.py`.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

DATA = Path(__file__).parent / "data"
COUNTIES, MUNICIPALITIES, HEXGRID = "counties.csv", "municipalities.csv", "hexgrid.csv"
FILES = (COUNTIES, MUNICIPALITIES, HEXGRID)

POPULATION_YEAR = 2024
GROUPING_YEAR = 2023

_NAME = (r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäöéü]*(?:[ -][A-ZÅÄÖa-zåäöéü]+)*", "a name in Swedish letters")
_MUNICIPALITY_CODE = (r"[0-9]{4}", "four digits with any leading zero")
_COUNTY_CODE = (r"[0-9]{2}", "two digits with any leading zero")
_COUNT = (r"[1-9][0-9]*", "a whole number above zero, without spaces")
_CELL = (r"0|[1-9][0-9]?", "a whole number from 0 to 99")
_HOST = (r"(?!www\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", 'a host name without "www."')
_LATITUDE = (r"(?:5[5-9]|6[0-9])\.[0-9]{1,6}", "a latitude in Sweden, in degrees with a decimal point")
_LONGITUDE = (r"(?:1[0-9]|2[0-4])\.[0-9]{1,6}", "a longitude in Sweden, in degrees with a decimal point")
_ANYTHING = (r".*", "any text")

# Column -> (pattern, what is expected in words), in the order of the file.
COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    COUNTIES: {
        "code": _COUNTY_CODE,
        "name": _NAME,
        "short_name": _NAME,
        "letter": (r"[A-Z]{1,2}", "one or two capital letters"),
        "residence_city": _NAME,
        "nuts3": (r"SE[0-9]{3}", "SE and three digits"),
        "municipalities": _COUNT,
        "population_2024": _COUNT,
    },
    MUNICIPALITIES: {
        "code": _MUNICIPALITY_CODE,
        "name": _NAME,
        "legal_name": _NAME,
        "own_name": _NAME,
        "county_code": _COUNTY_CODE,
        "county_name": _NAME,
        "skr2023_code": (r"[ABC][1-9]", "a group code from A1 to C9"),
        "skr2023_group": (r"\S.*\S", "the name of the group"),
        "population_2024": _COUNT,
        "seat": _ANYTHING,
        "lat": _LATITUDE,
        "lon": _LONGITUDE,
        "coord_kind": (r"seat|area", '"seat" or "area"'),
        "label_lat": _LATITUDE,
        "label_lon": _LONGITUDE,
        "web_domain": _HOST,
        "web_alias": (rf"(?:{_HOST[0]})?", f"empty, or {_HOST[1]}"),
        "domain_evidence": (r"[1-5]", "a digit from 1 to 5"),
    },
    HEXGRID: {"code": _MUNICIPALITY_CODE, "row": _CELL, "col": _CELL},
}


class TableError(ValueError):
    """A table is wrong. The message is one line: file, row (as an editor numbers lines), column, expectation."""

    def __init__(self, file: str, problem: str, *, line: int | None = None, column: str = "") -> None:
        where = ", ".join([file, *([f"row {line}"] if line else []), *([f"column {column}"] if column else [])])
        super().__init__(f"{where}: {problem}")


@dataclass(frozen=True)
class Row:
    """One row of a table: its line in the file and its cells as text, by column."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def number(self, column: str) -> int:
        """A cell whose shape has been checked to be a whole number."""
        return int(self.cells[column])

    def error(self, column: str, problem: str) -> TableError:
        """The error that names this cell."""
        return TableError(self.file, problem, line=self.line, column=column)


@dataclass(frozen=True)
class Tables:
    """The three tables together, every cell of the right shape."""

    counties: tuple[Row, ...]
    municipalities: tuple[Row, ...]
    hexgrid: tuple[Row, ...]


def text_of(path: Path) -> str:
    """The text of a file. Raises TableError where it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TableError(path.name, f"the file cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise TableError(path.name, "the file is not UTF-8; save it again as UTF-8.") from error


def shipped_texts() -> dict[str, str]:
    """The texts of the three tables that come with Bredvid, by file name."""
    return {file: text_of(DATA / file) for file in FILES}


def tables_from(texts: Mapping[str, str]) -> Tables:
    """Reads the three tables. Raises TableError at the first cell of a wrong shape."""
    return Tables(*(rows_of(file, texts[file]) for file in FILES))


def rows_of(file: str, text: str) -> tuple[Row, ...]:
    """Reads one table as text; nothing is turned into a number or loses its leading zero."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        _check_header(file, next(reader, []))
        return tuple(_row(file, reader.line_num, cells) for cells in reader)
    except csv.Error as error:
        raise TableError(file, f"is not comma-separated text ({error}).", line=reader.line_num) from error


def _check_header(file: str, header: list[str]) -> None:
    expected = list(COLUMNS[file])
    if header != expected:
        raise TableError(file, f"the columns should be {','.join(expected)}.", line=1)


def _row(file: str, line: int, cells: list[str]) -> Row:
    columns = COLUMNS[file]
    if len(cells) != len(columns):
        raise TableError(file, f"has {len(cells)} cells; {len(columns)} are expected.", line=line)
    row = Row(file, line, dict(zip(columns, cells, strict=True)))
    for column, (pattern, expectation) in columns.items():
        if not re.fullmatch(pattern, row[column]):
            raise row.error(column, f"{row[column]!r} should be {expectation}.")
    return row
