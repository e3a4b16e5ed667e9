"""What a reviewer does with a round in the field: each one transaction, with its entry in the log of staff."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.review.fieldwork import preparing, submitting
from bredvid.review.fieldwork.letters import send_in_background
from bredvid.review.fieldwork.links import make_link, withdraw_links
from bredvid.review.fieldwork.saving import Conflict, NotOpen, Saved, append_entry, latest_entry, lock_case
from bredvid.review.fieldwork.values import Value, ValueRefused, checked
from bredvid.review.models import Case, Entry, Fieldwork, Letter, Link, Outcome, Question, Questionnaire

# The reason that stands in the history where somebody has set codes for own words.
CODED = "coded"


@transaction.atomic
def create_round(*, by: Staff, code: str, questionnaire: Questionnaire, **fields: Any) -> Fieldwork:
    """A new round in the field, being prepared. Raises CodeTaken."""
    fieldwork = preparing.start_fieldwork(code=code, questionnaire=questionnaire, **fields)
    record(staff=by, action=Action.ROUND_CREATE, subject=code, detail=str(questionnaire))
    return fieldwork


@transaction.atomic
def change_round(*, by: Staff, fieldwork: Fieldwork, **fields: Any) -> list[str]:
    """Changes a round's own particulars; returns which. Its code and questionnaire stay once a link has been made."""
    changed = [name for name, value in fields.items() if getattr(fieldwork, name) != value]
    for name in changed:
        setattr(fieldwork, name, fields[name])
    if changed:
        fieldwork.save(update_fields=changed)
        record(staff=by, action=Action.ROUND_CHANGE, subject=fieldwork.code, detail=", ".join(changed))
    return changed


@transaction.atomic
def open_or_close(*, by: Staff, fieldwork: Fieldwork, state: Fieldwork.State) -> bool:
    """Opens the round for answers, or closes it. True if this changed it."""
    changed = preparing.set_state(fieldwork=fieldwork, state=state)
    if changed:
        record(staff=by, action=Action.ROUND_CHANGE, subject=fieldwork.code, detail=f"state: {state}")
    return changed


@transaction.atomic
def add_reminder(*, by: Staff, fieldwork: Fieldwork, day: str) -> bool:
    """Notes a day (as 2026-09-14) when reminders went out; answers are told apart by them. True if this changed it."""
    return _set_reminders(by, fieldwork, lambda days: days | {day}, f"reminder {day}")


@transaction.atomic
def remove_reminder(*, by: Staff, fieldwork: Fieldwork, day: str) -> bool:
    """Takes such a day away. True if this changed it."""
    return _set_reminders(by, fieldwork, lambda days: days - {day}, f"no reminder {day[:10]}")


def _set_reminders(by: Staff, fieldwork: Fieldwork, change: Callable[[set[str]], set[str]], detail: str) -> bool:
    current = Fieldwork.objects.select_for_update().get(pk=fieldwork.pk)
    days = sorted(change(set(current.reminders)))
    if days == current.reminders:
        return False
    current.reminders = days
    current.save(update_fields=["reminders"])
    record(staff=by, action=Action.ROUND_CHANGE, subject=fieldwork.code, detail=detail)
    return True


@transaction.atomic
def set_mailboxes(*, by: Staff, fieldwork: Fieldwork, mailboxes: Mapping[str, str]) -> int:
    """Sets cases' functional addresses by code. Returns how many changed. Raises KeyError for what is no case."""
    changed = preparing.set_mailboxes(fieldwork=fieldwork, mailboxes=mailboxes)
    if changed:
        record(staff=by, action=Action.LINK_MANAGE, subject=fieldwork.code, detail=f"mailboxes: {changed}")
    return changed


@transaction.atomic
def new_links(*, by: Staff, cases: Iterable[Case]) -> list[tuple[Case, Link, str]]:
    """A new link to each case, with its random part, which is told once; older links to them end.

    Where answers were submitted and may still be changed, the link opens them again when it is first used with a code.
    """
    made = []
    for case in cases:
        again = opens_again(lock_case(case))
        link, token = make_link(case=case, by=by)
        if again:
            link.reopens = True
            link.save(update_fields=["reopens"])
        record(staff=by, action=Action.LINK_MANAGE, subject=_of(case), detail=f"new link{', reopens' * again}")
        made.append((case, link, token))
    return made


