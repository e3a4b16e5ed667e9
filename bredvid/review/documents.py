"""Reads a round's TOML files strictly: every mistake is named with its file and key. Knows nothing of a database."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

Row = dict[str, Any]

SLUG = re.compile(r"[a-z0-9][a-z0-9_-]*")
REQUIRED = object()


class DocumentError(ValueError):
    """A data file says something it cannot mean. The message names the file, the key and what was expected."""


@dataclass(frozen=True)
class Field:
    """What a key may hold: its type, whether it may be left out, and the values allowed."""

    kind: type
    default: Any = REQUIRED
    choices: Collection[str] = ()
    slug: bool = False


def text(default: Any = REQUIRED, choices: Collection[str] = ()) -> Field:
    """A string that is not empty."""
    return Field(str, default, choices)


def slug() -> Field:
    """A stable id: a-z, 0-9, hyphen."""
    return Field(str, slug=True)


def number(default: Any = REQUIRED) -> Field:
    """A whole number, not negative."""
    return Field(int, default)


def flag(default: Any = False) -> Field:
    """True or false."""
    return Field(bool, default)


def table(default: Any = REQUIRED) -> Field:
    """A table of its own."""
    return Field(dict, default)


def tables(default: Any = REQUIRED) -> Field:
    """A list of tables."""
    return Field(list, default)


def day() -> Field:
    """A date."""
    return Field(date)


def read_file(path: Path) -> dict[str, Any]:
    """The TOML file as plain values. Raises DocumentError where it is missing or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DocumentError(f"{_short(path)}: the file is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(f"{_short(path)}: not valid TOML: {error}") from None


def read_table(values: Any, fields: Mapping[str, Field], where: str) -> dict[str, Any]:
    """`values` checked against `fields`, with defaults filled in. Raises DocumentError at the first mistake."""
    if not isinstance(values, dict):
        raise DocumentError(f"{where}: expected a table, found {values!r}")
    for key in values.keys() - fields.keys():
        raise DocumentError(f"{where}: unknown key {key!r}; known are {', '.join(fields)}")
    return {key: _value(values, key, field, where) for key, field in fields.items()}


def _value(values: Mapping[str, Any], key: str, field: Field, where: str) -> Any:
    if key not in values:
        if field.default is REQUIRED:
            raise DocumentError(f"{where}: {key!r} is missing")
        return field.default
    value = values[key]
    # True is an int to Python, but not to a reader.
    if not isinstance(value, field.kind) or (field.kind is int and isinstance(value, bool)):
        raise DocumentError(f"{where}: {key!r} should be {field.kind.__name__}, found {value!r}")
    _check_content(value, key, field, where)
    return value


def _check_content(value: Any, key: str, field: Field, where: str) -> None:
    if field.kind is str and not value.strip():
        raise DocumentError(f"{where}: {key!r} is empty")
    if field.kind is int and value < 0:
        raise DocumentError(f"{where}: {key!r} is negative: {value}")
    if field.slug and not SLUG.fullmatch(value):
        raise DocumentError(f"{where}: {key!r} should be a short id of a-z, 0-9 and hyphens, found {value!r}")
    if field.choices and value not in field.choices:
        raise DocumentError(f"{where}: {key!r} should be one of {', '.join(field.choices)}, found {value!r}")


def ordered(rows: Sequence[Any], fields: Mapping[str, Field], where: str) -> Iterator[Row]:
    """Each row checked, with its place in the file as `order`, counted from one."""
    for place, row in enumerate(rows, start=1):
        yield read_table(row, fields, f"{where} no {place}") | {"order": place}


def only_once(keys: Collection[Any], where: str) -> None:
    """Raises DocumentError where a key stands twice."""
    seen: set[Any] = set()
    for key in keys:
        if key in seen:
            raise DocumentError(f"{where}: {key!r} stands twice")
        seen.add(key)


def _short(path: Path) -> str:
    return "/".join(path.parts[-3:])
