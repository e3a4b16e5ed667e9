"""Takes back an accepted file. Nothing is deleted: what stood before is written as a new revision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.review.importing.batches import State
from bredvid.review.importing.cases import AT_ONCE, lock_cases
from bredvid.review.importing.writing import CaseState, EntryWriter, NewEntry, write_states
from bredvid.review.models import Case, Entry, ImportBatch, Missing
from bredvid.sheets.errors import ImportRefused


@dataclass(frozen=True)
class Withdrawn:
    """How many answers were put back, and how many stand because somebody has answered since or the case is locked."""

    put_back: int
    left: int


@transaction.atomic
def withdraw(*, batch: ImportBatch, by: Staff | None) -> Withdrawn:
    """Puts back what held before the batch, wherever the batch's answer still holds. Raises ImportRefused.

    Where nothing had been answered the answer is blank again. Cases that the batch submitted are as they were.
    """
    held = ImportBatch.objects.select_for_update(of=("self",)).defer("content").get(pk=batch.pk)
    if held.state != State.ACCEPTED:
        raise ImportRefused(_("Only an accepted file can be taken back."))
    cases = list(Entry.objects.filter(batch=batch).order_by("case").values_list("case", flat=True).distinct())
    lock_cases(cases)
    now = timezone.now()
    writer = EntryWriter(batch=batch.pk, at=now)
    put_back = 0
    for at in range(0, len(cases), AT_ONCE):
        entries = list(_compensations(batch, cases[at : at + AT_ONCE], by))
        writer.write(entries)
        put_back += len(entries)
    _states_back(batch, held.summary)
    left = Entry.objects.filter(batch=batch).count() - 2 * put_back
    batch.state = ImportBatch.State.UNDONE
    batch.summary = {**held.summary, "put_back": put_back, "left": left, "undone_at": now.isoformat(), "before": []}
    batch.save(update_fields=["state", "summary"])
    record(
        staff=by, action=Action.IMPORT_RUN, subject=f"{batch.fieldwork_id}/import/{batch.pk}",
        detail=f"{batch.name}: taken back, {put_back} answers put back, {left} left",
    )  # fmt: skip
    return Withdrawn(put_back, left)


def _compensations(batch: ImportBatch, cases: list[int], by: Staff | None) -> Iterator[NewEntry]:
    mine = Entry.objects.filter(batch=batch, case_id__in=cases, superseded=False, case__locked=False).order_by()
    earlier = {
        (entry.case_id, entry.question_id, entry.revision): entry
        for entry in Entry.objects.filter(case_id__in=cases, superseded=True).order_by()
    }
    for entry in mine.iterator():
        former = earlier.get((entry.case_id, entry.question_id, entry.revision - 1))
        yield _as_before(entry, former, batch, by)


def _as_before(entry: Entry, former: Entry | None, batch: ImportBatch, by: Staff | None) -> NewEntry:
    """What stood before, from whom it was then: an answer of the municipality's own stays its own."""
    common: dict[str, Any] = {
        "case": entry.case_id,
        "question": entry.question_id,
        "revision": entry.revision + 1,
        "replaces": entry.pk,
    }
    note = f"import {batch.pk} taken back"
    if former is None:
        return NewEntry(
            **common, value={}, missing=Missing.BLANK.value, why="", origin=Entry.Origin.IMPORT.value,
            staff=by.pk if by else None, reason=note,
        )  # fmt: skip
    return NewEntry(
        **common, value=former.value, missing=former.missing, why=former.why, origin=former.origin,
        staff=former.staff_id, reason=f"{former.reason} ({note})" if former.reason else note,
    )  # fmt: skip


def _states_back(batch: ImportBatch, summary: dict[str, Any]) -> None:
    """Cases that the batch submitted, and that nobody has touched since, stand as they did."""
    submitted_at = datetime.fromisoformat(summary["accepted_at"])
    untouched = set(
        Case.objects.filter(
            fieldwork=batch.fieldwork_id, state=Case.State.SUBMITTED, submitted_at=submitted_at, locked=False
        ).values_list("pk", flat=True)
    )
    back = [
        CaseState(pk, state, outcome, _moment(submitted), _moment(first))
        for pk, state, outcome, submitted, first in summary["before"]
        if pk in untouched
    ]
    write_states(back)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
