"""Mails to a municipality's mailbox: each is sent once, however many send what waits."""

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from bredvid.review.fieldwork.letters import TRIES, send_letter, send_waiting, write_letter
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter():
    """An invitation that waits."""
    case = makers.case(makers.fieldwork())
    return write_letter(case=case, kind=Letter.Kind.INVITATION, subject="Hej", body="Länken", at_once=False)


def test_two_who_send_at_once_send_a_mail_once(letter, monkeypatch):
    send = EmailMessage.send

    def meanwhile(message: EmailMessage) -> int:
        # While the mail is on its way somebody else begins to send what waits.
        monkeypatch.setattr(EmailMessage, "send", send)
        assert Letter.objects.get(pk=letter.pk).attempts == 1
        stale = Letter.objects.get(pk=letter.pk)
        stale.attempts = 0
        monkeypatch.setattr(Letter.objects, "select_related", lambda *names: _Reading(stale), raising=False)
        assert send_letter(letter.pk) is False
        monkeypatch.undo()
        return send(message)

    monkeypatch.setattr(EmailMessage, "send", meanwhile)
    assert send_letter(letter.pk)
    assert len(mail.outbox) == 1


class _Reading:
    """What somebody read a moment ago."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def get(self, pk: int) -> Letter:
        return self.letter


def test_every_try_counts_and_the_last_one_gives_up(letter, monkeypatch):
    def away(message: EmailMessage) -> int:
        raise OSError("away")

    monkeypatch.setattr(EmailMessage, "send", away)
    for tries in range(1, TRIES + 1):
        send_waiting()
        assert Letter.objects.get().attempts == tries
    assert Letter.objects.get().state == Letter.State.FAILED
    assert Letter.objects.get().body == "Länken"
