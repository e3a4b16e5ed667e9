"""The data dictionary: which columns may exist, and what kind of data they hold.

The allow-list is `data_dictionary.toml`, written by hand. A column that is not in it fails a test, so that nobody
starts to keep something about a person without a second pair of eyes. Source: DESIGN, "Five kinds of data".
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model

ALLOWED = Path(__file__).with_name("data_dictionary.toml")
KINDS = {
    "hers": "what she wrote; sealed, unreadable to the server",
    "team": "notes of an organisation about a room; sealed",
    "coded": "a coded contact without free text",
    "public": "what public bodies and organisations have made public, or answered in a review",
    "staff": "staff of organisations: name, work e-mail, role",
    "house": "the installation's own memory; about nobody",
}


@dataclass(frozen=True)
class Table:
    """What the allow-list says of one table: the kind of its data, and what each column holds."""

    kind: str
    columns: dict[str, str]


def allowed() -> dict[str, Table]:
    """The allow-list by `room.Model`. Raises ValueError for a kind that does not exist."""
    rooms = tomllib.loads(ALLOWED.read_text("utf-8"))
    return {f"{room}.{model}": _table(entry) for room, models in rooms.items() for model, entry in models.items()}


def _table(entry: dict[str, str]) -> Table:
    kind = entry.pop("DATA", "")
    if kind not in KINDS:
        raise ValueError(f"{ALLOWED.name}: {kind!r} is no kind of data; there are {', '.join(KINDS)}")
    columns = {}
    for name, meaning in entry.items():
        # A pair in both languages is written once.
        for column in [name[:-1] + "sv", name[:-1] + "en"] if name.endswith("_*") else [name]:
            columns[column] = meaning
    return Table(kind, columns)


def our_models() -> list[type[Model]]:
    """Every model there is, by room and name: those of the packages too, since what they keep is kept by us."""
    return sorted(apps.get_models(), key=lambda model: model._meta.label)


def is_of_the_house(model: type[Model]) -> bool:
    """Whether it stands in a room; else it came with a package."""
    return model.__module__.startswith("bredvid.")


def columns(model: type[Model]) -> list["Field[object, object]"]:
    """The columns of a model's table, in order."""
    return list(model._meta.local_concrete_fields)


def differences() -> list[str]:
    """Columns that are not allowed, and entries that speak of nothing, one line each."""
    listed = allowed()
    existing = {model._meta.label: tuple(field.name for field in columns(model)) for model in our_models()}
    found = [f"{label}: the table is not in {ALLOWED.name}" for label in existing.keys() - listed.keys()]
    found += [f"{label}: there is no such table" for label in listed.keys() - existing.keys()]
    for label in existing.keys() & listed.keys():
        extra, gone = (
            set(existing[label]) - set(listed[label].columns),
            set(listed[label].columns) - set(existing[label]),
        )
        found += [f"{label}.{name}: the column is not in {ALLOWED.name}" for name in extra]
        found += [f"{label}.{name}: there is no such column" for name in gone]
    return sorted(found)
