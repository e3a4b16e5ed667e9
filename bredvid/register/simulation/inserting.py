"""Inserts many rows of one table at the database's own speed; an object for each of ten million would take hours."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Inserts rows of column name → value; what is not named has the column's own default, as an object's would."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 (the models' names)
    plain = {field.attname: field.default for field in fields if not callable(field.default)}
    made = [field for field in fields if callable(field.default) and field.has_default()]
    names = [field.attname for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_values(row, plain, made, names) for row in rows])


def _values(
    row: Mapping[str, Any], plain: Mapping[str, Any], made: "list[models.Field[Any, Any]]", names: list[str]
) -> list[Any]:
    full = {**plain, **row}
    for field in made:
        if field.attname not in row:
            full[field.attname] = field.get_default()
    return [_or_empty(full.get(name)) for name in names]


def _or_empty(value: Any) -> Any:
    # A column that may be empty has no default of its own.
    return None if value is models.NOT_PROVIDED else value
