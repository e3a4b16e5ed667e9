"""What every format is written from: tables as plain, frozen values. Nothing here knows a database or a file format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Cell = str | int | float | bool | None
Kind = Literal["text", "integer", "number", "boolean"]

PYTHON_TYPES: dict[Kind, tuple[type, ...]] = {
    "text": (str,),
    "integer": (int,),
    "number": (float, int),
    "boolean": (bool,),
}
# A spreadsheet may run a cell that begins so as a formula. We refuse such a text rather than alter a published word.
FORMULA_START = re.compile(r"^\s*[=+\-@\t\r]")


class TableError(ValueError):
    """A table that must not be published: the message says which cell and why."""


class Code(NamedTuple):
    """A code of a closed list with its words."""

    code: str
    sv: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, its kind, its words in both languages and, where the list is closed, its codes."""

    name: str
    kind: Kind
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    codes: tuple[Code, ...] = ()
    required: bool = False

    @property
    def allowed(self) -> tuple[str, ...]:
        """The codes that may stand in the column; empty where anything may."""
        return tuple(code.code for code in self.codes)


@dataclass(frozen=True, kw_only=True)
class ForeignKey:
    """Columns whose values stand in the same columns of another table."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under columns. Raises TableError when a cell breaks its column's rule or the primary key repeats."""

    name: str
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise TableError(f"{self.name} row {number}: {len(row)} cells under {len(self.columns)} columns")
        for place, column in enumerate(self.columns):
            self._check_column(place, column)
        places = [place for place, column in enumerate(self.columns) if column.name in self.primary_key]
        if len({tuple(row[place] for place in places) for row in self.rows}) != len(self.rows):
            raise TableError(f"{self.name}: the key {', '.join(self.primary_key)} is not unique")

    def _check_column(self, place: int, column: Column) -> None:
        """Each value once, however often it stands there. With its type, for to Python True is 1."""
        first: dict[tuple[type, Cell], int] = {}
        for number, row in enumerate(self.rows, start=1):
            first.setdefault((type(row[place]), row[place]), number)
        for (_, cell), number in first.items():
            _check(cell, column, where=f"{self.name} row {number}, {column.name}")

    def records(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """Who publishes: code, name, type (an address of the ADMS vocabulary), home page and contact."""

    code: str
    name: str
    type: str
    homepage: str
    contact_name: str
    contact_email: str


@dataclass(frozen=True, kw_only=True)
class Release:
    """A round's tables and what is said about all of them together."""

    code: str
    year: int
    title_sv: str
    title_en: str
    about_sv: str
    about_en: str
    source_sv: str
    source_en: str
    demonstration: bool
    aggregate_only: bool
    published_on: date
    frame: int
    answered: int
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of that name. Raises KeyError when there is none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"{self.code} has no table {name!r}")


def rows_under(columns: Iterable[Column], records: Iterable[dict[str, Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Records as rows in column order. Raises TableError for a record with a key that is no column."""
    names = [column.name for column in columns]
    rows = []
    for record in records:
        if strangers := set(record) - set(names):
            raise TableError(f"no column for {', '.join(sorted(strangers))}")
        rows.append(tuple(record.get(name) for name in names))
    return tuple(rows)


def _check(cell: Cell, column: Column, *, where: str) -> None:
    """Raises TableError unless the cell may stand in the column. None is the one way to say missing."""
    if cell is None:
        if column.required:
            raise TableError(f"{where}: must not be missing")
        return
    if not isinstance(cell, PYTHON_TYPES[column.kind]) or (isinstance(cell, bool) and column.kind != "boolean"):
        raise TableError(f"{where}: {cell!r} is not {column.kind}")
    if isinstance(cell, str):
        _check_text(cell, where=where)
    if column.codes and cell not in column.allowed:
        raise TableError(f"{where}: {cell!r} is not one of {', '.join(column.allowed)}")


def _check_text(cell: str, *, where: str) -> None:
    if not cell:
        raise TableError(f"{where}: an empty text is ambiguous; say None and give the reason")
    if FORMULA_START.match(cell):
        raise TableError(f"{where}: {cell[:20]!r} begins like a formula; reword it so that it begins with a letter")
