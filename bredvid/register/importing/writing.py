"""Writes the contacts of a sheet, many at a time. Call it within the transaction of the import."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from bredvid.register.importing.rows import Coded
from bredvid.register.models import Contact, SheetImport, Unit

_AT_ONCE = 2_000


def write_contacts(unit: Unit, batch: SheetImport, new: Sequence[tuple[int, Coded]]) -> None:
    """Adds the contacts with their numbers. What a sheet does not say stands as the model says that it stands."""
    # In one statement for many rows: making an object of each takes several times as long.
    fields = Contact._meta.concrete_fields
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(Contact._meta.db_table)
    insert = f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608 (no input in it)
    rows = list(_rows(unit, batch, new))
    with connection.cursor() as cursor:
        for at in range(0, len(rows), _AT_ONCE):
            cursor.executemany(insert, rows[at : at + _AT_ONCE])


def _rows(unit: Unit, batch: SheetImport, new: Sequence[tuple[int, Coded]]) -> Iterator[tuple[Any, ...]]:
    """The values of each contact, in the order of the model's columns."""
    fields = Contact._meta.concrete_fields
    usual = {field.attname: field.get_default() for field in fields} | {"unit_id": unit.pk, "batch_id": batch.pk}
    known: dict[Coded, dict[str, Any]] = {}
    for number, coded in new:
        if coded not in known:
            place = unit.place if coded.place is None else coded.place
            known[coded] = usual | {"month": coded.month, "place": place} | dict(coded.values)
        values = known[coded] | {"id": number}
        yield tuple(values[field.attname] for field in fields)
