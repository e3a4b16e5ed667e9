"""Accepts a file that was handed in: its answers become entries, all of them or none."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.review.importing.batches import State, mapping_of, refuse_unless_waiting, table_of
from bredvid.review.importing.cases import CaseRow, lock_cases
from bredvid.review.importing.checking import unmapped
from bredvid.review.importing.examination import Change, Examination, Kind, Plan
from bredvid.review.importing.examining import Examiner, Progress
from bredvid.review.importing.writing import CaseState, EntryWriter, NewEntry, write_states
from bredvid.review.models import Case, Entry, ImportBatch, Outcome
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Table

# Written at a time; the memory of it stays small.
_AT_ONCE = 4_000


@transaction.atomic
def accept(
    *,
    batch: ImportBatch,
    by: Staff | None,
    take_file: bool = False,
    table: Table | None = None,
    progress: Progress | None = None,
) -> Examination:
    """Writes the answers of every understood row, in one transaction. What holds already is not written again.

    The table is examined anew within it, so what was answered since the preview is seen. An answer that differs from
    the municipality's own, or from a correction, is left as it is unless `take_file`. `by` is None at the command line.
    Raises ImportRefused for a file that has been dealt with, or with columns nobody has said anything of.
    """
    refuse_unless_waiting(batch)
    mapping = mapping_of(batch)
    lock_cases(Case.objects.filter(fieldwork=batch.fieldwork_id).values_list("pk", flat=True))
    examiner = Examiner(batch.fieldwork, table or table_of(batch), mapping, progress=progress)
    _refuse_unmapped(examiner)
    writer = _Writer(batch, by, timezone.now(), take_file=take_file, final=mapping.final)
    for plan in examiner.plans():
        writer.add(plan)
    writer.finish()
    _note(batch, by, examiner, writer, take_file=take_file)
    return examiner.found


class _Writer:
    """Gathers entries and states, and writes them in portions."""

    def __init__(self, batch: ImportBatch, by: Staff | None, at: datetime, *, take_file: bool, final: bool) -> None:
        self.at, self.written = at, 0
        self.before: list[tuple[int, str, str, str | None, str | None]] = []
        self._staff, self._take_file, self._final = (by.pk if by else None), take_file, final
        self._entries: list[NewEntry] = []
        self._states: list[CaseState] = []
        self._out = EntryWriter(batch=batch.pk, at=at)

    def add(self, plan: Plan) -> None:
        taken = [change for change in plan.changes if self._take_file or change.kind is not Kind.CONFLICT]
        self._entries += [self._entry(change) for change in taken]
        # A case that keeps an answer of its own against the file is not settled by the file.
        if taken and self._final and len(taken) == len(plan.changes):
            self._submit(plan)
        if len(self._entries) >= _AT_ONCE:
            self._flush()

    def finish(self) -> None:
        self._flush()

    def _entry(self, change: Change) -> NewEntry:
        old, new = change.old, change.new
        return NewEntry(
            case=change.case.pk,
            question=change.question.pk,
            revision=(old.revision if old else 0) + 1,
            replaces=old.pk if old else None,
            value=new.value,
            missing=new.missing,
            why=new.why,
            origin=Entry.Origin.IMPORT.value,
            staff=self._staff,
            reason="",
        )

    def _submit(self, plan: Plan) -> None:
        case = plan.case
        if case.state == Case.State.SUBMITTED:
            return
        outcome = Outcome.COMPLETE if plan.complete else Outcome.PARTIAL
        first = case.first_submitted_at or self.at
        self._states.append(CaseState(case.pk, Case.State.SUBMITTED.value, outcome.value, self.at, first))
        self.before.append(_before(case))

    def _flush(self) -> None:
        if self._entries:
            self._out.write(self._entries)
            self.written += len(self._entries)
            self._entries = []
        if self._states:
            write_states(self._states)
            self._states = []


def _before(case: CaseRow) -> tuple[int, str, str, str | None, str | None]:
    moments = (each.isoformat() if each else None for each in (case.submitted_at, case.first_submitted_at))
    return (case.pk, case.state, case.outcome, *moments)  # type: ignore[return-value]


def _refuse_unmapped(examiner: Examiner) -> None:
    if left := unmapped(examiner.table, examiner.mapping):
        raise ImportRefused(
            _("Nobody has said what to do with these columns: %(names)s. Map them, or leave them out on purpose.")
            % {"names": ", ".join(left[:10]) + (" …" if len(left) > 10 else "")}
        )


def _note(batch: ImportBatch, by: Staff | None, examiner: Examiner, writer: _Writer, *, take_file: bool) -> None:
    figures = {**examiner.found.figures(), "written": writer.written, "submitted": len(writer.before)}
    batch.state = State.ACCEPTED
    batch.summary = {
        "figures": figures,
        "take_file": take_file,
        "columns": list(examiner.table.columns),
        "accepted_at": writer.at.isoformat(),
        # How the cases stood before, so that accepting can be taken back.
        "before": writer.before,
    }
    batch.save(update_fields=["state", "summary"])
    # The log says how many, never what: a number of persons has no place in it.
    detail = f"{batch.name}, SHA-256 {batch.digest[:16]}: {writer.written} answers, {figures['rows']} rows"
    record(staff=by, action=Action.IMPORT_RUN, subject=f"{batch.fieldwork_id}/import/{batch.pk}", detail=detail)
