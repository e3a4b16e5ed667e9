"""Which cases have answered, and with what: the entries that count, read in one query however many there are."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from bredvid.review.models import Case, Entry, Fieldwork, Outcome
from bredvid.review.projection.project import Given

SWEDEN = ZoneInfo("Europe/Stockholm")


def has_answered(case: Case) -> bool:
    """Whether what the case entered is an answer: it was handed in once, or a partial answer is said to count."""
    return case.submitted_at is not None or case.outcome == Outcome.PARTIAL


def outcome_of(case: Case) -> Outcome:
    """The case's outcome, made to agree with whether it has answered."""
    if has_answered(case):
        return Outcome.PARTIAL if case.outcome == Outcome.PARTIAL else Outcome.COMPLETE
    kept = case.outcome in (Outcome.REFUSAL, Outcome.NON_CONTACT)
    return Outcome(case.outcome) if kept else Outcome.UNKNOWN


def wave_of(fieldwork: Fieldwork, case: Case) -> int | None:
    """How many reminders had gone out on the day the case first answered; None where that day is not known."""
    if case.first_submitted_at is None or not has_answered(case):
        return None
    day = case.first_submitted_at.astimezone(SWEDEN).date()
    return sum(date.fromisoformat(reminder) <= day for reminder in fieldwork.reminders)


def entries_that_count(fieldwork: Fieldwork) -> Mapping[int, Mapping[str, Given]]:
    """Case id → question code → the entry that counts, for the cases that have answered.

    A case that was opened again counts as it was handed in: what has been written since is a draft, and only staff
    and imports may have changed it meanwhile.
    """
    counted = Q(case__submitted_at__isnull=False) | Q(case__outcome=Outcome.PARTIAL)
    draft = Q(case__state=Case.State.REOPENED, origin=Entry.Origin.LINK, at__gt=F("case__submitted_at"))
    rows = Entry.objects.filter(counted, case__fieldwork=fieldwork).exclude(draft)
    # The newest of what is left holds, so what a draft has superseded must be read too.
    rows = rows.filter(Q(superseded=False) | Q(case__state=Case.State.REOPENED)).order_by("revision")
    found: dict[int, dict[str, Given]] = {}
    values = rows.values_list("case_id", "question__code", "value", "missing")
    for case, question, value, missing in values.iterator(chunk_size=5_000):
        found.setdefault(case, {})[question] = Given(value, missing)
    return found
