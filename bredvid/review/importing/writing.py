"""Writes what an import decided, many rows at a time. Call within the transaction that holds the cases' locks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from bredvid.review.models import Case, Entry

_COLUMNS = (
    *("case_id", "question_id", "revision", "superseded", "value", "missing", "why", "origin", "staff_id", "reason"),
    *("batch_id", "at"),
)


class NewEntry(NamedTuple):
    """A revision to be added; `replaces` is the entry that held until now (None for the first)."""

    case: int
    question: int
    revision: int
    replaces: int | None
    value: Mapping[str, Any]
    missing: str
    why: str
    origin: str
    staff: int | None
    reason: str


class CaseState(NamedTuple):
    """How a case is to stand."""

    pk: int
    state: str
    outcome: str
    submitted_at: datetime | None
    first_submitted_at: datetime | None


class EntryWriter:
    """Adds revisions of one batch at one moment. A second holding entry of an answer is refused by the database."""

    def __init__(self, *, batch: int, at: datetime) -> None:
        self._batch, self._at = batch, connection.ops.adapt_datetimefield_value(at)
        self._values: dict[int, tuple[Any, str]] = {}
        names = ", ".join(connection.ops.quote_name(name) for name in _COLUMNS)
        table = connection.ops.quote_name(Entry._meta.db_table)
        places = ", ".join(["%s"] * len(_COLUMNS))
        self._insert = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 (no input in it)
        self._end = f"UPDATE {table} SET superseded = %s WHERE id = %s"  # noqa: S608 (no input in it)

    def write(self, entries: Sequence[NewEntry]) -> None:
        """Adds the entries and ends those they replace."""
        ended = [(True, entry.replaces) for entry in entries if entry.replaces is not None]
        with connection.cursor() as cursor:
            if ended:
                cursor.executemany(self._end, ended)
            cursor.executemany(self._insert, [self._row(entry) for entry in entries])

    def _row(self, entry: NewEntry) -> tuple[Any, ...]:
        # The order of _COLUMNS.
        return (*entry[:3], False, self._json(entry.value), *entry[5:], self._batch, self._at)

    def _json(self, value: Mapping[str, Any]) -> Any:
        # A thousand rows say "ja" with one and the same value: it is made into JSON once.
        known = self._values.get(id(value))
        if known is None:
            if len(self._values) > 10_000:
                self._values.clear()
            field = Entry._meta.get_field("value")
            known = self._values[id(value)] = (value, field.get_db_prep_save(value, connection))
        return known[1]


def write_states(states: Iterable[CaseState]) -> None:
    """Sets how cases stand."""
    ops = connection.ops
    rows = [
        (
            each.state, each.outcome, ops.adapt_datetimefield_value(each.submitted_at),
            ops.adapt_datetimefield_value(each.first_submitted_at), each.pk,
        )
        for each in states
    ]  # fmt: skip
    table = ops.quote_name(Case._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET state = %s, outcome = %s, submitted_at = %s, first_submitted_at = %s "  # noqa: S608
            "WHERE id = %s",
            rows,
        )
