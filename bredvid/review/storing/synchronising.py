"""Makes rows in the database equal to rows in a file, writing only what differs, so that ids stay."""

from collections.abc import Hashable, Iterable
from typing import Any

from django.db.models import Model, QuerySet

Row = dict[str, Any]


def synchronise(existing: "QuerySet[Any]", key: tuple[str, ...], rows: Iterable[Row]) -> int:
    """Creates, changes and deletes until `existing` holds exactly `rows`, told apart by `key`. Returns writes made.

    Each row must also hold what places it within `existing` (its round, its question).
    """
    model: type[Model] = existing.model
    left = {_key_of(item, key): item for item in existing}
    new: list[Model] = []
    changed: list[Model] = []
    fields: set[str] = set()
    for row in rows:
        item = left.pop(tuple(row[name] for name in key), None)
        if item is None:
            new.append(model(**row))
        elif different := [name for name, value in row.items() if getattr(item, name) != value]:
            for name in different:
                setattr(item, name, row[name])
            changed.append(item)
            fields.update(different)
    # Deletions first: a new row may take the place of an old one under a unique constraint.
    if left:
        existing.filter(pk__in=[item.pk for item in left.values()]).delete()
    if changed:
        model._default_manager.bulk_update(changed, sorted(fields))
    model._default_manager.bulk_create(new)
    return len(left) + len(changed) + len(new)


def _key_of(item: Model, key: tuple[str, ...]) -> tuple[Hashable, ...]:
    return tuple(getattr(item, name) for name in key)
