"""Mail to a case's mailbox: written in the transaction of what it tells of, sent after it, tried again if need be."""

from threading import Thread

from django.core.mail import EmailMessage
from django.db import connections, transaction
from django.utils import timezone

from bredvid.review.models import Case, Letter

# After so many tries a person has to look at the address.
TRIES = 5


def write_letter(*, case: Case, kind: Letter.Kind, subject: str, body: str, at_once: bool = True) -> Letter | None:
    """Queues a mail to the case's mailbox and sends it once the transaction has ended well. None without a mailbox.

    Where many are written they are not sent `at_once`: `send_in_background` sends them while the page answers.
    """
    if not case.mailbox:
        return None
    letter = Letter.objects.create(
        case=case, kind=kind, to=case.mailbox, subject=subject, body=body, made_at=timezone.now()
    )
    if at_once:
        transaction.on_commit(lambda: send_letter(letter.pk))
    return letter


def send_in_background() -> None:
    """Sends what waits once the transaction has ended well, in a thread of its own.

    If the process ends meanwhile the rest still waits, and the next sending, or `bredvid review mail send`, takes it.
    """

    def send() -> None:
        try:
            send_waiting()
        finally:
            connections.close_all()

    transaction.on_commit(Thread(target=send, daemon=True).start)


def send_letter(pk: int) -> bool:
    """Sends a queued mail. True if it was sent. A failure is kept with its reason, and does not stop others."""
    letter = Letter.objects.select_related("case__fieldwork").get(pk=pk)
    if letter.state == Letter.State.SENT:
        return True
    if not _take(letter):
        return False
    message = EmailMessage(letter.subject, letter.body, to=[letter.to], reply_to=_reply_to(letter))
    try:
        message.send()
    except OSError as error:  # SMTP errors are such too
        letter.state = Letter.State.FAILED if letter.attempts >= TRIES else Letter.State.QUEUED
        letter.error = f"{type(error).__name__}: {error}"[:300]
        letter.save(update_fields=["state", "error"])
        return False
    Letter.objects.filter(pk=pk).update(state=Letter.State.SENT, sent_at=timezone.now(), body="", error="")
    return True


def send_waiting() -> tuple[int, int]:
    """Tries every mail that waits. Returns how many were sent and how many not."""
    waiting = list(Letter.objects.filter(state=Letter.State.QUEUED).order_by("pk").values_list("pk", flat=True))
    sent = sum(send_letter(pk) for pk in waiting)
    return sent, len(waiting) - sent


def _take(letter: Letter) -> bool:
    """Counts the try before it is made, so that of two who send what waits at once only one sends this mail."""
    untaken = Letter.objects.filter(pk=letter.pk, state=letter.state, attempts=letter.attempts)
    letter.attempts += 1
    return untaken.update(attempts=letter.attempts) == 1


def _reply_to(letter: Letter) -> list[str] | None:
    contact = letter.case.fieldwork.contact
    return [contact] if contact else None
