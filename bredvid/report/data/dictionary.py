"""Reads the data dictionary, columns/*.toml: which tables there are, their columns and their closed lists of codes."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.report.data.values import Cell, Code, Column, ForeignKey, Table, rows_under

FOLDER = Path(__file__).with_name("columns")
TABLES = (
    "municipalities",
    "mentions",
    "figures",
    "numbers",
    "weighted",
    "questions",
    "options",
    "quality",
    "quotes",
    "codebook",
)


@cache
def entry_of(name: str) -> dict[str, Any]:
    """One file of the dictionary: a table's name, "shared" or "codes". Raises FileNotFoundError when there is none."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def code_list(name: str) -> tuple[Code, ...]:
    """A closed list by its name. Raises KeyError when there is none."""
    return tuple(Code(code, words["sv"], words["en"]) for code, words in entry_of("codes")[name].items())


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns the dictionary gives a table, `round` and `demonstration` first."""
    entries = {**entry_of("shared")["columns"], **entry_of(table)["columns"]}
    return tuple(_column(name, entry) for name, entry in entries.items())


def make_table(
    name: str,
    records: Iterable[dict[str, Cell]],
    *,
    round_code: str,
    demonstration: bool,
    more_columns: Iterable[Column] = (),
) -> Table:
    """A table of the dictionary filled with records; every row is marked with its round and whether it is invented.

    Raises TableError when a record does not fit.
    """
    entry = entry_of(name)
    columns = (*columns_of(name), *more_columns)
    marks: dict[str, Cell] = {"round": round_code, "demonstration": demonstration}
    return Table(
        name=name,
        title_sv=entry["title_sv"],
        title_en=entry["title_en"],
        about_sv=entry["about_sv"],
        about_en=entry["about_en"],
        columns=columns,
        rows=rows_under(columns, [{**marks, **record} for record in records]),
        primary_key=tuple(entry["primary_key"]),
        foreign_keys=tuple(
            ForeignKey(columns=tuple(keys), table=target)
            for target, lists in entry.get("foreign_keys", {}).items()
            for keys in lists
        ),
    )


def _column(name: str, entry: dict[str, Any]) -> Column:
    return Column(
        name=name,
        kind=entry["kind"],
        title_sv=entry["title_sv"],
        title_en=entry["title_en"],
        about_sv=entry["about_sv"],
        about_en=entry["about_en"],
        codes=code_list(entry["codes"]) if "codes" in entry else (),
        required=entry.get("required", False),
    )
