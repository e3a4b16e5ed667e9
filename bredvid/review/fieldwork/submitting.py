"""What happens to a case as a whole: submitted, opened again, locked. One transaction each."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from bredvid.review.fieldwork.saving import NotOpen, lock_case
from bredvid.review.models import Case, Fieldwork, Outcome


@transaction.atomic
def submit(*, case: Case, before: Callable[[Case], None] | None = None) -> bool:
    """Hands in the answers as they are: read-only from now on. True if this did it, False if it was done already.

    `before` is told the locked case and may raise to stop it (a required question is unanswered).
    Raises NotOpen where the round takes no answers or the case is locked.
    """
    current = lock_case(case)
    if current.state == Case.State.SUBMITTED:
        return False
    if current.locked or current.fieldwork.state != Fieldwork.State.OPEN:
        raise NotOpen("locked" if current.locked else current.fieldwork.state)
    if before is not None:
        before(current)
    now = timezone.now()
    current.state = Case.State.SUBMITTED
    current.submitted_at = now
    current.first_submitted_at = current.first_submitted_at or now
    current.outcome = Outcome.COMPLETE
    current.save(update_fields=["state", "submitted_at", "first_submitted_at", "outcome"])
    return True


@transaction.atomic
def reopen(*, case: Case) -> bool:
    """Takes answers again. True if this did it; the answers stay, and count as handed in until they are so anew.

    Raises NotOpen where the round takes no answers or the case is locked.
    """
    current = lock_case(case)
    if current.locked or current.fieldwork.state != Fieldwork.State.OPEN:
        raise NotOpen("locked" if current.locked else current.fieldwork.state)
    if current.state != Case.State.SUBMITTED:
        return False
    Case.objects.filter(pk=case.pk).update(state=Case.State.REOPENED)
    return True


@transaction.atomic
def set_locked(*, case: Case, locked: bool) -> bool:
    """Settles a case after reading it, or opens it for change again. True if this changed it."""
    current = lock_case(case)
    if current.locked == locked:
        return False
    Case.objects.filter(pk=case.pk).update(locked=locked)
    return True


@transaction.atomic
def set_outcome(*, case: Case, outcome: Outcome) -> bool:
    """Notes what came of asking: declined, not reached, or a partial answer that counts. True if this changed it."""
    current = lock_case(case)
    if current.outcome == outcome:
        return False
    Case.objects.filter(pk=case.pk).update(outcome=outcome)
    return True
