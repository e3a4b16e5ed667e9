"""The cases of a round and what they hold now, read in few questions to the database however many rows there are."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast

from bredvid.review.models import Case, Entry, Fieldwork
from bredvid.sheets.municipalities import Municipalities

# So many cases are asked for at once: SQLite takes a limited number of parameters in one question.
AT_ONCE = 500


class CaseRow(NamedTuple):
    """What the import needs of a case."""

    pk: int
    code: str
    name: str
    state: str
    locked: bool
    outcome: str
    submitted_at: datetime | None
    first_submitted_at: datetime | None


class Held(NamedTuple):
    """The entry that holds for a case and question."""

    pk: int
    revision: int
    value: dict[str, Any]
    missing: str
    why: str
    origin: str


def cases_of(fieldwork: Fieldwork) -> dict[str, CaseRow]:
    """The round's cases by code, in the order of the index."""
    rows = Case.objects.filter(fieldwork=fieldwork).values_list(*CaseRow._fields)
    return {row[1]: CaseRow(*row) for row in rows.iterator(chunk_size=5_000)}


def municipalities_of(fieldwork: Fieldwork) -> Municipalities:
    """The round's municipalities by code and by every name they go by."""
    rows = Case.objects.filter(fieldwork=fieldwork).values_list(
        "code", "name", "municipality__legal_name", "municipality__own_name"
    )
    return Municipalities({code: (name, legal or "", own or "") for code, name, legal, own in rows.iterator()})


def lock_cases(pks: Iterable[int]) -> None:
    """Holds the cases until the transaction ends: whoever answers one of them meanwhile waits, and is then told."""
    if not connection.features.has_select_for_update:
        # SQLite lets one write at a time: the transaction itself is the lock.
        return
    ordered = sorted(pks)
    for at in range(0, len(ordered), AT_ONCE):
        rows = Case.objects.select_for_update(of=("self",)).filter(pk__in=ordered[at : at + AT_ONCE]).order_by("pk")
        list(rows.values_list("pk", flat=True))


def held_by(cases: Sequence[int], questions: Iterable[int]) -> dict[tuple[int, int], Held]:
    """(case, question) → the entry that holds, for a chunk of cases."""
    if not cases:
        return {}
    rows = Entry.objects.filter(case_id__in=cases, question_id__in=list(questions), superseded=False)
    # The value comes as text and each text is read once: most answers are a few words.
    fields = ("case_id", "question_id", "pk", "revision", Cast("value", TextField()), "missing", "why", "origin")
    known: dict[str, dict[str, Any]] = {}
    held = {}
    for case, question, pk, revision, text, *rest in rows.order_by().values_list(*fields):
        value = known.get(text)
        if value is None:
            value = known[text] = json.loads(text)
        held[case, question] = Held(pk, revision, value, *rest)
    return held