def opens_again(case: Case) -> bool:
    """Whether a new link would open answers that were submitted."""
    open_ = case.fieldwork.state == Fieldwork.State.OPEN
    return case.state == Case.State.SUBMITTED and not case.locked and open_


@transaction.atomic
def end_links(*, by: Staff, case: Case) -> int:
    """Withdraws every link to the case. Returns how many ended."""
    ended = withdraw_links(case=case)
    if ended:
        record(staff=by, action=Action.LINK_MANAGE, subject=_of(case), detail="link withdrawn")
    return ended


@transaction.atomic
def correct_answer(
    *, by: Staff, case: Case, question: Question, value: Value, missing: str = "", why: str = "", reason: str, seen: int
) -> Saved:
    """Puts an answer right, saying why; what stood before is kept.

    Raises ValueRefused (no reason, or not an answer), NotOpen for a locked case, Conflict where it has changed since.
    """
    if not reason.strip():
        raise ValueRefused(gettext("Say why you correct it: the reason is kept and told to the municipality."))
    written, missing = checked(question, value, missing)
    entry = Entry(case=case, question=question, value=written, missing=missing, why=why.strip(), reason=reason.strip())
    return _correct(entry, by, seen)


@transaction.atomic
def restore_answer(*, by: Staff, former: Entry, reason: str, seen: int) -> Saved:
    """Lets a former answer hold again, as it was stored: an import may have said “none of them”, which no form can.

    Raises NotOpen for a locked case, Conflict where the answer has changed since.
    """
    entry = Entry(
        case=former.case, question=former.question, value=former.value, missing=former.missing, why=former.why,
        reason=reason,
    )  # fmt: skip
    return _correct(entry, by, seen)


def _correct(entry: Entry, by: Staff, seen: int) -> Saved:
    if lock_case(entry.case).locked:
        raise NotOpen("locked")
    entry.origin, entry.staff = Entry.Origin.STAFF, by
    saved = append_entry(entry, seen)
    if saved.written:
        # The log says that and where, never what: a number of persons has no place in it.
        record(staff=by, action=Action.ANSWER_CORRECT, subject=_of(entry.case), detail=entry.question.code)
    return saved


@transaction.atomic
def code_words(*, by: Staff, case: Case, question: Question, options: list[str], seen: int) -> Saved:
    """Sets the codes that an answer in own words is counted by. The words stay, and nobody is mailed.

    Raises ValueRefused, NotOpen for a locked case, Conflict where the answer has changed since.
    """
    if lock_case(case).locked:
        raise NotOpen("locked")
    held = latest_entry(case, question)
    if held is None or "text" not in held.value:
        raise ValueRefused(gettext("There are no words to code."))
    if held.revision != seen:
        raise Conflict(held)
    written, missing = checked(question, {"text": held.value["text"], "options": options})
    entry = Entry(
        case=case, question=question, value=written, missing=missing, why=held.why, reason=CODED,
        origin=Entry.Origin.STAFF, staff=by,
    )  # fmt: skip
    saved = append_entry(entry, seen)
    if saved.written:
        record(staff=by, action=Action.ANSWER_CORRECT, subject=_of(case), detail=f"{question.code}: codes")
    return saved


@transaction.atomic
def send_again(*, by: Staff, fieldwork: Fieldwork) -> int:
    """Puts mails that failed back among those that wait, and sends all that wait. Returns how many were put back."""
    again = Letter.objects.filter(case__fieldwork=fieldwork, state=Letter.State.FAILED).update(
        state=Letter.State.QUEUED, attempts=0
    )
    if again:
        record(staff=by, action=Action.LINK_MANAGE, subject=fieldwork.code, detail="failed mail tried again")
    send_in_background()
    return again


@transaction.atomic
def lock(*, by: Staff, case: Case, locked: bool) -> bool:
    """Settles a case after reading it, or opens it for change again. True if this changed it."""
    changed = submitting.set_locked(case=case, locked=locked)
    if changed:
        record(staff=by, action=Action.ANSWER_LOCK, subject=_of(case), detail="locked" if locked else "unlocked")
    return changed


@transaction.atomic
def note_outcome(*, by: Staff, case: Case, outcome: Outcome) -> bool:
    """Notes what came of asking. True if this changed it."""
    changed = submitting.set_outcome(case=case, outcome=outcome)
    if changed:
        record(staff=by, action=Action.ANSWER_CORRECT, subject=_of(case), detail=f"outcome: {outcome}")
    return changed


def _of(case: Case) -> str:
    return f"{case.fieldwork_id}/{case.code}"
