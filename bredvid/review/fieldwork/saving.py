"""Saves one answer. Whoever saves says which revision was seen, so that nobody overwrites another without knowing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from bredvid.review.fieldwork.values import Value, checked
from bredvid.review.models import Case, Entry, Fieldwork, Missing, Question


class NotOpen(Exception):  # noqa: N818 (says what happened)
    """The case takes no answers now: submitted, locked, or the round is not open."""


class Conflict(Exception):  # noqa: N818 (says what happened)
    """Somebody else has answered meanwhile. `current` is what holds; nothing was written."""

    def __init__(self, current: Entry) -> None:
        super().__init__(f"{current.question_id}: revision {current.revision} holds")
        self.current = current


@dataclass(frozen=True, kw_only=True)
class Saved:
    """The entry that holds (None: still unanswered), and whether saving wrote it (False: it was so already)."""

    entry: Entry | None
    written: bool


@transaction.atomic
def save_answer(*, case: Case, question: Question, value: Value, missing: str = "", why: str = "", seen: int) -> Saved:
    """Saves what the municipality answers. `seen` is the revision it saw; 0 for none.

    Saving what already holds writes nothing, so a form sent twice is saved once.
    Raises ValueRefused, NotOpen, or Conflict where a newer revision holds another answer.
    """
    _lock_open(case)
    written, missing = checked(question, value, missing)
    return append_entry(
        Entry(
            case=case,
            question=question,
            value=written,
            missing=missing,
            why=why.strip(),
            origin=Entry.Origin.LINK,
        ),
        seen,
    )


def latest_entry(case: Case, question: Question) -> Entry | None:
    """The entry that holds; None where the question was never answered."""
    return Entry.objects.filter(case=case, question=question, superseded=False).first()


def latest_entries(cases: Iterable[Case]) -> dict[int, dict[str, Entry]]:
    """Case id → question code → the entry that holds, with its question at hand."""
    found: dict[int, dict[str, Entry]] = {case.pk: {} for case in cases}
    for entry in Entry.objects.filter(case__in=found, superseded=False).select_related("question", "staff"):
        found[entry.case_id][entry.question.code] = entry
    return found


def append_entry(entry: Entry, seen: int) -> Saved:
    """Adds a revision after `seen`, whoever it is from. Call within a transaction that holds the case's lock.

    Raises Conflict where another revision holds another answer.
    """
    current = latest_entry(entry.case, entry.question)
    if _says_nothing_new(current, entry):
        return Saved(entry=current, written=False)
    if current is not None and current.revision != seen:
        raise Conflict(current)
    entry.revision = (current.revision if current else 0) + 1
    entry.at = timezone.now()
    if current is not None:
        Entry.objects.filter(pk=current.pk).update(superseded=True)
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError:
        # On a database without row locks somebody may have come in between.
        holding = latest_entry(entry.case, entry.question)
        if holding is None:
            raise
        raise Conflict(holding) from None
    return Saved(entry=entry, written=True)


def lock_case(case: Case) -> Case:
    """The case as it is now, held until the transaction ends: answering, submitting and locking take turns."""
    return Case.objects.select_for_update(of=("self",)).select_related("fieldwork").get(pk=case.pk)


def _says_nothing_new(current: Entry | None, entry: Entry) -> bool:
    if current is None:
        return entry.missing == Missing.BLANK and not entry.why
    return (current.value, current.missing, current.why) == (entry.value, entry.missing, entry.why)


def _lock_open(case: Case) -> None:
    current = lock_case(case)
    if current.locked or current.state == Case.State.SUBMITTED:
        raise NotOpen(current.state)
    if current.fieldwork.state != Fieldwork.State.OPEN:
        raise NotOpen(current.fieldwork.state)
    if current.state == Case.State.UNTOUCHED:
        Case.objects.filter(pk=case.pk).update(state=Case.State.BEGUN)
        case.state = Case.State.BEGUN
