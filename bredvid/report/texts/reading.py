"""Reads the texts: once each, strictly, with an error that says which file, which entry and what to mend."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, TypeVar, get_type_hints

from bredvid.report.texts.entries import Entry, Fact, Form, Law, LawGroup, Method, Recommendation, Word

E = TypeVar("E", bound=Entry)


class TextsError(ValueError):
    """A file of texts does not hold what it must."""


class FactNotFoundError(LookupError):
    """No fact has that key."""


@cache
def forms() -> tuple[Form, ...]:
    """The forms and expressions of prostitution and pornography, in the report's order of telling."""
    return _read("forms.toml", "form", Form)


@cache
def words() -> tuple[Word, ...]:
    """The words we use and why, with those we do not use as our own."""
    return _read("words.toml", "word", Word)


@cache
def methods() -> tuple[Method, ...]:
    """The shelters' methods."""
    return _read("methods.toml", "method", Method)


@cache
def laws() -> tuple[Law, ...]:
    """Laws, conventions, strategies, inquiries and criticism of the state."""
    return _read("laws.toml", "law", Law)


@cache
def laws_by_group() -> tuple[tuple[LawGroup, tuple[Law, ...]], ...]:
    """The same under their headings, in the order of the headings."""
    groups = _read("law_groups.toml", "group", LawGroup)
    return tuple((group, tuple(law for law in laws() if law.kind is group.code)) for group in groups)


@cache
def recommendations() -> tuple[Recommendation, ...]:
    """The report's recommendations, R1 first."""
    return _read("recommendations.toml", "recommendation", Recommendation)


@cache
def facts() -> Mapping[str, Fact]:
    """The sourced facts by key, in the order of the file."""
    return {fact.key: fact for fact in _read("facts.toml", "fact", Fact)}


def fact(key: str) -> Fact:
    """The fact with that key. Raises FactNotFoundError, naming the keys that look alike."""
    found = facts().get(key)
    if found is None:
        stem = key.split(".", maxsplit=1)[0]
        near = ", ".join(k for k in facts() if k.startswith(stem)) or "none begins alike"
        raise FactNotFoundError(f'no fact "{key}" in facts.toml ({near})')
    return found


def _read(file: str, table: str, kind: type[E]) -> tuple[E, ...]:
    return parse((resources.files(__package__) / file).read_text("utf-8"), table, kind, file)


def parse(toml: str, table: str, kind: type[E], file: str = "texts") -> tuple[E, ...]:
    """The entries of `[[table]]` in a TOML text. Raises TextsError, with file and entry, at the first fault."""
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as fault:
        raise TextsError(f"{file}: {fault}") from fault
    rows = document.get(table, [])
    if set(document) != {table} or not rows:
        raise TextsError(f"{file}: expected [[{table}]] entries and nothing else")
    entries = tuple(_entry(row, kind, f"{file}: entry {place}") for place, row in enumerate(rows, start=1))
    _refuse_twins(entries, file)
    return entries


def _entry(row: dict[str, Any], kind: type[E], where: str) -> E:
    where = f"{where} ({row.get('code') or row.get('key') or 'unnamed'})"
    known = {field.name: field for field in fields(kind)}
    required = {name for name, field in known.items() if field.default is MISSING}
    if odd := row.keys() - known.keys():
        raise TextsError(f"{where}: unknown {', '.join(sorted(odd))}")
    if gone := required - row.keys():
        raise TextsError(f"{where}: missing {', '.join(sorted(gone))}")
    hints = get_type_hints(kind)
    try:
        return kind(**{name: _value(name, value, hints[name]) for name, value in row.items()})
    except ValueError as fault:
        raise TextsError(f"{where}: {fault}") from fault


def _value(name: str, value: Any, hint: Any) -> Any:
    """`value` as the field wants it. An empty text is allowed for `lines` only: other sources have none."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if hint == tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
            raise ValueError(f"{name} must be a list of texts")
        return tuple(value)
    if isinstance(value, bool) or not isinstance(value, hint):
        raise ValueError(f"{name} cannot be {value!r}")  # noqa: TRY004 - a fault in a file, not in a call
    if value == "" and name != "lines":
        raise ValueError(f"{name} is empty; leave it out")
    return value


def _refuse_twins(entries: tuple[Entry, ...], file: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.identity in seen:
            raise TextsError(f'{file}: "{entry.identity}" stands twice')
        seen.add(entry.identity)
